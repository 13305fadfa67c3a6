"""Reading what a line says its numbers rest on: «(45 er forslag)», «(strategien: «…»)», «som strategien sier»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from assistant.brief import Brief
    from assistant.language.line import Line
    from assistant.language.numbers import Measure


class Claim(NamedTuple):
    """A number that the line says the brief holds.

    Attributes:
        measure: The number.
        words: The words that say so.
        quote: The words it is said to stand in, or ``None`` for the brief as a whole.
    """

    measure: Measure
    words: str
    quote: str | None = None


_PROPOSED = re.compile(
    r"\b(?:(?:fram|ut|opp)?forsla(?:g|get|ga|gene)|f[oø]resl(?:ått|åtte|åtne|ås|åast|egen|ege|egne)|framlegg(?:et|a)?"
    r"|propos(?:ed|al|als|es?)|suggest(?:ed|ion)|tentativ(?:e|t)?|antatt|anslag|anslått|assumed|assumption|estimat(?:e|ed|ert)?)\b",
    re.IGNORECASE,
)
_PROPOSAL_HINTS = ("orsl", "ores", "øresl", "ramlegg", "ropos", "uggest", "entativ", "nta", "nsl", "ssum", "stimat")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_REFERS = re.compile(r"\W*(?:se|sjå|see|jf|cf)\b", re.IGNORECASE)
"""«(se forslaget fra styret)» points at a proposal, and marks no number."""
_BOTH = re.compile(
    r"\b(?:begge|båe|alle|tallene|tala|talla|verdiene|verdiane|nivåene|nivåa|both|all|figures|values|numbers|levels)\b",
    re.IGNORECASE,
)
"""«(begge er forslag)»: every number before the brackets."""
_QUOTED = re.compile(r"[«“\"„‘‚‹]([^«»“”\"„‘‹›]{3,})[»”\"“’›‘]")
_THE_BRIEF = r"(?:strategi(?:en|plan\w*|dokument\w*|notat\w*)?|strategy|(?:the\s+)?brief(?:en)?|virksomhetsplan\w*|verksemdsplan\w*|mandat\w*|måltall\w*|måltal\w*)"
_NAMED = re.compile(
    rf"^\W*(?:(?:jf|jfr|cf|see|se|sjå|fra|frå|from|kilde|kjelde|i|in|the|source|per|ifølge|ifølgje)\b[.:]?\s*)*{_THE_BRIEF}\b",
    re.IGNORECASE,
)
_AS_IT_SAYS = re.compile(
    rf"""
    \b(?:
        (?:slik|som|sånn|just\ as|as|like)\s+(?:(?:det|er|står|sagt|satt|sett|stated|set(?:\s+out)?|given|laid\s+down|written|promised|required)\s+)*
            (?:(?:i|in|av|by)\s+)?(?:the\s+)?(?:vår\s+|our\s+)?{_THE_BRIEF}
            (?:\s+(?:vår|vår\s+egen))?(?:\s+(?:sier|seier|krever|krev|lover|lovar|slår\s+fast|legger\s+til\s+grunn|set|setter|vil|says|requires|states|demands|promises|sets|calls\s+for|has\s+it|puts\s+it))?
      | (?:jf\.?|jfr\.?|cf\.?|ifølge|ifølgje|i\s+følge|i\s+følgje|i\s+henhold\s+til|i\s+samsvar\s+med|etter|per|according\s+to|in\s+accordance\s+with)\s+(?:the\s+)?(?:vår\s+|our\s+)?{_THE_BRIEF}
      | (?:hentet|henta|tatt|teke|taken|straight|direkte)\s+(?:fra|frå|from)\s+(?:the\s+)?{_THE_BRIEF}
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAMES_IT = ("strateg", "brief", "plan", "mandat", "måltal")


def proposed(line: Line, known: frozenset[int]) -> list[Measure]:
    """The numbers of a line that it marks as proposed.

    Args:
        line: The line.
        known: The indices, among the line's measures, of those that need no mark: the brief has them.
    """
    text = line.text
    lowered = text.lower()
    if not line.measures or not any(hint in lowered for hint in _PROPOSAL_HINTS):
        return []
    found: list[Measure] = []
    marked_up_to = 0
    for bracket in _BRACKETS.finditer(text):
        said = next(part for part in bracket.groups() if part is not None)
        if not _PROPOSED.search(said) or _REFERS.match(said):
            continue
        inside = [measure for measure in line.measures if bracket.start() < measure.start < bracket.end()]
        values = {abs(number) for number in _numbers(said)} | {abs(measure.value) for measure in inside}
        before = [at for at, measure in enumerate(line.measures) if marked_up_to <= measure.start < bracket.start()]
        named = [line.measures[at] for at in before if abs(line.measures[at].value) in values]
        if inside or named:
            found += [*inside, *named]
        elif _BOTH.search(said):
            found += [line.measures[at] for at in before]
        elif before:
            fresh = [at for at in before if at not in known]
            found.append(line.measures[(fresh or before)[-1]])
        marked_up_to = bracket.end()
    outside = _BRACKETS.sub(lambda bracket: " " * len(bracket[0]), text)
    for mark in _PROPOSED.finditer(outside):
        before = [at for at, measure in enumerate(line.measures) if measure.end <= mark.start()]
        if before and _leads_up(text[line.measures[before[-1]].end : mark.start()]):
            fresh = [at for at in before if at not in known]
            found.append(line.measures[(fresh or before)[-1]])
    return found


_LEADS_UP = re.compile(r"[\s,;:–—-]*(?:\w+\s+){0,2}(?:er|is|are|som|as|et|eit|a|an|our|vårt)?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[ .,\u00a0]\d+)*")


def _leads_up(between: str) -> bool:
    """Whether nothing but a little word stands between a number and «forslag»."""
    return _LEADS_UP.fullmatch(between) is not None


def _numbers(text: str) -> list[float]:
    """The numbers in digits of the words in brackets."""
    found: list[float] = []
    for number in _NUMBER.findall(text):
        digits = re.sub(r"[ \u00a0]", "", number)
        try:
            found.append(float(digits.replace(",", ".")))
        except ValueError:
            continue
    return found


def claims(line: Line, brief: Brief) -> list[Claim]:
    """The numbers that a line says the brief holds, by a quote behind them or by naming the brief."""
    text = line.text
    if not line.measures:
        return []
    found: list[Claim] = []
    if "(" in text or "[" in text:
        for bracket in _BRACKETS.finditer(text):
            found += _quoted(line, bracket, brief)
    lowered = text.lower()
    if any(name in lowered for name in _NAMES_IT):
        for said in _AS_IT_SAYS.finditer(text):
            found += [Claim(measure, said[0]) for measure in line.measures if measure.end <= said.start()]
    return found


def _quoted(line: Line, bracket: re.Match[str], brief: Brief) -> list[Claim]:
    """What the words in a pair of brackets claim of the number before them."""
    said = next(part for part in bracket.groups() if part is not None)
    before = [measure for measure in line.measures if measure.end <= bracket.start()]
    if not before:
        return []
    quote = _QUOTED.search(said)
    named = _NAMED.search(said) is not None
    if quote is None:
        bare = named and not _PROPOSED.search(said) and len(said.split()) <= _FEW
        return [Claim(before[-1], said)] if bare else []
    if not named and (brief.find(quote[1]) is None or not any(char.isdecimal() for char in quote[1])):
        return []  # «(spørsmålet «Jeg får hjelp»)»: no claim on the brief
    return [Claim(before[-1], quote[1], quote[1])]


_FEW = 4
"""Words: «(fra strategien)»; longer brackets say more than where a number is from."""
