"""The scorecard as one page of HTML with plots: no script, nothing loaded from anywhere, every text escaped."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, StrictUndefined

from evals.marks import Measured, Share
from evals.scorecard.scorecard import Scorecard

_WIDTH = 300.0
"""Of a plot, in pixels, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Plotted:
    """A share as it is drawn, in pixels from the left.

    Attributes:
        part: The part of the suite it is of; empty for all.
        share: The share in figures.
        count: What it is a share of.
        low: Where its interval begins.
        high: Where it ends.
        at: The share itself.
        least: The baseline's bound, if there is one.
    """

    part: str
    share: str
    count: str
    low: float
    high: float
    at: float
    least: float | None


def as_page(card: Scorecard) -> str:
    """The scorecard as a page; what differs from run to run stands in its last section."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = resources.files("evals.scorecard").joinpath("page.html.jinja").read_text(encoding="utf-8")
    suites = [(suite, _rows(card, suite), card.of(suite)) for suite in card.suites]
    page: str = environment.from_string(template).render(card=card, about=card.about, suites=suites, width=_WIDTH)
    return page


def _rows(card: Scorecard, suite: str) -> list[tuple[str, list[Plotted]]]:
    """Each scorer of a suite with its shares: all languages together first, then each."""
    rows: dict[str, list[Plotted]] = {}
    for measured, share in card.measures.items():
        if measured.suite == suite:
            bound = card.baseline.least.get(str(measured))
            least = None if bound is None else bound.low
            rows.setdefault(measured.scorer, []).append(_plotted(measured, share, least))
    return list(rows.items())


def _plotted(measured: Measured, share: Share, least: float | None) -> Plotted:
    low, high = share.interval
    return Plotted(
        part=measured.part,
        share=str(share),
        count=f"{share.part}/{share.whole}",
        low=round(low * _WIDTH, 1),
        high=round(high * _WIDTH, 1),
        at=round(share.value * _WIDTH, 1),
        least=None if least is None else round(least * _WIDTH, 1),
    )
