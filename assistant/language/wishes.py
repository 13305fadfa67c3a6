"""Telling what must not happen to people, which is a goal, from what is not done this time, which is none."""

from __future__ import annotations

import re

_NOBODY = frozenset("ingen inga no nobody none".split())
_NEW = frozenset("ny nye nytt new flere fleire more other annen andre ekstra additional further such".split())
_SHALL = re.compile(
    r"\b(?:skal|må|kan|bør|shall|should|must|will|may|can)\s+(?:(?:få|måtte|bli|be|have\s+to|ever|lenger|lengre)\s+)?(\S+)",
    re.IGNORECASE,
)
_OURS = frozenset("vi me we i".split())
_WAIT = ("vente", "wait")
_AT_LENGTH = re.compile(
    r"\W*(?:\d|for\b|lenge\b|mer\b|meir\b|opptil\b|opp\s+til\b|over\b|nesten\b|altfor\b|alt\s+for\b|i\s+(?:\d|to|tre|fire|fem|flere|fleire|mange|måned|uke|veke|dag|time|snitt)"
    r"|på\s|up\s+to\b|more\b|too\b|almost\b|days?\b|weeks?\b|months?\b|an?\s+(?:average|year|month|week)|in\s+line|ut\s+dagen)",
    re.IGNORECASE,
)
"""After «må vente»: people wait, nothing is put off."""
_EVILS = frozenset(
    "miste mista tape tapa la lat late lata svikte akseptere godta tolerere glemme gløyme skade gå sløse sløsa kaste "
    "lose let fail accept tolerate forget harm leave waste betray compromise ignore".split()
)
"""What «we» will not do to anybody, in any period."""
_OPINIONS = frozenset("think believe know doubt mind understand care remember".split())
"""What «I do not» do without ruling anything out."""
_KNOWS = frozenset("vet veit forstår skjønner skjønar husker hugsar".split())
_NOT_I = re.compile(r"ikkj?e\s+(?:jeg|eg)\b", re.IGNORECASE)
"""«Det gjør ikke jeg»: what the author feels."""
_TIMED = re.compile(
    r"\b(?:i\s+år|nå|no|denne\s+gangen|i\s+denne|dette\s+(?:året|tertialet|kvartalet|halvåret)|før|until|till|before|this\s+(?:year|quarter|period|time)|now|yet|ennå|enno|for\s+now|(?:i|in)\s+20\d\d|med\s+det\s+første)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:today|i\s+dag)\b", re.IGNORECASE)
"""How it is, and not what is planned."""
_NEGATION = re.compile(r"\b(?:ikke|ikkje|ingen|inga|verken|korkje|not|aldri|never)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:\w{3,}(?<!finne)(?<!lykke)(?<!trive)(?<!ønske)s|\w{3,}ast)$", re.IGNORECASE)
_BE_DONE = re.compile(r"(?:bli|verte|be)\s+\w+(?:t|d|de|te|en|ed)\b", re.IGNORECASE)
_TO_BE = frozenset("være vere vera be".split())
_PLACES = frozenset("i på med in on at til to part del representert represented".split())
_STARTS = frozenset(
    "starte begynne byrje prioritere satse åpne opne bygge byggje lansere start begin open happen launch build".split()
)
_CLAUSES = re.compile(r"[.;:!?,]")


def is_wish(text: str, first: int, last: int) -> bool:
    """Whether the negation or the waiting at characters ``first`` to ``last`` of a sentence is about people.

    Args:
        text: The sentence.
        first: Where the words begin that may rule something out.
        last: Where they end.
    """
    said, after = text[first:last].lower(), text[last:]
    if said.endswith(_WAIT):
        return _AT_LENGTH.match(after) is not None
    opening = [word.lower().strip(".,:;«»\"'") for word in text.split(maxsplit=3)[:3]]
    if opening and opening[0] in _NOBODY:
        return _nobody_shall(text, opening)
    if _NEGATION.search(said) is None or said.startswith(("~", "det vi", "dette vi", "ikke skal", "ikkje skal")):
        return False
    before = _CLAUSES.split(text[:first])[-1].split()
    if (before and before[-1].lower() in _KNOWS) or _NOT_I.match(said):
        return True
    return _is_about_others(before, said, after)


def _nobody_shall(text: str, opening: list[str]) -> bool:
    """«Ingen pasienter skal vente», but not «Ingen nye butikker skal åpnes»."""
    shall = _SHALL.search(text)
    if shall is None or not _NEW.isdisjoint(opening[1:]):
        return False
    verb = shall[1].strip(".,;")
    return _PASSIVE.match(verb) is None and verb.lower() not in _STARTS


def _is_about_others(before: list[str], said: str, after: str) -> bool:
    """«Eldre skal ikke være alene», «we will not accept violence»; not «vi skal ikke utvide», «appen skal ikke lanseres»."""
    following = after.split(maxsplit=2)
    verb = following[0].strip(".,;:").lower() if following else ""
    if verb in _EVILS or verb in _OPINIONS or _TODAY.search(after):
        return True
    if said == "do not" and not after.strip(" .!?)\"'»”") and before[-1:] != ["we"]:
        return True  # «… which the board finds reassuring and I do not»
    beyond = following[1].strip(".,;:").lower() if len(following) > 1 else ""
    if verb in _TO_BE and beyond and beyond not in _PLACES and not _TIMED.search(after):
        return True  # «vi skal ikke være dyrest»
    ours = not before or before[-1].lower() in _OURS or not _OURS.isdisjoint(said.split()) or "å" in said.split()
    if ours or not verb:
        return False
    if _TIMED.search(said) or _TIMED.search(after) or verb in _STARTS:
        return False
    return _PASSIVE.match(verb) is None and _BE_DONE.match(after.strip()) is None
