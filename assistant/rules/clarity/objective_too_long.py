"""An objective of more than twenty words, or of more than one sentence.

Why it hurts: what nobody can say by heart, nobody remembers on a Tuesday, and a long objective usually hides a second
one or its own reason. Keep the one thought people can repeat; the rest is the why, or a key result.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from assistant.language.line import Line
from assistant.language.sentences import split_sentences
from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_STOPS = frozenset(".!?…")
_MARKS = frozenset(",;:–—(")
_JOINTS = frozenset("slik fordi som så ved gjennom mens medan so because which that while whatever by through".split())
_AND = frozenset("og samt and".split())
"""Where a long line can be cut, the best places first: the thought before may stand alone."""
_QUOTABLE = 12
"""Words; a longer thought is no example of a short one."""
_FEWEST = 4
"""Words that make a thought."""
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Count the words, numbers and signs aside, and the sentences."""
    line, most = item.line, int(context.profile.setting("CLR06", "words"))
    text, size = line.text, len(line.words)
    sentences = split_sentences(text) if size > 1 and not _STOPS.isdisjoint(line.words[:-1]) else []
    if size <= most and len(sentences) <= 1:
        return
    # «f.eks.» is one word, and «8.30» is none.
    found = [word for word in _WORD.finditer(text) if _LETTER.search(word[0])]
    words = [word.start() for word in found]
    if len(words) <= most and len(sentences) <= 1:
        return
    end = kept = len(text)
    if len(words) > most:
        end = _thought(line, words[most])
        kept = end if len(text[:end].split()) <= _QUOTABLE else _first_clause(line, end)
    if len(sentences) > 1:
        end, kept = min(end, sentences[0][1]), min(kept, sentences[0][1])
    start = next((word.start() for word in found if word.start() >= end and word[0].lower() not in _AND), end)
    facts = {
        "length": f"{len(words)} words" if len(words) > most else f"{len(sentences)} sentences",
        "kept": text[:kept].rstrip(" .,;:–—-("),
    }
    yield Finding("CLR06", item.path, RULE.severity, facts, (start, len(text)))


def _first_clause(line: Line, end: int) -> int:
    """Where the first clause of a thought that is too long to quote ends, if anywhere before ``end``."""
    for joints in (_JOINTS, _AND):
        for index in range(_FEWEST, bisect_left(line.tokens.starts, end)):
            if line.words[index] in joints and line.words[index - 1] not in _AND:
                return line.tokens.starts[index]
    return end


def _thought(line: Line, over: int) -> int:
    """Where the first thought of a long line ends: at the last good joint before the character ``over``."""
    starts, words = line.tokens.starts, line.words
    last = bisect_left(starts, over)
    for joints in (_MARKS, _JOINTS, _AND):
        for index in range(min(last, len(words) - 1), _FEWEST - 1, -1):
            if words[index] in joints and words[index - 1] not in _AND:
                return starts[index]
    return over


RULE = Rule(
    code="CLR06",
    name="objective-too-long",
    scope=Scope.OBJECTIVE,
    severity=Severity.WARNING,
    message=Text(
        nb="Et mål på {length} er vanskelig å huske.",
        nn="Eit mål på {length} er vanskeleg å hugse.",
        en="An objective of {length} is hard to remember.",
    ),
    suggestion=Text(
        nb="Behold én tanke, for eksempel «{kept}». Resten kan stå under «Hvorfor:» eller bli et nøkkelresultat.",
        nn="Hald på éin tanke, til dømes «{kept}». Resten kan stå under «Kvifor:» eller bli eit nøkkelresultat.",
        en="Keep one thought, such as “{kept}”. The rest can go under “Why:” or become a key result.",
    ),
    bad=Examples(
        nb=(
            (
                "Gjestene skal oppleve at huset er åpent for alle, uansett alder og bakgrunn, og at personalet kjenner dem "
                "igjen når de kommer tilbake neste sommer"
            ),
            "Fergene går når de skal. Pendlerne stoler på oss.",
            (
                "Vi vil at hver eneste sau skal komme ned fra fjellet frisk, feit og merket slik at bøndene i bygda slipper å "
                "lete etter dem i ukevis"
            ),
        ),
        nn=(
            (
                "Gjestene skal oppleve at huset er ope for alle, uansett alder og bakgrunn, og at personalet kjenner dei igjen "
                "når dei kjem tilbake neste sommar"
            ),
            "Ferjene går når dei skal. Pendlarane stolar på oss.",
            (
                "Vi vil at kvar einaste sau skal kome ned frå fjellet frisk, feit og merkt slik at bøndene i bygda slepp å "
                "leite etter dei i vekevis"
            ),
        ),
        en=(
            (
                "Guests find a house that is open to everyone, whatever their age and wherever they come from, with staff who "
                "know them again next summer"
            ),
            "The ferries run on time. Commuters trust us.",
            (
                "Every single sheep comes down from the hill healthy, fat and tagged so that the farmers of the valley need not "
                "spend weeks on looking for them"
            ),
        ),
    ),
    good=Examples(
        nb=(
            "Fergene går når de skal, bl.a. på rute 14 og til St. Olavs brygge, også kl. 8.30 på en mandag",
            (
                "Gjestene på Hotell Fjordgløtt kommer tilbake neste sommer fordi personalet kjenner dem igjen og huset er åpent "
                "for alle"
            ),
            "Legevakta får f.eks. 1. juledag samme bemanning som ellers!",
        ),
        nn=(
            "Ferjene går når dei skal, mellom anna på rute 14 og til St. Olavs brygge, også kl. 8.30 på ein måndag",
            (
                "Gjestene på Hotell Fjordgløtt kjem tilbake neste sommar fordi personalet kjenner dei igjen og huset er ope for "
                "alle"
            ),
            "Legevakta har t.d. 1. juledag same bemanninga som elles!",
        ),
        en=(
            "The ferries run on time, e.g. on route 14 and to St. Olaf's pier, even at 8.30 a.m. on a Monday",
            "Guests at the Fjord Hotel come back next summer because staff know them and the house is open to everyone",
            "The no. 1 place for Dr. Holm's patients to get well!",
        ),
    ),
    check=check,
    silenced_by=("CLR11",),
)
