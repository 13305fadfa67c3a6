"""An objective that is nothing but a number going up or down.

Why it hurts: «øke omsetningen» tells nobody what to do differently on Monday, or for whom, and it would fit any company
in any year. The number is a key result; the objective is what has to become true for it to move.

Source: the article's pitfall «no link between the business strategy and the purpose».
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm, lexicon
from assistant.okr import Language
from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

if TYPE_CHECKING:
    from assistant.language.line import Line

_LONGEST = 16
"""Words; a longer line says more than a number."""

_PURPOSE = frozenset(
    "for so because who that while without slik så fordi som at uten utan når when where der hvor ved gjennom through "
    "da då hos among blant together sammen saman alongside into than enn".split()
)
"""Words that bring in somebody it is for, a reason or a place to go: then it is a direction."""

_LINKS = frozenset(
    "å vi me we skal vil må will shall must our the a an to av of med by with fra frå from til og and vår våre vårt "
    "den det de dei i på in on at år året year this dette denne samlet samla total totale totalt annual årlig "
    "årleg årlige årlege sin sine hele heile vesentlig significantly kraftig opp ned up down igjen att minst least "
    "få ta bring drive push get bringe "
    "% . , : ; ( ) ! – - →".split()
)
"""Words that hold a movement of a number together."""

_PLACES = frozenset("per pr i på av in of at on innen innan fra frå from".split())
_MEANS = frozenset("med by with".split())
_GOALS = frozenset("til to".split())
_SOFT = frozenset(
    "trivsel trivselen lojalitet lojaliteten verdi verdien verdier verdiar loyalty engagement well-being wellbeing "
    "value values adoption resultat resultatet vekst veksten growth nivå nivået level levels fordelen bydelen fremtid "
    "framtid fremtiden framtida samtid samtiden".split()
)
"""Entries of the list of measures that need not be a number, and words that only end like one."""

_PLAIN = frozenset(
    "membership memberships omsetnad omsetnaden omsetning omset inntjening fortjeneste forteneste salg sal ebit roi arr mrr belegg belegget "
    "besøk besøket besøkende besøkande medlemstall medlemstallet medlemstal medlemstalet medlemmer medlemer følgere følgjarar "
    "følgarar abonnenter abonnentar kunder kundar leads bestillinger bestillingar søkere søkjarar footfall traffic followers "
    "trafikk trafikken nedlastinger nedlastingar downloads leads utlån utlånet utleie eksport mersalg gjenkjøp donasjoner donasjonar loans lending donations bookings".split()
)
"""Metrics that the list of measures lacks."""

_STOPS = frozenset("slutter sluttar slutte slutta stopper stoppar stops stop stopped".split())
_COMPARED = frozenset("færre flere fleire mer meir fewer more less".split())
_MORE_OF = frozenset("flere fleire færre fewer".split())
"""With one noun and no more, these count whatever it is: «flere kormedlemmer»."""
_FEWER = frozenset("færre flere fleire mindre mer meir fewer more less".split())
_HIGHER = frozenset("høyere høgare lavere lågare større higher lower greater improved forbedret forbetra".split())
_DIRECTED = frozenset("ned opp up down".split())
_BROUGHT = frozenset("få ta bring bringe drive push get".split())
"""«Få ned turnover»: verbs that leave the direction to the word behind them."""
_REACHED = frozenset(
    "levere levera deliver improve improved strengthen forbedre forbedret forbetre forbetra styrke styrkje styrkja".split()
)
"""Verbs that may stand before a metric and its value, and say no direction."""
_SPENT = frozenset("tid time times".split())
"""What «more» of is no number."""
_MOST_NOUNS = 3
_MOST_COMPARED = 2


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Flag a line that is a movement and what moves, and nothing else."""
    line = item.line
    if len(line.words) > _LONGEST or not _PURPOSE.isdisjoint(line.words):
        return
    is_compared = not _COMPARED.isdisjoint(line.words)
    if metric := _counted(line) or (_compared(line) if is_compared else _bare_metric(line)):
        yield Finding("LNK06", item.path, RULE.severity, {"objective": line.text, "metric": metric})


def _bare_metric(line: Line) -> str | None:
    """What moves in a bare movement of a number («omsetningen»), or ``None`` for a direction."""
    words = line.words
    if not _STOPS.isdisjoint(words):
        return None
    up, down = line.lexicon.phrases("up_words"), line.lexicon.phrases("down_words")
    movements = {
        word for word in words if (word in up or word in down or word in _REACHED) and _is_movement(line, word)
    }
    if movements <= _LINKS and not _is_whole_movement(line):
        return None
    found = _what_moves(line, movements)
    if found is None or len(found[0]) > (_MOST_NOUNS if movements else 1):
        return None
    nouns, placed = found
    is_movement = not movements <= _LINKS | _REACHED
    if not nouns:
        return line.text[line.measures[0].start : line.measures[0].end] if line.measures and is_movement else None
    if (line.measures and not placed and is_movement) or any(
        _is_metric(words[index], line.language) for index in nouns
    ):
        return line.tokens.slice(nouns[0], nouns[-1])
    return None


