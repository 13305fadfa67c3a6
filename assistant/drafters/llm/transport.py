"""The wire to a model service: bodies are bounded, redirects refused, and nothing stays open when a draft is done.

Litellm keeps HTTP clients of its own, which follow redirects, read whatever comes and stay open. :func:`install` has
it use ours instead, and each draft gets a connection of its own (:class:`Wire`), found through a context variable: no
two drafts share one, and it is closed with the draft.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import AsyncIterator
from contextvars import ContextVar, Token
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn, Self

import httpx
from typing_extensions import override

from assistant.drafters.llm.library import Untyped
from assistant.drafters.llm.waiting import seconds_to_wait
from assistant.drafters.model_errors import Failure

if TYPE_CHECKING:
    import ssl

LONGEST_BODY = 256 * 1024
"""Bytes, unpacked; a long answer is a tenth of it."""
LONGEST_STREAM = 4 * 1024 * 1024
"""Bytes, unpacked; each token of a stream comes in a record of some hundred bytes."""
_LONGEST_SAID = 2_000
_DROPPED = (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)
"""What a connection comes to that was there and then was not; one that never was is another matter."""
_PACKED = frozenset(("gzip", "x-gzip", "deflate"))
_SUCCESS = range(200, 300)
_REDIRECT = range(300, 400)


class StoppedError(httpx.TransportError):
    """The wire ended a call. It says nothing of what was sent or received."""


@dataclass(slots=True)
class Seen:
    """What the wire saw of a call.

    Attributes:
        failure: Why the wire ended it.
        dropped: Whether the service took the connection and dropped it without a word.
        status: The HTTP status.
        wait: The seconds the service asks to be left alone for.
        said: The beginning of an error's body: to tell kinds of errors apart, never to be shown.
    """

    failure: Failure | None = None
    dropped: bool = False
    status: int | None = None
    wait: float | None = None
    said: str = ""


class Wire:
    """One draft's connection to its model service."""

    key: str | None = None
    """What to call with instead of the user's key, on a wire that leads to no service."""

    def __init__(self) -> None:
        """Connect to nobody yet."""
        self.seen = Seen()
        self._client: httpx.AsyncClient | None = None
        self._token: Token[Wire] | None = None

    async def __aenter__(self) -> Self:
        """Have every request of this task go over this wire."""
        self._token = _WIRE.set(self)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the connection."""
        if self._token is not None:
            _WIRE.reset(self._token)
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def send(self, request: httpx.Request, *, streams: bool) -> httpx.Response:
        """Send one request and hand back its answer, whole unless it streams.

        Raises:
            StoppedError: There was no answer, or one that is not taken; :attr:`seen` tells why.
        """
        self.seen = Seen()
        if self._client is None:
            self._client = httpx.AsyncClient(verify=_trusted())
        request.headers["accept-encoding"] = "identity"
        try:
            response = await self._client.send(request, stream=True, follow_redirects=False)
        except Exception as error:  # noqa: BLE001 -- whatever a socket, TLS or HTTP can come to
            self.seen.dropped = isinstance(error, _DROPPED)
            self.stop(_kind(error))
        self.seen.status = response.status_code
        if response.status_code in _REDIRECT:
            await response.aclose()
            self.stop(Failure.REDIRECTED)
        try:
            body = _Body(self, response, LONGEST_STREAM if streams else LONGEST_BODY)
        except StoppedError:
            await response.aclose()
            raise
        if streams and response.status_code in _SUCCESS:
            return _answer(request, response, stream=body)
        data = b"".join([chunk async for chunk in body])
        if response.status_code in _SUCCESS:
            self._refuse_what_is_no_json(data)
        else:
            self.seen.wait = seconds_to_wait(response.headers)
            self.seen.said = data[:_LONGEST_SAID].decode("utf-8", "replace")
        return _answer(request, response, content=data)

    def stop(self, failure: Failure) -> NoReturn:
        """End the call."""
        self.seen.failure = failure
        raise StoppedError("the call was ended") from None

    def _refuse_what_is_no_json(self, data: bytes) -> None:
        """The libraries take seconds over some of it, and repeat it in their exceptions."""
        try:
            json.loads(data)
        except (ValueError, RecursionError):
            self.stop(Failure.SERVICE)


class DryWire(Wire):
    """A wire to nobody: every request gets one and the same answer, and none leaves the machine."""

    @override
    async def send(self, request: httpx.Request, *, streams: bool) -> httpx.Response:
        kind = "text/event-stream" if streams else "application/json"
        body = _DRY_STREAM if streams else _DRY
        return httpx.Response(200, headers={"content-type": kind}, content=body, request=request)


_DRY = json.dumps(
    {
        "id": "1", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "{}"}}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
).encode()  # fmt: skip
_DRY_STREAM = b"data: " + _DRY.replace(b'"message"', b'"delta"').replace(b".completion", b".completion.chunk") + b"\n\n"
_WIRE: ContextVar[Wire] = ContextVar("wire")


class _Body(httpx.AsyncByteStream):
    """The body of an answer, unpacked and bounded."""

    def __init__(self, wire: Wire, response: httpx.Response, longest: int) -> None:
        self._wire = wire
        self._response = response
        self._left = longest
        packed = response.headers.get("content-encoding", "identity").strip().lower()
        if packed not in _PACKED | {"identity", ""}:
            wire.stop(Failure.SERVICE)
        self._unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed in _PACKED else None

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._response.aiter_raw():
                data = chunk if self._unpack is None else self._unpack.decompress(chunk, self._left + 1)
                self._left -= len(data)
                if self._left < 0:
                    self._wire.stop(Failure.MALFORMED)
                yield data
        except StoppedError:
            raise
        except Exception as error:  # noqa: BLE001 -- whatever a socket, TLS, HTTP or a packed body can come to
            self._wire.stop(_kind(error))
        finally:
            await self.aclose()

    @override
    async def aclose(self) -> None:
        await self._response.aclose()


def _answer(request: httpx.Request, response: httpx.Response, **body: Untyped) -> httpx.Response:
    """The answer with its body as it is now: unpacked, and of another length than was announced."""
    told = {"content-encoding", "content-length", "transfer-encoding"}
    headers = [(name, value) for name, value in response.headers.multi_items() if name.lower() not in told]
    answer = httpx.Response(response.status_code, headers=headers, request=request, **body)
    answer.elapsed = timedelta(0)
    return answer


def _kind(error: Exception) -> Failure:
    if isinstance(error, httpx.TimeoutException):
        return Failure.SLOW
    return Failure.SERVICE if isinstance(error, zlib.error) else Failure.UNREACHABLE


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    """Whom to trust: certifi's list, or that of ``SSL_CERT_FILE``. Read once, for it takes some 20 ms."""
    return httpx.create_ssl_context()


