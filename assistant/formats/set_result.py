"""What has been read of a set's lines, put into a set with the places of its lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.formats.escaping import show_escaped
from assistant.formats.labels import Label
from assistant.formats.set_builder import SetBuilder
from assistant.formats.set_lines import SetLines
from assistant.formats.set_parts import Place, ReadSet, objective_of
from assistant.formats.set_period import read_said_period
from assistant.formats.set_told import is_told_rhythm, settle_told
from assistant.language.fields import read_language, read_level
from assistant.okr import OkrSet, Period
from assistant.rules.rule import Anchor

_FAR_OFF = re.compile(r"strateg\w*(?:\s\w+)?\s20\d\d|\b(?:mot|towards?|fram til)\s20\d\d", re.IGNORECASE)
"""A year that is no period of the set: «Strategi 2030»."""
_MOST_WORDS = 8
"""A longer line is no unit's name."""


def read_set_of(builder: SetBuilder, lines: SetLines, join: Callable[[Label], str]) -> ReadSet:
    """The set, the places of its lines, and what was not read.

    Args:
        builder: What has been read.
        lines: The lines it was read from.
        join: The word that joins a start, a goal or a date to a key result.
    """
    builder.settle_top()
    builder.settle_early()
    places = _settle_objectives(builder, join)
    _settle_follow_up(builder)
    settle_told(builder, lines)
    _settle_heads(builder)
    for label, anchor in ((Label.FOLLOW_UP, Anchor.FOLLOW_UP), (Label.OWNER, Anchor.OWNER)):
        if label in builder.fields:
            places["", anchor] = builder.fields[label]
    okr_set, unclear = _okr_set(builder)
    if not lines.plain:
        places = {key: place._replace(text=show_escaped(place.text)) for key, place in places.items()}
    unread = tuple(sorted(set(builder.unread)))
    return ReadSet(okr_set, places, unread, unclear, tuple(lines.ignores), tuple(lines.refused))


def _settle_objectives(builder: SetBuilder, join: Callable[[Label], str]) -> dict[tuple[str, Anchor], Place]:
    """Settle what belongs to each objective; the places of their lines."""
    places: dict[tuple[str, Anchor], Place] = {}
    text, owner = Anchor.TEXT, Anchor.OWNER
    for number, item in enumerate(builder.objectives):
        item.settle()
        path = f"/objectives/{number}"
        places[path, text] = item.place
        if item.owner_place is not None:
            places[path, owner] = item.owner_place
        if not item.key_results:
            item.key_results = [loose for loose in item.loose if not is_told_rhythm(loose.place.text)]
        builder.unread += [
            line for loose in item.loose if loose not in item.key_results for line in (loose.place.line, *loose.lines)
        ]
        for at, key_result in enumerate(item.key_results):
            key_result.settle(join)
            places[f"{path}/key_results/{at}", text] = key_result.place
            places[f"{path}/key_results/{at}", owner] = key_result.owner_place or key_result.place
    return places


def _settle_follow_up(builder: SetBuilder) -> None:
    """A rhythm under every objective, under the only one or below the last one's results is the set's."""
    if Label.FOLLOW_UP in builder.fields or not builder.objectives:
        return
    last = builder.objectives[-1]
    everywhere = all(item.follow_up for item in builder.objectives)
    if last.follow_up is not None and (everywhere or last.follow_up_after_results):
        builder.for_set(Label.FOLLOW_UP, last.follow_up)


def _settle_heads(builder: SetBuilder) -> None:
    """The line below the title may name the unit: «Avdeling for drift»; prose that says nothing of the set is told."""
    for head in builder.heads[:1]:
        text = head.text
        prose = ":" in text or text.endswith((".", ",", "!", "?")) or len(text.split()) > _MOST_WORDS
        if not prose and read_level(text) is not None:
            builder.fields.setdefault(Label.ORGANISATION, head)
        used = any(place.line == head.line for place in builder.fields.values())
        if prose and not used and read_said_period(text) is None:
            builder.unread.append(head.line)


def _okr_set(builder: SetBuilder) -> tuple[OkrSet, tuple[int, ...]]:
    """The set, and the lines that name a period, a level or a language that cannot be read."""
    fields = builder.fields

    def said(label: Label) -> str | None:
        return show_escaped(fields[label].text) if label in fields else None

    period = _period(builder)
    level = read_level(fields[Label.LEVEL].text) if Label.LEVEL in fields else None
    language = read_language(fields[Label.LANGUAGE].text) if Label.LANGUAGE in fields else None
    read = {Label.PERIOD: period, Label.LEVEL: level, Label.LANGUAGE: language}
    okr_set = OkrSet(
        objectives=tuple(objective_of(item) for item in builder.objectives),
        title=None if builder.title is None else show_escaped(builder.title.text),
        organisation=said(Label.ORGANISATION),
        language=language,
        level=level,
        period=period,
        owner=said(Label.OWNER),
        sponsor=said(Label.SPONSOR),
        ambassador=said(Label.AMBASSADOR),
        follow_up=said(Label.FOLLOW_UP),
        involved=said(Label.INVOLVED),
    )
    return okr_set, tuple(fields[label].line for label, value in read.items() if value is None and label in fields)


def _period(builder: SetBuilder) -> Period | None:
    """The period: a field's before a title's, a title's before one told in the lines above the objectives."""
    for place in (builder.fields.get(Label.PERIOD), builder.title, *builder.heads[:1]):
        if place is None:
            continue
        far_off = place is not builder.fields.get(Label.PERIOD) and _FAR_OFF.search(place.text) is not None
        if (period := read_said_period(place.text, whole_year=not far_off)) is not None:
            return period
    for head in builder.heads[1:]:
        if (period := read_said_period(head.text, whole_year=False)) is not None:
            builder.unread = [line for line in builder.unread if line != head.line]
            return period
    return None
