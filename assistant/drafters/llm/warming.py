"""Having litellm load what it only loads when it is used, before the clock of a draft starts.

The first call in a process loads some 700 modules and takes a second or more, the first stream a tokeniser besides: a
trial call to nobody takes that, once for each provider. The leader's deadline is for the model.
"""

from __future__ import annotations

from contextlib import suppress

from assistant.drafters.llm.library import Untyped, provider_of
from assistant.drafters.llm.transport import DryWire

_warmed: set[tuple[str, bool]] = set()
_MOST = 64


async def warm(litellm: Untyped, model: str, *, streams: bool) -> None:
    """Try a call over a wire to nobody, the first time a provider is used; what comes of it does not matter.

    Args:
        litellm: The library.
        model: The model, as litellm names it.
        streams: Whether answers will stream.
    """
    used = provider_of(model), streams
    if used in _warmed or len(_warmed) >= _MOST:
        return
    _warmed.add(used)
    messages = [{"role": "user", "content": "-"}]
    with suppress(Exception):  # whatever is wrong here will be told where it matters
        async with DryWire():
            response = await litellm.acompletion(
                model=model, messages=messages, api_key="-", max_retries=0, num_retries=0, max_tokens=1, stream=streams
            )
            if streams:
                async for _ in response:
                    pass
            else:
                litellm.completion_cost(completion_response=response, model=model)
