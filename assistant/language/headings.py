"""The headings of a brief, in bokmål, nynorsk and English, however they are set."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABELS = {
    "strategy": "strategi strategien strategy",
    "vision": "visjon visjonen vision",
    "mission": "oppdrag oppdraget misjon misjonen mission formål formålet føremål føremålet purpose samfunnsoppdrag samfunnsoppdraget",
    "values": "verdi verdier verdiene verdiar verdiane values kjerneverdier kjerneverdiar",
    "organisation": "virksomhet virksomheten verksemd verksemda organisasjon organisasjonen organisation organization selskap selskapet company",
    "level": "nivå nivået level",
    "period": "periode perioden period",
    "roles": "rolle roller rollene rollane roles role",
    "metrics": "måltall måltallene måltal måltala metrics nøkkeltall nøkkeltal",
    "parent_objectives": "",
    "exclusions": "",
    "max_objectives": "",
    "language": "språk språket language",
}
_PHRASES = {
    "core values": "values",
    "overordnede mål": "parent_objectives",
    "overordnet mål": "parent_objectives",
    "overordna mål": "parent_objectives",
    "parent objectives": "parent_objectives",
    "parent objective": "parent_objectives",
    "ikke nå": "exclusions",
    "ikkje no": "exclusions",
    "not now": "exclusions",
    "maks mål": "max_objectives",
    "maks antall mål": "max_objectives",
    "max objectives": "max_objectives",
    "key metrics": "metrics",
}
FIELDS: dict[str, str] = {
    **{word: field for field, words in _LABELS.items() for word in words.split()},
    **_PHRASES,
}
"""Heading words, in lower case, and the field of the brief each opens."""

_NUMBERING = re.compile(
    r"^(?:\(?[0-9ivx]{1,4}(?:\.\d+)*[.):](?!\d)\s*|[a-h][.)]\s+|\d{1,2}(?:\.\d{1,2})*\s+(?=[A-ZÆØÅ]))", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"^(?:vår|vårt|våre|våra|vårer|our|the)\s+|\s+(?:vår|vårt|våre|våra)$", re.IGNORECASE)
_EDGE = " \t*_:.–—-#|"
_HASHES = re.compile(r"^(#{1,6})(?:[ \t]+|(?=\w))(.*?)[ \t#]*$")
_BOLD = re.compile(r"^(\*\*|__)(.+?)\1[ \t]*:?[ \t]*$")
_RUN_IN = re.compile(r"^(?:\*\*|__)?([^:*|]{2,40}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*(.*)$")

BOLD_LEVEL = 7
PLAIN_LEVEL = 8
"""Headings without ``#`` stand below all that have one; a plain line below a bold one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line.

    Attributes:
        field: The field of the brief it opens, or ``None`` for a heading of the leader's own.
        title: Its words.
        level: 1 to 6 for ``#`` to ``######``, then bold, then plain.
        rest: Where in the line the run-in text begins («Periode: T2 2026»), or ``None``.
    """

    field: str | None
    title: str
    level: int
    rest: int | None = None


def field_of(title: str) -> str | None:
    """The field a heading's words open: «2. Våre verdier:» is ``values``; ``None`` if they are the leader's own."""
    words = _NUMBERING.sub("", title.strip(_EDGE)).strip(_EDGE)
    words = " ".join(_POSSESSIVE.sub("", words).strip(_EDGE).lower().split())
    if words in FIELDS:
        return FIELDS[words]
    first, _, rest = words.partition(" ")
    joined = rest.startswith(("og ", "and ", "& ")) and FIELDS.get(rest.split(" ", 1)[1])
    return FIELDS.get(first) if joined else None


def read_heading(line: str, *, alone: bool) -> Heading | None:
    """Read ``line`` as a heading, or return ``None``.

    Args:
        line: One line, quoted-mail marks removed.
        alone: Whether an empty line, the text's beginning or another heading stands before it: a plain line without
            marks counts as a heading of the brief only then or when a colon ends it.

    Returns:
        The heading. A plain line is one only if its words are known.
    """
    stripped = line.strip()
    if not stripped or len(stripped) > 120:
        return _long_run_in(line) if stripped else None
    if hashes := _HASHES.match(stripped):
        return _marked(line, hashes[2], len(hashes[1]))
    if bold := _BOLD.match(stripped):
        return Heading(field_of(bold[2]), _title(bold[2]), BOLD_LEVEL)
    if stripped[-1] not in ".;,!?" and (field := field_of(stripped)) and (alone or stripped.endswith(":")):
        return Heading(field, _title(stripped), PLAIN_LEVEL)
    return _long_run_in(line)


def _marked(line: str, words: str, level: int) -> Heading:
    run_in = _RUN_IN.match(words)
    if run_in and run_in[2] and (field := field_of(run_in[1])):
        return Heading(field, _title(run_in[1]), level, line.index(words) + run_in.start(2))
    return Heading(field_of(words), _title(words), level)


def _long_run_in(line: str) -> Heading | None:
    found = _RUN_IN.match(
        line.lstrip("-*• \t") if line.lstrip().startswith(("- **", "* **", "• **")) else line.lstrip()
    )
    if found is None or not found[2].strip(" *_"):
        return None
    field = field_of(found[1])
    if field is None:
        return None
    level = BOLD_LEVEL if "**" in line[: line.index(found[1]) + len(found[1]) + 3] else PLAIN_LEVEL
    return Heading(field, _title(found[1]), level, len(line) - len(found[2]) if found[2] else None)


def _title(words: str) -> str:
    return " ".join(_NUMBERING.sub("", words.strip(_EDGE)).strip(_EDGE).split())