# --- litellm's clients -----------------------------------------------------------------------------------------------


class _Nowhere(httpx.AsyncBaseTransport):
    """Leads nowhere: what does not go over a wire does not go at all."""


class _Led(httpx.AsyncClient):
    """The one HTTP client litellm has: it keeps no connection, and leads each request to the wire of its draft."""

    def __init__(self) -> None:
        super().__init__(transport=_Nowhere(), trust_env=False)

    @override
    async def send(self, request: httpx.Request, *, stream: bool = False, **_: Untyped) -> httpx.Response:
        return await _WIRE.get().send(request, streams=stream)

    @override
    async def aclose(self) -> None:
        """Stay: there is nothing to close, and others are using it."""


class _Nobody:
    """Takes no call. Litellm asks services about themselves on the side, and would hold up the whole loop for it."""

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse."""
        raise StoppedError(name)


def install(litellm: Untyped) -> None:
    """Have litellm send everything over the wire of the draft at hand, whichever provider it is for.

    Providers with a library of their own get ``aclient_session``. For the others litellm looks for a handler among
    the clients it keeps; one it would make beside it, when a connection breaks, leads nowhere.
    """
    from litellm.caching.llm_caching_handler import LLMClientCache
    from litellm.llms.custom_httpx.http_handler import AsyncHTTPHandler

    led = _Led()
    handler: Untyped = AsyncHTTPHandler(transport=_Nowhere())
    handler.client = led
    clients: Untyped = LLMClientCache()
    clients.update_cache_key_with_event_loop = lambda key: key  # ours hold no connection, so they belong to no loop
    kept = clients.get_cache
    clients.get_cache = lambda key, **more: handler if key.startswith("async_httpx_client") else kept(key, **more)
    litellm.aclient_session = led
    litellm.module_level_aclient = handler
    litellm.module_level_client = _Nobody()
    litellm.in_memory_llm_clients_cache = clients
