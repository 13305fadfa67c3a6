"""What a failing language model is to a caller of the service, who can set nothing on the machine it runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.refusals import Refusal
from assistant.drafters.model_errors import Failure
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.drafters.model_errors import ModelError

_LATER = Text(
    nb="Prøv igjen senere, eller be om et utkast uten språkmodell («drafter»: «extractive»).",
    nn="Prøv igjen seinare, eller be om eit utkast utan språkmodell («drafter»: «extractive»).",
    en="Try again later, or ask for a draft without a language model (“drafter”: “extractive”).",
)
_TELL = Text(
    nb="Si fra til den som driver tjenesten, eller be om et utkast uten språkmodell («drafter»: «extractive»).",
    nn="Sei frå til den som driv tenesta, eller be om eit utkast utan språkmodell («drafter»: «extractive»).",
    en="Tell whoever runs the service, or ask for a draft without a language model (“drafter”: “extractive”).",
)
_SHORTEN = Text(
    nb="Ta med bare delene målene skal bygge på, og prøv igjen.",
    nn="Ta med berre dei delane måla skal byggje på, og prøv igjen.",
    en="Keep only the parts the objectives should build on, and try again.",
)
_ANSWERS: dict[Failure, tuple[int, Text]] = {
    Failure.KEY: (502, _TELL),
    Failure.UNKNOWN_MODEL: (502, _TELL),
    Failure.BUSY: (503, _LATER),
    Failure.SLOW: (504, _LATER),
    Failure.UNREACHABLE: (502, _TELL),
    Failure.SERVICE: (502, _LATER),
    Failure.TOO_LONG: (413, _SHORTEN),
    Failure.REFUSED: (422, _LATER),
    Failure.CUT: (502, _SHORTEN),
    Failure.MALFORMED: (502, _LATER),
    Failure.LANGUAGE: (502, _LATER),
    Failure.REDIRECTED: (502, _TELL),
    Failure.BUDGET: (422, _SHORTEN),
}
"""The status a failure is answered with, and what the caller can do about it."""

SECONDS_UNTIL_LESS_BUSY = 30
"""What ``Retry-After`` says when the model's service takes no more; it seldom tells itself."""


def model_refusal(error: ModelError) -> Refusal:
    """The refusal a model's failure amounts to; its code is ``model_`` and the kind of failure."""
    status, remedy = _ANSWERS[error.kind]
    return Refusal(f"model_{error.kind}", status, error.problem.then(remedy))
