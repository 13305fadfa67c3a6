"""Rewriting from the command line: which part, how, and by whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.cli.progress import progress, stoppable
from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.brief import Brief
    from assistant.drafters import Drafter
    from assistant.drafting import Draft, Rewriting
    from assistant.okr import Language

_LONGEST_WISH = 500
"""Characters; no more of a wish is sent, and what is not sent should not be believed to be."""
_NUMBERED = re.compile(r"([1-9]\d{0,3})(?:\.([1-9]\d{0,3}))?")
_NO_SUCH_ITEM = Text(
    nb="Det står ikke noe mål eller nøkkelresultat på den plassen.",
    nn="Det står ikkje noko mål eller nøkkelresultat på den plassen.",
    en="There is no objective or key result in that place.",
)
_SAY_PLACE = Text(
    nb="Skriv 2 for det andre målet, 2.1 for det første nøkkelresultatet i det, eller /objectives/1/key_results/0.",
    nn="Skriv 2 for det andre målet, 2.1 for det første nøkkelresultatet i det, eller /objectives/1/key_results/0.",
    en="Write 2 for the second objective, 2.1 for its first key result, or /objectives/1/key_results/0.",
)
_NO_OTHER_WORDS = Text(
    nb="Uten språkmodell er det ingen andre ord enn strategiens egne.",
    nn="Utan språkmodell er det ingen andre ord enn dei eigne til strategien.",
    en="Without a language model there are no other words than the strategy's own.",
)
_CHOOSE_MODEL = Text(
    nb="Velg en modell med --model eller OKR_MODEL.",
    nn="Vel ein modell med --model eller OKR_MODEL.",
    en="Choose a model with --model or OKR_MODEL.",
)
_NO_WISH = Text(
    nb="Det er ikke sagt hvordan det skal skrives om, eller ønsket er lengre enn 500 tegn.",
    nn="Det er ikkje sagt korleis det skal skrivast om, eller ønsket er lengre enn 500 teikn.",
    en="It is not said how to word it, or the wish is longer than 500 characters.",
)
_SAY_WISH = Text(
    nb="Skriv et ønske i en setning, som «mer ambisiøst» eller «for førstelinjen».",
    nn="Skriv eit ønske i ei setning, som «meir ambisiøst» eller «for førstelinja».",
    en="Write a wish in a sentence, such as “more ambitious” or “for the front line”.",
)


def wish(text: str, path: str, instruction: str) -> Rewriting:
    """What is to be worded anew, and how.

    Args:
        text: The set: a draft as JSON, or a set in any form that is read.
        path: The place as the command takes it: ``2``, ``2.1`` or a JSON pointer.
        instruction: The wish.

    Raises:
        InputError: The set cannot be read, there is nothing in that place, or there is no wish.
    """
    from assistant.drafting import NoSuchItemError, Rewriting
    from assistant.formats.drafts import read_draft_text

    said = instruction.strip()
    if not said or len(said) > _LONGEST_WISH:
        raise InputError(_NO_WISH, _SAY_WISH)
    okr_set, questions = read_draft_text(text)
    wanted = Rewriting(okr_set, _pointer(path), said, questions)
    try:
        wanted.place()
    except NoSuchItemError:
        raise InputError(_NO_SUCH_ITEM, _SAY_PLACE) from None
    return wanted


def reword(wanted: Rewriting, brief: Brief, drafter: Drafter, language: Language) -> Draft:
    """Have it worded anew; watched where somebody looks, and stopped by Ctrl-C at once.

    Raises:
        InputError: There is nobody with other words, or no strategy.
        KeyboardInterrupt: Somebody stopped it.
        ModelError: The model failed.
    """
    from assistant.cli.drafting import load
    from assistant.drafting import NoStrategyError, rewrite

    _refuse_without_model(drafter)
    try:
        with stoppable(language), progress(language) as tell:
            load()
            return rewrite(wanted, brief, drafter, tell=tell)
    except NoStrategyError:
        raise InputError(errors.NO_STRATEGY, errors.PASTE_STRATEGY) from None


def what_would_be_asked(wanted: Rewriting, brief: Brief, drafter: Drafter, form: str, language: Language) -> str:
    """The first request of a rewriting, whole, with nothing sent.

    Raises:
        InputError: There is nobody with other words.
        ModelError: There is no such model, or the brief is too long for any.
    """
    from assistant.cli.drafting import what_would_leave

    _refuse_without_model(drafter)
    return what_would_leave(brief, drafter, form, language, priced=False, wanted=wanted)


def _refuse_without_model(drafter: Drafter) -> None:
    if not drafter.waits:
        raise InputError(_NO_OTHER_WORDS, _CHOOSE_MODEL)


def _pointer(path: str) -> str:
    numbered = _NUMBERED.fullmatch(path.strip())
    if numbered is None:
        return path.strip()
    objective, result = numbered.groups()
    own = f"/objectives/{int(objective) - 1}"
    return f"{own}/key_results/{int(result) - 1}" if result else own
