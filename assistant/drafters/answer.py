"""The form a language model answers in: a few fields, each of bounded length, and nothing else gets through.

Lists are given some slack over what is kept, so that one item too many is cut in code and not asked about again.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Words = Annotated[str, StringConstraints(max_length=120)]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Quote = Annotated[str, StringConstraints(max_length=1_200)]
_NOTHING = frozenset(("", "null", "none", "n/a"))


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    kept: ClassVar[frozenset[str]] = frozenset()
    """Fields whose words mean what they say, whatever they are."""

    @model_validator(mode="before")
    @classmethod
    def _empty_is_nothing(cls, data: Any) -> Any:  # noqa: ANN401 -- whatever the model sent
        """An empty string, or the word null, is how some models say that a field is not known."""
        if not isinstance(data, dict):
            return data
        return {
            key: None if key not in cls.kept and isinstance(value, str) and _is_nothing(value) else value
            for key, value in data.items()
        }


def _is_nothing(written: str) -> bool:
    return written.strip().lower() in _NOTHING


class ValueAnswer(_Answer):
    """A value as it is written, and the words of the brief it stands in."""

    kept = frozenset(("text",))

    text: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    unit: Words | None = None
    bound: Literal["at_least", "at_most"] | None = None
    basis: Literal["source", "proposed"] = "proposed"
    quote: Quote | None = None


class KeyResultAnswer(_Answer):
    """One measurable result; never a task."""

    text: Sentence
    metric: Annotated[str, StringConstraints(max_length=200)] | None = None
    baseline: ValueAnswer | None = None
    target: ValueAnswer | None = None
    deadline: Words | None = None
    owner: Words | None = None
    data_source: Words | None = None
    ambition: Literal["committed", "aspirational"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _values_are_said(cls, data: Any) -> Any:  # noqa: ANN401 -- whatever the model sent
        if not isinstance(data, dict):
            return data
        unsaid = {name: None for name in ("baseline", "target") if _says_nothing(data.get(name))}
        return {**data, **unsaid}


def _says_nothing(value: object) -> bool:
    """Whether a value has no words. «null» is zero in Norwegian, where the words it stands in have it too."""
    if not isinstance(value, dict):
        return False
    text, quote = value.get("text"), value.get("quote")
    if not isinstance(text, str):
        return text is None
    said = isinstance(quote, str) and text.strip().lower() in quote.lower().replace(".", " ").replace(",", " ").split()
    return _is_nothing(text) and not said


class ObjectiveAnswer(_Answer):
    """A direction, the words of the brief it serves, its results, and apart from them the work."""

    text: Sentence
    why: Sentence | None = None
    owner: Words | None = None
    sources: Annotated[list[Quote], Field(max_length=10)] = Field(default_factory=list)
    key_results: Annotated[list[KeyResultAnswer], Field(max_length=12)] = Field(default_factory=list)
    initiatives: Annotated[list[Sentence], Field(max_length=20)] = Field(default_factory=list)


class Answer(_Answer):
    """The objectives and key results drafted from the brief."""

    objectives: Annotated[list[ObjectiveAnswer], Field(min_length=1, max_length=8)]
