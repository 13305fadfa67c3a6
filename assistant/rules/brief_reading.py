"""A brief read once for the rules that hold a set against it: what each statement is about, and which ones are cited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from weakref import ref

from assistant.language.folding import comparable
from assistant.language.lazy import lazy
from assistant.language.tokens import split_words
from assistant.okr import Language
from assistant.rules.content import Content, content_of
from assistant.rules.exclusions import RuledOut, things_ruled_out, wants_the_contrary
from assistant.rules.names import stems_of
from assistant.rules.own_people import is_own_people
from assistant.rules.priorities import is_work, sets_a_direction
from assistant.rules.roles import Named

if TYPE_CHECKING:
    from assistant.brief import Brief, Statement
    from assistant.okr import Citation
    from assistant.rules.analysis import Context, ObjectiveItem

_FEWEST_QUOTED = 3
"""Words; a shorter quote that stands in several statements points at none of them."""

_ENOUGH_DIRECTIONS = 3


class Said:
    """A statement of the brief, read.

    Attributes:
        statement: The statement.
        plain: Its words as quotes are compared.
        words: Its words in lower case.
    """

    def __init__(self, statement: Statement, language: Language) -> None:
        """Read ``statement`` in the brief's language."""
        self.statement = statement
        self.language = language
        self.plain = comparable(statement.text)
        self.words = split_words(statement.text, language)

    @lazy
    def content(self) -> Content:
        """What it is about."""
        return content_of(self.words, self.language)

    @lazy
    def around(self) -> Content:
        """What it is about, with the heading and the line it stands under."""
        lead = (self.statement.lead or "").rpartition(". ")[2]
        above = f"{self.statement.section or ''} {lead}"
        return content_of([*self.words, *split_words(above, self.language)], self.language)


class BriefReading:
    """The statements of a brief, read.

    Attributes:
        language: The brief's language.
        said: Its statements, in their order.
    """

    def __init__(self, brief: Brief, language: Language) -> None:
        """Read the statements of ``brief``."""
        self.language = language
        self.said = tuple(Said(statement, language) for statement in brief.statements)
        self._roles = brief.roles
        self._cited: dict[tuple[str, str | None], tuple[Said, ...]] = {}
        self._told = (brief.numbers_text, brief.organisation or "", brief.title or "")

    @lazy
    def usable(self) -> Content:
        """What the brief is about, but for what it rules out and what speaks to the assistant."""
        usable = (it for it in self.said if not (it.statement.excluded or it.statement.addressed))
        return content_of((word for it in usable for word in it.words), self.language)

    @lazy
    def priorities(self) -> tuple[Said, ...]:
        """The statements that set a direction and can be recognised by their words.

        Work in running text is left out where directions stand beside it, and counts where it is all there is.
        """
        found = [it for it in self.said if sets_a_direction(it.statement, it.words, self.language) and it.content]
        directions = [it for it in found if not is_work(it.statement, self.language)]
        return tuple(directions if len(directions) >= _ENOUGH_DIRECTIONS else found)

    @lazy
    def ruled_out(self) -> tuple[Said, ...]:
        """The statements that say what is not for this period."""
        excluded = (it for it in self.said if it.statement.excluded and not it.statement.addressed)
        return tuple(it for it in excluded if not wants_the_contrary(it.statement, it.words))

    @lazy
    def things_ruled_out(self) -> tuple[RuledOut, ...]:
        """The things that are not for this period."""
        return tuple(thing for it in self.ruled_out for thing in things_ruled_out(it.statement, self.language))

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """Every word of what was pasted, in lower case; of words with a hyphen, the parts too."""
        words = [word for text in self._told for word in split_words(text, self.language)]
        return frozenset(words) | {part for word in words if "-" in word for part in word.split("-")}

    @lazy
    def vocabulary_stems(self) -> frozenset[str]:
        """The beginnings of the longer of those words."""
        return stems_of(self.vocabulary)

    @lazy
    def named(self) -> Named:
        """The people and titles it names."""
        return Named(self._roles, [it.statement.text for it in self.said], self.language)

    @lazy
    def addressed(self) -> tuple[Said, ...]:
        """The statements that speak to the assistant, and not of what «we» shall do with one of our own."""
        return tuple(it for it in self.said if it.statement.addressed and not _speaks_of_us(it.words))

    @lazy
    def usable_numbers(self) -> frozenset[str]:
        """The numbers, in digits, of all that does not speak to the assistant."""
        usable = (it for it in self.said if not it.statement.addressed)
        return frozenset(word for it in usable for word in it.words if word[0].isdecimal())

    def cited(self, quote: str, context: Context, field: str | None = None) -> tuple[Said, ...]:
        """The statements that quoted words stand in, or that stand in them; none if the words are not there."""
        asked = (quote, field)
        if asked not in self._cited:
            self._cited[asked] = self._look_up(quote, context, field)
        return self._cited[asked]

    def _look_up(self, quote: str, context: Context, field: str | None) -> tuple[Said, ...]:
        wanted = comparable(quote)
        if not wanted:
            return ()
        found = tuple(it for it in self.said if wanted in it.plain or (len(it.words) > 1 and it.plain in wanted))
        if found:
            short = len(wanted.split()) < _FEWEST_QUOTED and len(found) > 1
            return tuple(it for it in found if it.plain == wanted) if short else found
        brief = context.brief
        place = brief.find(quote, field) if brief is not None else None
        if brief is None or place is None:
            return ()
        source = brief.sources.get(field or "")
        touched = (it for it in self.said if it.statement.start < place[1] and place[0] < it.statement.end)
        return tuple(it for it in touched if source is None or brief.sources[it.statement.field] is source)


