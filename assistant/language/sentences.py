"""Cutting running text into sentences, knowing Norwegian and English abbreviations and ordinals."""

from __future__ import annotations

import re

_STOP = r"(?<![.!?…])[.!?…]++[»”\"')\]]*+"
_END = re.compile(rf"{_STOP}(?:(?=\s+[«“\"'(]*[A-ZÆØÅÄÖÜ0-9–-])|\s*$)")
_ABBREVIATIONS = frozenset(
    (
        "kr pst mill mrd ca nr f.eks bl.a m.m osv dvs jf jfr pr stk tlf org.nr inkl ekskl evt ev hhv mht ift pga tom "
        "t.o.m f.o.m s kl kap art pkt mnd etc e.g i.e vs approx incl no dr mr mrs ms st avd adm dir ass mfl m.fl o.l "
        "t.d d.v.s o.s.v m.v maks prof co inc ltd a.m p.m u.s u.k jan feb aug sep sept okt nov des oct dec"
    ).split()
)
_LAST_WORD = re.compile(r"([\w.]+)$")
_NAME_BEFORE = re.compile(r"(?:^|[A-ZÆØÅ][\w.-]*)\s*$")
_REACH = 60
"""How far back an abbreviation or a name is looked for: a bound, so that long lines cost no more than short ones."""
_SMALL_NUMBER = re.compile(r"\d{1,2}$")
_AFTER_ORDINAL = re.compile(
    r"\s+(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|tertial|kvartal|halvår)",
    re.IGNORECASE,
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of folded text as (start, end) pairs, without the white space between them."""
    text = text.rstrip()
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _is_inside(text, start, match):
            continue
        spans.append((start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text):
        spans.append((start, len(text)))
    return [(first, _rstrip(text, first, last)) for first, last in spans if text[first:last].strip()]


def _rstrip(text: str, first: int, last: int) -> int:
    while last > first and text[last - 1].isspace():
        last -= 1
    return last


def _is_inside(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or an ordinal."""
    if match.group()[0] != "." or match.end() >= len(text):
        return False
    before = _LAST_WORD.search(text, max(start, match.start() - _REACH), match.start())
    if before is None:
        return False
    word = before[1]
    if word.lower() in _ABBREVIATIONS or word.lower().endswith("nr"):
        return True
    if len(word) == 1 and word.isupper():
        first = before.start()
        return first == start or bool(_NAME_BEFORE.search(text, max(start, first - _REACH), first))
    return bool(_SMALL_NUMBER.fullmatch(word)) and bool(_AFTER_ORDINAL.match(text, match.end()))
