"""Asking again when an answer has the wrong form: with the places that are wrong, and never with what stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.okr import Language
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from pydantic import ValidationError

_MOST_PLACES = 8
_AGAIN = Text(
    nb="Et tidligere svar på dette hadde feil form{places}. Svar på nytt med hele svaret, bare JSON etter skjemaet.",
    nn="Eit tidlegare svar på dette hadde feil form{places}. Svar på nytt med heile svaret, berre JSON etter skjemaet.",
    en="An earlier answer to this had the wrong form{places}. Answer anew with the whole answer, only JSON that fits the schema.",
)
_NO_JSON = Text(nb="det var ikke hel JSON", nn="det var ikkje heil JSON", en="it was not whole JSON")


def reask(wrong: ValidationError | None, language: Language) -> str:
    """What is said below the first message when it is sent again.

    Args:
        wrong: What was wrong with the form; ``None`` if the answer was no JSON at all.
        language: The language of the prompt.
    """
    errors = wrong.errors(include_url=False, include_context=False, include_input=False) if wrong is not None else []
    places = [f"{'.'.join(str(part) for part in error['loc'])}: {error['type']}" for error in errors[:_MOST_PLACES]]
    told = "; ".join(places) or _NO_JSON.in_language(language)
    return _AGAIN.in_language(language).format(places=f" ({told})")
