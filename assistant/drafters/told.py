"""Telling what was once a goal, what others aim for and what somebody proposed from what is to be reached now."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from assistant.language.line import Line
from assistant.okr import Language

_NORWEGIAN_PAST = (
    r"\bskulle\s+(?:vi|me|ned|opp|under|over|fra|frå|til|bli|auke|øke|auk\w+|økes|reduser\w+|senk\w+|halver\w+|dobl\w+|være|vere|ha|få|nå)\b"
    r"|\b(?:vi|me|og|som)\s+skulle\s+(?!ønsk|gjerne)|^\S+(?:\s\S+){0,4}\s+skulle\s+(?:ned|opp|fra|frå|til|bli)\b|\bburde\s+ha\b"
)
_PAST_GOAL = {
    Language.NB: _NORWEGIAN_PAST,
    Language.NN: _NORWEGIAN_PAST,
    Language.EN: (
        r"\b(?:should|would|could)\s+have\s+(?!to\b)|\b(?:was|were)\s+(?:meant\s+|supposed\s+|going\s+)?to\s+\w+"
        r"|^(?:last\s+(?:year|spring|autumn|term|quarter)|in\s+20\d\d)\b.{0,60}?\b(?:would|should)\b"
    ),
}
"""«Køen skulle ned til 20 dager», “we should have”: what was once a goal."""

_RAN = {
    Language.NB: r"^\w+\s+(?:\w+\s+){0,4}?(?:gikk|økte|falt|sank|steg|vokste)\s+(?:opp|ned|med|til|fra|\d)",
    Language.NN: r"^\w+\s+(?:\w+\s+){0,4}?(?:gjekk|auka|fall|sokk|steig|voks)\s+(?:opp|ned|til\s+\d|frå\s+\d)",
    Language.EN: r"^\w+\s+(?:\w+\s+){0,4}?(?:went|increased|climbed|slipped|dropped|shrank)\s+(?:up|down|by|to|from|\d)",
}
"""«Omsetningen gikk opp 12 % til 47 mill.»: a change that has happened."""

_ONCE = re.compile(
    r"\b(?:we|vi|me)\s+(?:aimed|hoped|planned|promised\s+to|set\s+out|tried|considered|discussed|debated|looked\s+at|vurderte|drøftet|drøfta|diskuterte|håpet|håpa|lovet\s+å|lovte\s+å|lova\s+å|planla"
    r"|hadde\s+(?:som\s+)?mål|had\s+(?:a\s+goal|a\s+target|as\s+our\s+goal))\b"
    r"|\b(?:asked|begged|urged)\s+(?:us|for)\b|\b(?:ba|bad)\s+oss\b|\b(?:decided\s+against|lagt\s+bort|la\s+(?:det|den|dei)\s+bort)\b",
    re.IGNORECASE,
)
"""What was hoped, weighed or asked for: no decision of this brief."""

_FORMER = re.compile(
    r"(?:\w+\s+){0,3}(?:last|previous|old|former|forrige|førre|gamle)\s+(?:plan\w*|strateg\w+|period\w*|goal|mål\w*)\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells of a former plan."""

_REACHED = re.compile(
    r"\((?:er\s+|ble\s+|vart\s+|is\s+|was\s+)?(?:nådd|oppnådd|innfridd|ferdig|gjennomført|reached|achieved|met|done|delivered|completed)\b[^)]*\)"
    r"|\b(?:og|men|and|but)\s+(?:det\s+)?(?:vi|me|we)\s+(?:endte|enda|nådde|kom\s+til|ended|reached|got\s+to|landed)\b"
    r"|\b(?:og|and)\s+(?:det|that)\s+(?:gjorde|klarte|greidde|did|managed)\b",
    re.IGNORECASE,
)
"""A goal whose outcome is told beside it."""

_SAID = (
    r"mente|meinte|meiner|mener|sa|sade|foreslo|ba\s+om|bad\s+om|viste\s+til|peikte\s+på|peika\s+på|pekte\s+på|minte\s+om|minnet\s+om|spurte|spurde"
    r"|hevdet|hevda|nevnte|nemnde|advarte|åtvara|innvendte|tok\s+til\s+orde\s+for"
)
_SAID_EN = r"said|suggested|proposed|argued|thought|felt|noted|asked|wondered|mentioned|pointed\s+out|claimed|warned|reminded\s+us|thinks|believes"
_OTHERS_SAY = {
    Language.NB: rf"^(?!(?:vi|jeg|styret)\b)\S+(?:\s\S+){{0,2}}?\s(?:{_SAID})\b(?=.*\b(?:at|å|vi|om)\b)",
    Language.NN: rf"^(?!(?:vi|me|eg|styret)\b)\S+(?:\s\S+){{0,2}}?\s(?:{_SAID})\b(?=.*\b(?:at|å|vi|me|om)\b)",
    Language.EN: rf"^(?!(?:we|i|the\s+board)\b)\S+(?:\s\S+){{0,2}}?\s(?:{_SAID_EN})\b(?=.*\b(?:that|we|to|it|of|about)\b)",
}
"""«Hovden viste til at …», “Anna suggested that …”: one voice in a meeting, and no decision."""

