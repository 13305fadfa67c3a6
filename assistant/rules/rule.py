"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.okr import Language

if TYPE_CHECKING:
    from assistant.rules.analysis import Context


class Severity(StrEnum):
    """How bad it is: fallen into, probably weak, or for a person to answer."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"


class Scope(StrEnum):
    """What a rule looks at, one at a time."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    ITEM = "item"
    """Every objective and every key result."""
    SET = "set"


class Anchor(StrEnum):
    """Which line of an item a finding is about."""

    TEXT = "text"
    OWNER = "owner"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Text:
    """Something a person reads, written natively in each of the three languages."""

    nb: str
    nn: str
    en: str

    def in_language(self, language: Language) -> str:
        """The wording in ``language``."""
        return str(getattr(self, language.value))

    def filled(self, **values: object) -> Text:
        """The wording with values in the places it names: ``{seconds}``."""
        return Text(nb=self.nb.format(**values), nn=self.nn.format(**values), en=self.en.format(**values))

    def then(self, other: Text) -> Text:
        """This and another sentence behind it."""
        return Text(nb=f"{self.nb} {other.nb}", nn=f"{self.nn} {other.nn}", en=f"{self.en} {other.en}")


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of an OKR set that shows a rule at work, or a near miss it must leave alone.

    Attributes:
        text: A key result or an objective as one line (for rules that look at both, an objective begins with its
            label: «Mål 1: …»), or a whole set where the rule looks at more: in Markdown, or as JSON where Markdown
            cannot hold it.
        brief: A strategy in Markdown, for rules that need one.
    """

    text: str
    brief: str | None = None


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of a rule in each language: at least two a language."""

    nb: tuple[str | Example, ...]
    nn: tuple[str | Example, ...]
    en: tuple[str | Example, ...]

    def in_language(self, language: Language) -> tuple[Example, ...]:
        """The examples in ``language``."""
        given: tuple[str | Example, ...] = getattr(self, language.value)
        return tuple(Example(item) if isinstance(item, str) else item for item in given)


NO_FACTS: Mapping[str, str] = MappingProxyType({})
"""For a finding whose wording names nothing of the line."""


class Finding(NamedTuple):
    """What a rule found, as facts; the wording is made at the edge, in the reader's language.

    Attributes:
        code: The rule's code.
        path: The item it is about, as a JSON pointer; empty for the set.
        severity: The rule's own severity, unless the rule grades.
        params: The facts the wording is filled with.
        span: Start and end in the item's text, in code points; ``None`` for the whole line.
        anchor: Which line of the item it points at.
    """

    code: str
    path: str
    severity: Severity
    params: Mapping[str, str] = NO_FACTS
    span: tuple[int, int] | None = None
    anchor: Anchor = Anchor.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue.

    Attributes:
        code: ``TSK01``; the letters are its family's.
        name: The flaw, in lower case with hyphens.
        scope: What it looks at.
        severity: What a finding weighs, unless the check grades it.
        message: What is wrong, with ``{facts}`` of the line at hand.
        suggestion: What to write instead, built from the line at hand.
        bad: Examples it must flag.
        good: Near misses it must leave alone.
        check: Yields the findings for one item.
        needs_brief: Whether it can judge only against a brief.
        only_if: A reading of the item without which the check finds nothing, such as ``attrgetter("line.work")``: it is
            asked first, and spares most items the check. Leave it out where there is none.
        words: Words, in any of the languages, of which the line of an objective or a key result must have one for the
            check to find anything: lines without are passed over, for all rules at once.
        silenced_by: Codes whose finding on the same item makes this one a second remark for the same fault.
    """

    code: str
    name: str
    scope: Scope
    severity: Severity
    message: Text
    suggestion: Text
    bad: Examples
    good: Examples
    check: Callable[[Any, Context], Iterator[Finding]]
    needs_brief: bool = False
    only_if: Callable[[Any], object] | None = None
    words: frozenset[str] = frozenset()
    silenced_by: tuple[str, ...] = ()
