"""What is told in a sentence where a label is not used: who stands behind the set, how it is followed up, and why."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from assistant.formats.labels import Label
from assistant.formats.set_builder import SetBuilder
from assistant.formats.set_lines import SetLines, words_of
from assistant.formats.set_parts import ObjectiveRead, Place
from assistant.formats.set_period import read_said_period
from assistant.okr import Language
from assistant.rules.rhythm import read_rhythm

_LOOKED_AT = re.compile(
    r"innsjekk|\bsjekk|oppfølg|\bfølg\w+ opp\b|gjennomgang|gjennomgå|\bgår\b.* (?:gjennom|over)\b|\b(?:går (?:vi|me) gjennom)"
    r"|\w*møte[rnt]?\b|\bmøt(?:es|est|ast)\b|\bsamles\b|\bsamlast\b|\btavl|\w*tavla\b|\bstatus|\boppdater|\brapporter|\brund[ea]|\w+runde\b"
    r"|\btallene\b|\btala\b|\bmålene\b|\bmåla\b|\bfast punkt|\b(?:vi|me) (?:ser|les|leser|tar|tek|set oss|setter oss)\b|oversikt"
    r"|\bcheck[- ]?ins?\b|\bfollow[- ]?up|\breview|\bstand-?up|\bhuddle|\bmeet(?:s|ing|ings)?\b|\bboard\b|\bscore-?(?:card|board)"
    r"|\bpulse\b|\bprogress\b|\bdiscuss|\b(?:numbers|figures)\b|\bwe (?:look|go|check|read|sit)\b|\bkeep track|\bstanding item|\bupdated\b",
    re.IGNORECASE,
)
"""What is done so often, when it is the goals that are looked at."""
_SUPPORT = (
    (Label.AMBASSADOR, re.compile(r"\bokr[- ]?ambassad", re.IGNORECASE)),
    (
        Label.SPONSOR,
        re.compile(r"\bsponsor|\bstands? behind\b|\bst(?:år|iller seg|end|eller seg) bak\b", re.IGNORECASE),
    ),
)
_LONGEST = 300
"""Characters; a rhythm is told early in its line."""
_HALF_A_YEAR = 183
"""Days; «the annual report» is no rhythm."""
_PERIOD = re.compile(
    r"[.;,·|]\s+(?:(?:periode|period)\s?:?|gjelder|gjeld|valid|perioden\s(?:er|går\sfra|går\sfrå)|the\speriod\s(?:is|runs\sfrom))(?=\s)",
    re.IGNORECASE,
)
"""Behind something else on its line: «Innsjekk hver mandag. Periode: 1.1.–30.4.2027»."""
_SAYS_WE = re.compile(r"(?:we|vi|me|innsjekk|check|oppfølg|follow)", re.IGNORECASE)
_REASON = re.compile(
    r"(?:[^.:]{0,60}\b(?:fordi|av di|because)\b|(?:dette|this) (?:haster|hastar|betyr|betyder|matters)\b)",
    re.IGNORECASE,
)


def is_told_rhythm(text: str) -> bool:
    """Whether a line among unmarked key results tells the rhythm: «Vi sjekker inn hver mandag»."""
    return _SAYS_WE.match(text) is not None and _tells_rhythm(text)


def _tells_rhythm(text: str) -> bool:
    return _LOOKED_AT.search(text) is not None and _is_often(text)


def _is_often(text: str) -> bool:
    """Whether a frequency is named; in which language is not known yet."""
    rhythms = (read_rhythm(text[:_LONGEST], language) for language in (Language.NB, Language.EN))
    return any(rhythm is not None and rhythm.days is not None and rhythm.days <= _HALF_A_YEAR for rhythm in rhythms)


def settle_told(builder: SetBuilder, lines: SetLines) -> None:
    """Find in the lines that were not read what the set says in sentences, and take them as read."""
    _take_rhythm_from_initiatives(builder, lines)
    for number in dict.fromkeys([*(head.line for head in builder.heads), *builder.unread]):
        raw = lines.raw[number - 1]
        behind = raw.find(": ") + 1
        for label, pattern in _SUPPORT:
            if label not in builder.fields and (found := pattern.search(raw)):
                named = behind > found.end()  # «Den som står bak: Eva Lie»
                _take(builder, label, number, raw, behind if named else 0)
        if Label.PERIOD not in builder.fields and (at := _period_at(raw)) is not None:
            _take(builder, Label.PERIOD, number, raw, at)
        if Label.FOLLOW_UP not in builder.fields and _tells_rhythm(raw):
            named = behind > 0 and _is_often(raw[behind:]) and not _is_often(raw[:behind])
            _take(builder, Label.FOLLOW_UP, number, raw, behind if named else 0)
    _take_beside_fields(builder)
    told = {place.line for place in builder.fields.values()}
    unread = sorted({*builder.unread} - told)
    read = {
        line
        for item, end in _with_ends(builder, lines)
        if item.why is None
        for line in _reasons(item, end, unread, lines)
    }
    builder.unread = [number for number in unread if number not in read]


def _take_beside_fields(builder: SetBuilder) -> None:
    """Find the rhythm («Sponsor: Eva Lie. Vi ser på tallene hver mandag.») and the period behind another field."""
    fields = builder.fields
    for label in (Label.SPONSOR, Label.AMBASSADOR, Label.INVOLVED, Label.OWNER, Label.PERIOD):
        if Label.FOLLOW_UP not in fields and label in fields and _tells_rhythm(fields[label].text):
            builder.for_set(Label.FOLLOW_UP, fields[label])
    for label in (Label.SPONSOR, Label.AMBASSADOR, Label.FOLLOW_UP, Label.OWNER):
        if Label.PERIOD not in fields and label in fields and (at := _period_at(fields[label].text)) is not None:
            builder.for_set(Label.PERIOD, fields[label].part(at + 1))


def _period_at(text: str) -> int | None:
    """Where a period begins behind something else; «Gjelder alle avdelinger» names none."""
    found = _PERIOD.search(text)
    return found.end() if found is not None and read_said_period(text[found.end() :]) is not None else None


def _with_ends(builder: SetBuilder, lines: SetLines) -> Iterator[tuple[ObjectiveRead, int]]:
    """Each objective, and the line its first key result or the next objective stands on."""
    following = [*(item.place.line for item in builder.objectives[1:]), len(lines.raw) + 1]
    for item, end in zip(builder.objectives, following, strict=False):  # without objectives one line end is left
        results = (result.place.line for result in item.key_results[:1] if result.place.line > item.place.line)
        yield item, min([end, *results])


def _take(builder: SetBuilder, label: Label, number: int, raw: str, start: int) -> None:
    said = raw[start:]
    at = len(raw) - len(said.lstrip())
    builder.for_set(label, Place(number, at + 1, " ".join(said.split()).strip("*_ ")))


def _take_rhythm_from_initiatives(builder: SetBuilder, lines: SetLines) -> None:
    """A sentence below the last list of initiatives: «We look at the numbers on the first Tuesday of every month»."""
    item = builder.objectives[-1] if builder.objectives else None
    if item is None or Label.FOLLOW_UP in builder.fields or not item.initiatives:
        return
    last = item.initiatives[-1]
    if not is_told_rhythm(last):
        return
    for number in range(len(lines.raw), item.place.line, -1):
        if lines.raw[number - 1].strip() == last:
            item.initiatives.pop()
            _take(builder, Label.FOLLOW_UP, number, lines.raw[number - 1], 0)
            return


def _reasons(item: ObjectiveRead, end: int, unread: list[int], lines: SetLines) -> Iterator[int]:
    """Take «We want this because last year …», told between an objective and its first key result; the line of it."""
    for number in unread[bisect_right(unread, item.place.line) : bisect_left(unread, end)]:
        words = words_of(lines.raw[number - 1])[2].strip("*_ ")
        if _REASON.match(words):
            item.why = words
            yield number
            return