_OTHERS = (
    r"konkurrent\w*|nabo\w*|bransjen|bransja|departementet|regjeringen|regjeringa|stortinget|storting\w*|staten|eu"
    r"|(?:(?:our|the|their|a)\s+)?(?:\w+\s+)?(?:competitors?|rivals?|neighbours?|industry|ministry|government|regulator)"
)
_WANT = {
    Language.NB: r"vil|ønsker|har\s+som\s+mål|planlegger|sikter",
    Language.NN: r"vil|ønskjer|ønsker|har\s+som\s+mål|planlegg|siktar",
    Language.EN: r"wants?|aims?|plans?|hopes?|intends?|would\s+like|expects?|has\s+a\s+goal|have\s+a\s+goal",
}
_TALK = re.compile(
    r"\b(?:finne\s+ut\s+av\s+(?:det|dette)|(?:snakk\w*|prat\w*)\s+(?:meir?\s+|mer\s+)?om\s+(?:det|dette)|(?:se|sjå)\s+(?:nærmere\s+|nærare\s+)?på\s+(?:det|dette)"
    r"|(?:figure|sort|work)\s+(?:it|this|that)\s+out|(?:talk|speak)\s+(?:more\s+)?about\s+(?:it|this|that)|(?:look|check)\s+(?:in)?to\s+(?:it|this|that)|get\s+back\s+to\s+(?:it|you))\s*[.!]?$",
    re.IGNORECASE,
)
"""«Da må vi finne ut av det», “we must talk about it”: what is left to another day."""
_REJECTING = re.compile(
    r"^(?:\w+\s+){1,3}(?:rejected|voted\s+down|turned\s+down|avviste|forkastet|forkasta|avslo|stemte\s+ned|røysta\s+ned)\s+(?:the|an?|all|every|et|eit|en|ein|alle"
    r"|forslag\w*|framlegg\w*|ideen|idea)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_LOOKS_BACK = re.compile(
    r"^(?:slik\s+(?:gikk|gjekk)\s+det|tilbakeblikk|det\s+vi\s+(?:fikk|fekk)\s+til|(?:dette|hva|kva)\s+(?:fikk|fekk|oppnådde)\s+vi|hvor\s+vi\s+kommer\s+fra"
    r"|(?:resultat\w*|oppnådd)\s+(?:i\s+|for\s+)?20\d\d|forrige\s+(?:strategi|periode|plan)|førre\s+(?:strategi|periode|plan)|historikk|historie|historia"
    r"|looking\s+back|what\s+we\s+(?:achieved|did|delivered)|how\s+(?:we\s+got\s+here|it\s+went)|results?\s+(?:in\s+|for\s+|of\s+)?20\d\d|last\s+(?:year|period|plan)\b"
    r"|the\s+(?:last|previous|old)\s+(?:plan|strategy|period)|history)\b",
    re.IGNORECASE,
)


_STANDS = re.compile(
    r"^(?:(?:der|her|kor|hvor|slik|kvar)\s+(?:vi\s+)?(?:står|er)\b|status\b|nåsituasjon\w*|no-situasjon\w*|situasjonen\b|utgangspunkt\w*|i\s+dag$|fakta\b|benchmark\w*|reserve\b|til\s+orientering"
    r"|where\s+we\s+(?:are|stand)\b|(?:the\s+)?(?:current\s+)?(?:state|position|situation|status)\b|today$|facts\b|backup\b|for\s+information)",
    re.IGNORECASE,
)


def tells_today(heading: str | None) -> bool:
    """Whether a heading says that what stands below it is how things are («Der vi står», “Where we are”)."""
    return heading is not None and _STANDS.match(heading.strip()) is not None


def looks_back(heading: str | None) -> bool:
    """Whether a heading says that what stands below it has been («Slik gikk det», “What we achieved”)."""
    return heading is not None and _LOOKS_BACK.match(heading.strip()) is not None


def is_told(line: Line, statement: str, *, decided: bool = False) -> bool:
    """Whether a clause only tells of a former goal, of what others want, or of what one voice proposed.

    Args:
        line: The clause.
        statement: The sentence it stands in, which may open with who says so.
        decided: Whether the sentence tells what was decided, and so the past of its verbs is no former goal.
    """
    text, known = line.text, _patterns(line.language)
    if decided:
        return _REACHED.search(statement) is not None or _FORMER.match(statement) is not None
    if known.others_say.match(statement) or _REACHED.search(statement) or _FORMER.match(statement):
        return True
    if known.others_want.match(text) or known.past_goal.search(text) or known.ran.match(text):
        return True
    if not line.measures and _TALK.search(text):
        return True
    return _ONCE.search(text) is not None or _REJECTING.search(text) is not None or _is_between_past_years(line)


class _Patterns(NamedTuple):
    """The patterns of one language, compiled when it is first read."""

    others_say: re.Pattern[str]
    others_want: re.Pattern[str]
    past_goal: re.Pattern[str]
    ran: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    wants = rf"(?:{_OTHERS})\s+(?:{_WANT[language]})\b"
    said = (_OTHERS_SAY[language], wants, _PAST_GOAL[language], _RAN[language])
    return _Patterns(*(re.compile(pattern, re.IGNORECASE) for pattern in said))


def _is_between_past_years(line: Line) -> bool:
    """«Klager: 412 → 280 (2023 → 2025)»: the later year, said behind the later value, is over."""
    start, target = line.change.baseline, line.change.target
    if line.year is None or target is None or start is None or target.start < start.start:
        return False
    years = [int(year) for year in _YEAR.findall(line.text, target.end)]
    return bool(years) and max(years) < line.year