_US = frozenset("vi me we our vår våre vårt".split())
_ORDERS = frozenset(
    "ignorer ignorere ignore disregard forget override følgende følgjande fylgjande following instruks instruksen instruksene instruksane "
    "instruksjoner instruksjonene instruksjonar instruksjonane instructions instruction prompt systemprompt".split()
)


def _speaks_of_us(words: list[str]) -> bool:
    """«Vi skal bruke KI som assistent»: a strategy may be about assistants."""
    return bool(words) and words[0] in _US and _ORDERS.isdisjoint(words)


_kept: dict[int, tuple[ref[Brief], BriefReading]] = {}


def reading_of(context: Context) -> BriefReading | None:
    """The reading of the context's brief, made once for as long as the brief lives; ``None`` without a brief."""
    brief = context.brief
    if brief is None:
        return None
    key = id(brief)
    kept = _kept.get(key)
    if kept is not None and kept[0]() is brief:
        return kept[1]
    reading = BriefReading(brief, brief.language or context.language)
    _kept[key] = ref(brief, lambda _: _kept.pop(key, None)), reading
    return reading


def speaks_alike(context: Context, reading: BriefReading) -> bool:
    """Whether the set and its brief are in one language, so that their words can be compared."""
    return context.language is reading.language


def statements_cited(sources: tuple[Citation, ...], context: Context) -> list[tuple[Said, ...]]:
    """For each citation with words in it, the statements it stands in."""
    reading = reading_of(context)
    if reading is None:
        return []
    return [reading.cited(source.quote, context, source.field) for source in sources if source.quote.strip()]


def content_of_objective(item: ObjectiveItem) -> Content:
    """What an objective and its key results are about, its reason and initiatives included."""
    words = [*_words_of_goals(item)]
    for text in (item.objective.why or "", *item.objective.initiatives):
        words += split_words(text, item.language)
    return content_of(words, item.language)


def content_of_goals(item: ObjectiveItem) -> Content:
    """What an objective, its key results and initiatives are for: not why, and not who does the work («selgerne»)."""
    words = [*_words_of_goals(item)]
    for text in item.objective.initiatives:
        words += split_words(text, item.language)
    return content_of((word for word in words if not is_own_people(word)), item.language)


def _words_of_goals(item: ObjectiveItem) -> Iterator[str]:
    yield from item.line.words
    for key_result in item.key_results:
        yield from key_result.line.words
