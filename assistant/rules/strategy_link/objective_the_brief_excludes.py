"""An objective for something the strategy says is not for this period.

Why it hurts: «not now» is the dearest line of a strategy. Somebody fought for it, and it frees the hands for the rest. A
goal that picks it up again takes people from what was chosen, and tells them that the choices do not hold. Let the
goal go, or have the strategy changed first.

Source: the article's pitfall «no link between the business strategy and the purpose», and its advice to choose few goals.
A goal that keeps to what was ruled out («without new branches») is none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.brief_reading import BriefReading, reading_of, speaks_alike, statements_cited
from assistant.rules.content import content_of
from assistant.rules.exclusions import Shares, goes_for, with_countries
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text

if TYPE_CHECKING:
    from assistant.language.line import Line


_ALL = Shares(1.0, 1.0)


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Flag an objective that cites what is ruled out, or whose own words or key results go for it."""
    reading = reading_of(context)
    if reading is None or not reading.ruled_out:
        return
    found = _cited(item, context, reading) or _worded(item, context, reading)
    if found is None:
        return
    line, excluded, span = found
    facts = {"line": line.text, "excluded": excluded.rstrip(" .")}
    yield Finding("LNK07", item.path, RULE.severity, facts, span)


def _cited(item: ObjectiveItem, context: Context, reading: BriefReading) -> tuple[Line, str, None] | None:
    """A quote all of whose statements are ruled out."""
    for group in statements_cited(item.objective.sources, context):
        if group and all(it in reading.ruled_out for it in group):
            return item.line, group[0].statement.text, None
    return None


def _worded(
    item: ObjectiveItem, context: Context, reading: BriefReading
) -> tuple[Line, str, tuple[int, int] | None] | None:
    """The objective, else one of its key results, in the words of something that is ruled out."""
    if not speaks_alike(context, reading):
        return None
    setting = context.profile.setting
    shares = Shares(setting("LNK07", "share"), setting("LNK07", "share_of_telling_words"))
    lines = [item.line, *(key_result.line for key_result in item.key_results)]
    contents = [content_of(with_countries(line.words), line.language) for line in lines]
    together = content_of((word for line in lines for word in with_countries(line.words)), item.language)
    for thing in reading.things_ruled_out:
        for line, content in zip(lines, contents, strict=True):
            words = goes_for(line, content, thing, reading.usable, shares)
            if words:
                return line, thing.statement.text, _span(line, words) if line is item.line else None
        words = goes_for(item.line, together, thing, reading.usable, _ALL)
        if words and not words.isdisjoint(contents[0].heads):
            return (
                item.line,
                thing.statement.text,
                _span(item.line, words),
            )  # «organic» here, «certified» in a key result
    return None


def _span(line: Line, keys: frozenset[str]) -> tuple[int, int] | None:
    """From the first to the last of the words by which a line goes for what is ruled out."""
    at = [
        index
        for index, word in enumerate(line.words)
        if any(key in content_of(with_countries([word]), line.language).heads for key in keys)
    ]
    return (line.tokens.start(at[0]), line.tokens.end(at[-1])) if at else None


_NB = """# Strategi
Vi skal gi hytteeierne strøm de kan stole på, også i uvær.
## Ikke nå
- Ladestasjoner og bredbånd til hyttefeltene
- Vi åpner ingen avdeling i Sverige i år
- Vi skal ikke konkurrere på pris, men på beredskap"""
_NN = """# Strategi
Vi skal gje hytteeigarane straum dei kan stole på, også i uvêr.
## Ikkje no
- Ladestasjonar og breiband til hyttefelta
- Vi opnar inga avdeling i Sverige i år
- Vi skal ikkje konkurrere på pris, men på beredskap"""
_EN = """# Strategy
We will give cabin owners power they can rely on, even in a storm.
## Not now
- Charging stations and broadband for the cabin areas
- We will not open a branch in Sweden this year
- We will not compete on price, but on readiness"""

RULE = Rule(
    code="LNK07",
    name="objective-the-brief-excludes",
    scope=Scope.OBJECTIVE,
    severity=Severity.ERROR,
    message=Text(
        nb="«{line}» tar opp noe strategien har lagt bort i denne perioden: «{excluded}».",
        nn="«{line}» tek opp noko strategien har lagt bort i denne perioden: «{excluded}».",
        en="“{line}” takes up something the strategy has set aside for this period: “{excluded}”.",
    ),
    suggestion=Text(
        nb="La «{line}» vente, eller ta det opp først med dem som eier strategien.",
        nn="Lat «{line}» vente, eller ta det opp først med dei som eig strategien.",
        en="Leave “{line}” for later, or raise it first with those who own the strategy.",
    ),
    bad=Examples(
        nb=(
            Example("Hytteeierne lader bilen ved egen dør med ladestasjoner fra oss", _NB),
            Example("Vi er på plass i Sverige", _NB),
            Example("## Mål 1: Vi vokser\nForankring: «Ladestasjoner og bredbånd til hyttefeltene»", _NB),
            Example("## Mål 1: Nye naboer velger oss\n- NR1: Kunder i Sverige fra 0 til 200 innen 1. juli 2026", _NB),
        ),
        nn=(
            Example("Hytteeigarane ladar bilen ved eiga dør med ladestasjonar frå oss", _NN),
            Example("Vi er på plass i Sverige", _NN),
            Example("## Mål 1: Vi veks\nForankring: «Ladestasjonar og breiband til hyttefelta»", _NN),
            Example("## Mål 1: Nye naboar vel oss\n- NR1: Kundar i Sverige frå 0 til 200 innan 1. juli 2026", _NN),
        ),
        en=(
            Example("Cabin owners charge at their own door from our charging stations", _EN),
            Example("We are at home in Sweden", _EN),
            Example("## Objective 1: We grow\nSource: “Charging stations and broadband for the cabin areas”", _EN),
            Example("## Objective 1: New neighbours\n- KR1: Customers in Sweden from 0 to 200 by 1 July 2026", _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example("Hytteeierne har strøm gjennom hele stormen", _NB),
            Example("Vi vokser hjemme, uten en avdeling i Sverige", _NB),
            Example("Hytteeierne får en pris de forstår", _NB),
            Example("Beredskapen er sterkere enn været", _NB),
        ),
        nn=(
            Example("Hytteeigarane har straum gjennom heile stormen", _NN),
            Example("Vi veks heime, utan ei avdeling i Sverige", _NN),
            Example("Hytteeigarane får ein pris dei forstår", _NN),
            Example("Beredskapen er sterkare enn vêret", _NN),
        ),
        en=(
            Example("Cabin owners have power through the whole storm", _EN),
            Example("We grow at home, without a branch in Sweden", _EN),
            Example("Cabin owners get a price they understand", _EN),
            Example("Our readiness is stronger than the weather", _EN),
        ),
    ),
    check=check,
    needs_brief=True,
)
