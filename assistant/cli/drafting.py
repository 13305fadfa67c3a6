"""Drafting from the command line: watched at a terminal, stopped at once, and shown before anything is sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from assistant.cli.progress import count, dollars, is_watched, progress, stoppable
from assistant.cli.speaking import shown
from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.okr import Language
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.brief import Brief
    from assistant.drafters import Drafter
    from assistant.drafters.llm import LlmDrafter
    from assistant.drafters.llm.showing import Outgoing
    from assistant.drafting import Draft, Rewriting

_NOTHING_LEAVES = Text(
    nb="Ingenting forlater maskinen: utkastet lages uten språkmodell.",
    nn="Ingenting forlèt maskina: utkastet blir laga utan språkmodell.",
    en="Nothing leaves the machine: the draft is made without a language model.",
)
_GOES_TO = Text(nb="Sendes til {url}", nn="Blir sendt til {url}", en="Goes to {url}")
_REST = Text(nb="resten av forespørselen", nn="resten av førespurnaden", en="the rest of the request")
_COSTS = Text(
    nb="Omtrent {tokens} tokens sendes, og svaret kan bli på høyst {answer}. Pris: {sending} + høyst {answering} per kall, og høyst {calls} kall.",
    nn="Om lag {tokens} tokens blir sende, og svaret kan bli på høgst {answer}. Pris: {sending} + høgst {answering} per kall, og høgst {calls} kall.",
    en="About {tokens} tokens would be sent, and the answer may have {answer} at most. Price: {sending} + at most {answering} a call, and at most {calls} calls.",
)
_COSTS_UNKNOWN = Text(
    nb="Omtrent {tokens} tokens sendes, og svaret kan bli på høyst {answer}. Prisen er ukjent. Høyst {calls} kall.",
    nn="Om lag {tokens} tokens blir sende, og svaret kan bli på høgst {answer}. Prisen er ukjend. Høgst {calls} kall.",
    en="About {tokens} tokens would be sent, and the answer may have {answer} at most. The price is not known. At most {calls} calls.",
)
_NOT_SENT = Text(nb="Ingenting er sendt.", nn="Ingenting er sendt.", en="Nothing has been sent.")
_TO_MEND = Text(
    nb="Utkastet er skrevet til «{name}». Det har {count} feil som må rettes.",
    nn="Utkastet er skrive til «{name}». Det har {count} feil som må rettast.",
    en="The draft is written to “{name}”. It has {count} to mend.",
)
_ERRORS = ("1 error", "{count} errors")
_VARIANT = Text(nb="Forslag {at} av {count}", nn="Framlegg {at} av {count}", en="Proposal {at} of {count}")


def make(brief: Brief, drafter: Drafter, wanted: int, language: Language) -> tuple[Draft, ...]:
    """Draft as many sets as wanted, the soundest first; watched where somebody looks, and stopped by Ctrl-C at once.

    Raises:
        InputError: There is nothing to draft from.
        KeyboardInterrupt: Somebody stopped it.
        ModelError: The model failed.
    """
    from assistant.drafting import NoStrategyError, draft, variants

    try:
        if not drafter.waits:
            return (draft(brief, drafter),)
        with stoppable(language), progress(language) as tell:
            load()
            return variants(brief, drafter, wanted, tell=tell)
    except NoStrategyError:
        raise InputError(errors.NO_STRATEGY, errors.PASTE_STRATEGY) from None


def load() -> None:
    """Load the model libraries, which takes seconds, before there is an event loop that would hold back Ctrl-C."""
    from assistant.drafters.llm.library import libraries

    libraries()


def written(drafts: tuple[Draft, ...], form: str) -> str:
    """The drafts as Markdown, one below the other, or as JSON: a record, or a list of them for more than one."""
    if form == "json":
        from assistant.formats.records import draft_record, to_json

        records = [draft_record(made) for made in drafts]
        return to_json(records[0] if len(records) == 1 else records) + "\n"
    from assistant.formats.draft_markdown import write_draft

    if len(drafts) == 1:
        return write_draft(drafts[0])
    pages = []
    for at, made in enumerate(drafts, 1):
        heading = _VARIANT.in_language(made.review.language).format(at=at, count=len(drafts))
        pages.append(f"**{heading}**\n\n{write_draft(made)}")
    return "\n---\n\n".join(pages)


def errors_left(made: Draft, name: str) -> str:
    """A line for the reader of a draft that is written to the file ``name`` and has findings of severity error."""
    language, found = made.review.language, made.review.errors
    told = str(found)
    if language is Language.EN:
        told = _ERRORS[found > 1].format(count=found)
    return _TO_MEND.in_language(language).format(name=shown(name), count=told)


def what_would_leave(  # noqa: PLR0913 - each says something of its own
    brief: Brief, drafter: Drafter, form: str, language: Language, *, priced: bool, wanted: Rewriting | None = None
) -> str:
    """The first request of a draft or a rewriting, whole, with nothing sent.

    Args:
        brief: The brief.
        drafter: Who would write.
        form: ``md`` to read it, ``json`` for address and body as data.
        language: The language of the words around it.
        priced: Whether to add tokens and price.
        wanted: What is to be worded anew, for a rewriting.

    Raises:
        ModelError: There is no such model, or the brief is too long for any.
    """
    if not drafter.waits:
        return "null\n" if form == "json" else f"{_NOTHING_LEAVES.in_language(language)}\n"
    import asyncio
    from typing import cast

    from assistant.drafters.llm.showing import outgoing
    from assistant.rules.profile import load_profile

    with stoppable(language):
        load()
        asked = cast("LlmDrafter", drafter)
        found = asyncio.run(outgoing(asked, brief, load_profile(), streams=is_watched(), wanted=wanted))
    if form == "json":
        return _as_json(found, priced=priced)
    costs = [_costs(found, language)] if priced else []
    return "\n".join([*_readable(found, language), *costs, _NOT_SENT.in_language(language)]) + "\n"


def _as_json(found: Outgoing, *, priced: bool) -> str:
    record: dict[str, object] = {"url": found.url, "body": found.body}
    if priced:
        record |= {
            "tokens": found.tokens,
            "answer_tokens": found.answer_tokens,
            "calls": found.calls,
            "cost": None
            if found.sending is None or found.answering is None
            else [found.sending, found.sending + found.answering],
        }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _readable(found: Outgoing, language: Language) -> list[str]:
    """The request with its texts as lines, and what else is in it as JSON: every value of the body, once."""
    body, texts = dict(found.body), []
    if isinstance(system := body.get("system"), str):
        texts.append(("system", system))
        del body["system"]
    messages = body.get("messages")
    if isinstance(messages, list) and all(isinstance(item.get("content"), str) for item in messages):
        texts += [(item["role"], item["content"]) for item in messages]
        del body["messages"]
    lines = [_GOES_TO.in_language(language).format(url=found.url), ""]
    for role, text in texts:
        lines += [f"--- {role} ---", text.rstrip("\n"), ""]
    rest = json.dumps(body, ensure_ascii=False, indent=2)
    return [*lines, f"--- {_REST.in_language(language)} ---", rest, ""]


def _costs(found: Outgoing, language: Language) -> str:
    facts = {
        "tokens": count(found.tokens, language),
        "answer": count(found.answer_tokens, language),
        "calls": f"{found.calls}",
    }
    if found.sending is None or found.answering is None:
        return _COSTS_UNKNOWN.in_language(language).format(**facts)
    prices = {"sending": dollars(found.sending, language), "answering": dollars(found.answering, language)}
    return _COSTS.in_language(language).format(**facts, **prices)
