"""A set of OKRs read once, for all rules: no rule cuts words or reads numbers for itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from weakref import proxy

from assistant.brief import Brief
from assistant.language.detect import detect_most
from assistant.language.lazy import lazy
from assistant.language.line import Line
from assistant.language.strays import Stray, stray
from assistant.language.tokens import Tokens, split_words
from assistant.okr import KeyResult, Language, Objective, OkrSet, Period
from assistant.rules.brief_numbers import Numbers, numbers_of
from assistant.rules.lengths import lengths_of
from assistant.rules.measuring import Measuring, read_measuring
from assistant.rules.placeholders import find_placeholder
from assistant.rules.profile import Profile
from assistant.rules.values import Values, read_values
from assistant.rules.work import Work, read_work


class ItemKind(StrEnum):
    """The two kinds of item a set has."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"


class ItemLine(Line):
    """The line of an objective or a key result, with what the rules read from it alone."""

    @lazy
    def work(self) -> Work | None:
        """What makes it work to be done or a count of activities, or ``None`` for a result or a direction."""
        return read_work(self)

    @lazy
    def placeholder(self) -> tuple[int, int] | None:
        """Where its first placeholder stands, as characters of its text."""
        return find_placeholder(self)

    @lazy
    def lengths(self) -> tuple[int, list[str]]:
        """How many words it has, numbers and signs aside, and those of them that are long."""
        return lengths_of(self.words)

    @lazy
    def stray(self) -> Stray | None:
        """What other language than its own it is in, bokmål and nynorsk kept apart."""
        return stray(self.tokens, self.language)


class Lines:
    """Reads lines, and may remember those it has read: what a line says on its own never changes."""

    def __init__(self, remembers: int = 0) -> None:
        """Remember up to ``remembers`` lines."""
        self._remembers = remembers
        self._read: dict[tuple[str, Language, int | None], ItemLine] = {}

    def read(self, text: str, language: Language, year: int | None) -> ItemLine:
        """The line with this text."""
        if not self._remembers:
            return ItemLine(text, language, year)
        known = (text, language, year)
        line = self._read.get(known)
        if line is None:
            if len(self._read) >= self._remembers:
                self._read.clear()
            line = self._read[known] = ItemLine(text, language, year)
        return line


class KeyResultItem:
    """A key result in its set, with its line read.

    Attributes:
        key_result: The key result itself.
        owner: Its own owner, as written; ``None`` when it inherits.
        path: Where it is, as a JSON pointer.
        objective: The objective it belongs to, which holds it, and is not held by it: so a set is let go, with all its
            text, as soon as nobody looks at it any more.
        line: Its text, read.
    """

    kind = ItemKind.KEY_RESULT

    def __init__(self, key_result: KeyResult, objective: ObjectiveItem, number: int, line: ItemLine) -> None:
        """Place ``key_result``, whose text is ``line``, as number ``number`` (from 0) under ``objective``."""
        self.key_result = key_result
        self.owner = key_result.owner
        self.objective: ObjectiveItem = proxy(objective)
        self.path = f"{objective.path}/key_results/{number}"
        self.line = line

    @property
    def work(self) -> Work | None:
        """What makes it a task or a count of activities, or ``None`` for a result."""
        return self.line.work

    @lazy
    def measuring(self) -> Measuring:
        """What it is measured by."""
        return read_measuring(self.key_result, self.line)

    @lazy
    def values(self) -> Values | None:
        """From which value to which it goes, where it says both and they can be compared."""
        return read_values(self.key_result, self.line)

    @property
    def placeholder(self) -> tuple[int, int] | None:
        """Where its first placeholder stands, as characters of its text."""
        return self.line.placeholder


class ObjectiveItem:
    """An objective in its set, with its line read.

    Attributes:
        objective: The objective itself.
        owner: Its owner, as written.
        path: Where it is, as a JSON pointer.
        language: The language of the set.
        year: The year of the set's period, if it has one.
        line: Its text, read.
        key_results: Its key results.
    """

    kind = ItemKind.OBJECTIVE

    def __init__(self, objective: Objective, number: int, language: Language, year: int | None, lines: Lines) -> None:
        """Place ``objective`` as number ``number`` (from 0) of a set."""
        self.objective = objective
        self.owner = objective.owner
        self.path = f"/objectives/{number}"
        self.language = language
        self.year = year
        self.line = lines.read(objective.text, language, year)
        self.key_results = tuple(
            [
                KeyResultItem(item, self, at, lines.read(item.text, language, year))
                for at, item in enumerate(objective.key_results)
            ]
        )

    @property
    def work(self) -> Work | None:
        """What makes it a deliverable, or ``None`` for a direction."""
        return self.line.work

    @property
    def placeholder(self) -> tuple[int, int] | None:
        """Where its first placeholder stands, as characters of its text."""
        return self.line.placeholder


Item = ObjectiveItem | KeyResultItem


@dataclass(frozen=True)
class Context:
    """What every rule may look at beside its own item.

    Attributes:
        okr_set: The whole set.
        objectives: Its objectives, read.
        language: The language it is read in.
        profile: The thresholds.
        brief: The brief it was drafted from, when there is one.
    """

    okr_set: OkrSet
    objectives: tuple[ObjectiveItem, ...]
    language: Language
    profile: Profile
    brief: Brief | None = None

    @property
    def period(self) -> Period | None:
        """The period the set is for."""
        return self.okr_set.period

    @property
    def key_results(self) -> list[KeyResultItem]:
        """Every key result of the set."""
        return [key_result for objective in self.objectives for key_result in objective.key_results]

    @lazy
    def named(self) -> frozenset[str]:
        """The words of what the set names itself and its people by: title, organisation, owners and the like."""
        okr_set = self.okr_set
        texts = [okr_set.title, okr_set.organisation, okr_set.owner, okr_set.sponsor, okr_set.ambassador]
        texts += [okr_set.involved, *(objective.objective.owner for objective in self.objectives)]
        return frozenset(word for text in texts if text for word in split_words(text, self.language))

    @lazy
    def brief_numbers(self) -> Numbers:
        """Every number of the brief; none without a brief."""
        if self.brief is None:
            return Numbers(frozenset(), frozenset())
        return numbers_of(Tokens(self.brief.numbers_text, self.brief.language or self.language))


def language_of(okr_set: OkrSet) -> Language:
    """The language of a set: the one it names, else the one its lines are in."""
    if okr_set.language is not None:
        return okr_set.language
    lines: list[str] = []
    for objective in okr_set.objectives:
        lines += [objective.text, *[key_result.text for key_result in objective.key_results]]
    reasons = [objective.why for objective in okr_set.objectives if objective.why]
    return detect_most(lines, reasons) or Language.NB


def analyse(
    okr_set: OkrSet,
    profile: Profile,
    brief: Brief | None = None,
    language: Language | None = None,
    lines: Lines | None = None,
) -> Context:
    """Read a set for the rules.

    Args:
        okr_set: The set.
        profile: The thresholds to judge by.
        brief: The brief it serves, if there is one.
        language: The language to read it in; found out when not given.
        lines: Who reads the lines; one that remembers spares reading them again.

    Returns:
        The context that the rules share. Readings of lines are made when first asked for.
    """
    language = language or language_of(okr_set)
    year = okr_set.period.end.year if okr_set.period else None
    reader = lines or Lines()
    objectives = tuple(ObjectiveItem(item, at, language, year, reader) for at, item in enumerate(okr_set.objectives))
    return Context(okr_set, objectives, language, profile, brief)