def _is_whole_movement(line: Line) -> bool:
    """Whether a line without a verb of movement moves all the same: «sykefraværet skal ned», «omsetning: 40 mill.»."""
    words = line.words
    if line.change.baseline is not None and line.change.target is not None:
        return True
    return bool(line.measures) or (not _DIRECTED.isdisjoint(words) and (words[0] in _BROUGHT or words[-1] in _DIRECTED))


def _compared(line: Line) -> str | None:
    """What there is to be more of, where the line names nothing else: «flere følgere», «mer omsetning per butikk»."""
    found = _what_moves(line, _COMPARED)
    if found is None or not 0 < len(found[0]) <= _MOST_COMPARED:
        return None
    nouns, placed = found
    first, last = nouns[0], nouns[-1]
    word = line.words[last]
    if line.words[0] not in _COMPARED or word in _SPENT or (placed and word not in _PLAIN):
        return None  # «færre ulykker på jobb» says for whom
    if line.words[0] in _MORE_OF and len(line.words) == _MOST_COMPARED:
        return line.text
    return line.tokens.slice(first, last) if _is_metric(word, line.language) else None


def _counted(line: Line) -> str | None:
    """What is to be fewer or more by a share that the line begins with: «30 % færre alvorlige ulykker»."""
    if not line.measures:
        return None
    at = line.measures[0].last + 1
    if line.measures[0].first > 1 or at + 1 >= len(line.words) or line.words[at] not in _FEWER:
        return None
    last = at + 1
    while last + 1 < len(line.words) and line.words[last + 1] not in _PLACES and last - at <= _MOST_NOUNS:
        last += 1
    return line.tokens.slice(at + 1, last)


def _is_movement(line: Line, word: str) -> bool:
    """«øke», «høyere» and «økt», but not «større», which directions begin with."""
    if word in _HIGHER or word not in line.lexicon.phrases("comparatives"):
        return True
    return any(reading.form is VerbForm.PARTICIPLE for reading in line.lexicon.verbs.get(word))


def _what_moves(line: Line, movements: AbstractSet[str]) -> tuple[list[int], bool] | None:
    """The words that name what moves, and whether a place follows; ``None`` if the line says what it is for."""
    counted = {index for measure in line.measures for index in range(measure.first, measure.last + 1)}
    known = counted | {index for mention in line.dates for index in range(mention.first, mention.last + 1)}
    nouns: list[int] = []
    placed = False
    for index, word in enumerate(line.words):
        if index in known or word in movements:
            continue
        if word in _MEANS or (word in _GOALS and nouns):
            if index + 1 not in counted:
                return None  # «to fund research», «with our customers»
        elif word in _PLACES:
            placed = placed or bool(nouns)
        elif word not in _LINKS and not placed:
            nouns.append(index)
    return nouns, placed


def _is_metric(word: str, language: Language) -> bool:
    if word in _SOFT:
        return False
    measures = lexicon(language).phrases("measure_suffixes")
    if word in _PLAIN or word in measures:
        return True
    if language is Language.EN:
        return False
    return any(word[cut:] in measures for cut in range(2, len(word) - 2))  # «klimagassutslippene»


RULE = Rule(
    code="LNK06",
    name="objective-is-a-metric",
    scope=Scope.OBJECTIVE,
    severity=Severity.WARNING,
    message=Text(
        nb="«{objective}» sier hvilket tall som skal endre seg, men ikke hva som blir bedre for noen.",
        nn="«{objective}» seier kva tal som skal endre seg, men ikkje kva som blir betre for nokon.",
        en="“{objective}” says which number should move, but not what gets better for anyone.",
    ),
    suggestion=Text(
        nb=(
            "La «{metric}» bli et nøkkelresultat. Hva må bli annerledes, og for hvem, for at tallet skal endre seg? "
            "Det er målet."
        ),
        nn=(
            "Lat «{metric}» bli eit nøkkelresultat. Kva må bli annleis, og for kven, for at talet skal endre seg? Det"
            " er målet."
        ),
        en=(
            "Make “{metric}” a key result. What must change, and for whom, before that number moves? That is the "
            "objective."
        ),
    ),
    bad=Examples(
        nb=("Øke omsetningen med 20 %", "Redusere sykefraværet", "Omsetning fra 120 til 150 MNOK i 2026"),
        nn=("Auke omsetninga med 20 %", "Redusere sjukefråværet", "Omsetning frå 120 til 150 MNOK i 2026"),
        en=("Grow membership by 15%", "Increase revenue", "Revenue up from 120 to 150 million in 2026"),
    ),
    good=Examples(
        nb=(
            "Øke tryggheten for barna på skoleveien",
            "Flere unge velger å bli i bygda",
            "Halvere avstanden til naboen",
        ),
        nn=("Auke tryggleiken for barna på skulevegen", "Fleire unge vel å bli i bygda", "Korte vegen til nabogarden"),
        en=(
            "Raise the safety of children on the way to school",
            "More young people choose to stay",
            "Grow up together",
        ),
    ),
    check=check,
    silenced_by=("TSK03",),
)
