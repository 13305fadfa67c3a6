"""The scorecard as Markdown. What others wrote stands in fences, where it is nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.baseline import Reason
from evals.marks import PARTS, Measured, Result, Share
from evals.scorecard.scorecard import Cost, Scorecard

_TICKS = re.compile(r"`{3,}")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What code hosts take for markup, and the mark that makes an address one."""


def as_markdown(card: Scorecard) -> str:
    """The scorecard as Markdown; what differs from run to run stands under its last heading."""
    return "\n".join(_lines(card)) + "\n"


def _lines(card: Scorecard) -> Iterator[str]:
    about = card.about
    yield from ("# Scorecard", "", f"**{'passed' if not card.reasons else 'failed'}**", "")
    yield f"- commit {about.commit}{'' if about.clean else ', with changes that are not committed'}"
    yield "- " + ", ".join(f"{name} {version}" for name, version in about.versions.items())
    yield "- prompts " + ", ".join(f"{name} {version}" for name, version in about.prompts.items())
    yield f"- models: {', '.join(map(_text, about.models)) or 'none'}"
    if card.reasons:
        yield from ("", "## Why it failed", "")
        yield from (f"- {_reason(reason)}" for reason in card.reasons)
    yield from _changes(card)
    for suite in card.suites:
        yield from _suite(card, suite)
    yield from _rules(card)
    yield from _drafters(card)
    yield from _costs(card)
    yield from _failing(card)
    yield from _times(card)


def _reason(reason: Reason) -> str:
    return f"{reason.kind}: {_text(reason.where)}" + (f": {_text(reason.says)}" if reason.says else "")


def _suite(card: Scorecard, suite: str) -> Iterator[str]:
    yield from ("", f"## {suite.capitalize()}", "", "Shares that passed, with their 95 % intervals.", "")
    yield f"| scorer | {' | '.join(part or 'all' for part in PARTS)} |"
    yield "|---" * (len(PARTS) + 1) + "|"
    for scorer in dict.fromkeys(it.scorer for it in card.measures if it.suite == suite):
        cells = [_share(card.measures.get(Measured(suite, scorer, part))) for part in PARTS]
        yield f"| {scorer} | {' | '.join(cells)} |"
    results = card.of(suite)
    yield from ("", f"{len(results)} cases; {sum(bool(it.failing) for it in results)} with something that failed.")
    yield from (f"- {_text(it.case)}: {_text(note)}" for it in results for note in it.notes)


def _rules(card: Scorecard) -> Iterator[str]:
    rules = card.by_rule()
    if rules:
        yield from (
            "",
            "## Rule by rule",
            "",
            "| rule | labelled remarks found | remarks that were right |",
            "|---|---|---|",
        )
        yield from (f"| {code} | {_share(found)} | {_share(right)} |" for code, (found, right) in rules.items())


def _drafters(card: Scorecard) -> Iterator[str]:
    if card.drafted:
        heads = [f"{suite}: {drafter}, {_text(model)}" for suite, drafter, model in card.drafted]
        yield from (
            "",
            "## By drafter and model",
            "",
            f"| scorer | {' | '.join(heads)} |",
            "|---" * (len(heads) + 1) + "|",
        )
        yield from (f"| {scorer} | {' | '.join(map(_share, row))} |" for scorer, row in card.by_drafter().items())


def _share(share: Share | None) -> str:
    return "-" if share is None or not share.whole else f"{share}, {share.part}/{share.whole}"


def _changes(card: Scorecard) -> Iterator[str]:
    for title, changed in (("Worse than the baseline", card.worse()), ("Better than the baseline", card.mended())):
        if changed:
            yield from ("", f"## {title}", "")
            yield from (
                f"- {it.suite} / {_text(it.case)}: {', '.join(_text(mark) for mark in marks)}" for it, marks in changed
            )
    new = card.new()
    if new:
        yield from ("", "## New to the baseline", "", ", ".join(_text(f"{it.suite} / {it.case}") for it in new))


def _costs(card: Scorecard) -> Iterator[str]:
    costs = card.costs()
    if not costs:
        return
    yield from (
        "",
        "## What a draft takes",
        "",
        "Accepted: a draft with nothing left to mend. In all, and for each accepted draft.",
        "",
    )
    yield "| suite | drafter | model | drafts | accepted | calls | tokens | US dollars |"
    yield "|---|---|---|---|---|---|---|---|"
    for (suite, drafter, model), cost in costs.items():
        cells = [_amount(cost, amount) for amount in (cost.calls, cost.tokens, cost.cost)]
        yield f"| {suite} | {drafter} | {_text(model)} | {cost.drafts} | {cost.accepted} | {' | '.join(cells)} |"


def _amount(cost: Cost, amount: float | None) -> str:
    """So much in all, and for each accepted draft."""
    return _number(amount) if not amount else f"{_number(amount)} ({_number(cost.each(amount))} each)"


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.4g}"


def _failing(card: Scorecard) -> Iterator[str]:
    yield from ("", "## What failed, case by case")
    for result in card.results:
        if result.failing or result.broken:
            yield from _case(result)


def _case(result: Result) -> Iterator[str]:
    hidden = " (of the test split: its text is not shown)" if result.hidden else ""
    yield from ("", f"### {result.suite} / {_text(result.case)}{hidden}", "")
    yield from (f"- broken: {_text(says)}" for says in result.broken)
    for mark in result.failing:
        yield f"- {_text(mark.key)}"
        if mark.expected or mark.got:
            yield f"  - expected: {_text(mark.expected)}"
            yield f"  - got: {_text(mark.got) or '-'}"
    for title, text in (("Source", result.source), ("Made", result.made)):
        if text:
            fence = "`" * max([3, *(len(ticks) + 1 for ticks in _TICKS.findall(text))])
            yield from (
                "",
                f"<details><summary>{title}</summary>",
                "",
                f"{fence}text",
                text.strip(),
                fence,
                "</details>",
            )


def _times(card: Scorecard) -> Iterator[str]:
    yield from ("", "## Times", "")
    yield from (f"- {suite}: {seconds:.1f} s" for suite, seconds in card.seconds.items())
    for (suite, drafter, model), cost in card.costs().items():
        each = cost.each(cost.seconds)
        yield f"- {suite}, {drafter}, {_text(model)}: {_number(each)} s for each accepted draft"


def _text(text: str) -> str:
    """Text on one line in which nothing is markup."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
