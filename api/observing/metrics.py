"""Counting what the service does, for Prometheus.

Labels come from fixed sets: no text, no tenant, no key and no path can become one. When ``PROMETHEUS_MULTIPROC_DIR``
is set, as ``okr serve --workers`` does, every worker counts into files of its own and each answer sums them all up.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
    multiprocess,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from assistant.rules.catalogue import catalogue

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
OTHER = "other"
"""The label of everything outside the fixed sets."""

OUTCOMES = frozenset(("ready", "needs_work", "failed", "refused", "stopped"))
"""How a draft may end: the verdicts of a review, the model failed, it was not begun, the caller left."""

_DRAFTERS = frozenset(("extractive", "llm"))
_SEVERITIES = frozenset(("error", "warning", "question"))
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
_FOLDER = "PROMETHEUS_MULTIPROC_DIR"

disable_created_metrics()  # type: ignore[no-untyped-call]  # prometheus_client has it without types
_registry = CollectorRegistry()
_drafts = Counter(
    "okr_drafts", "Drafts, by who wrote them and how they ended.", ["drafter", "outcome"], registry=_registry
)
_findings = Counter("okr_findings", "Findings of reviews.", ["code", "severity"], registry=_registry)
_calls = Counter("okr_model_calls", "Calls to a language model.", registry=_registry)
_tokens = Counter("okr_tokens", "Tokens sent to and received from a language model.", ["direction"], registry=_registry)
_cost = Counter("okr_cost_micros", "What language models cost, in millionths of a US dollar.", registry=_registry)
_in_progress = Gauge("okr_drafts_in_progress", "Drafts being made.", registry=_registry, multiprocess_mode="livesum")
_draft_seconds = Histogram(
    "okr_draft_seconds",
    "How long a draft takes.",
    ["drafter"],
    registry=_registry,
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300),
)
_request_seconds = Histogram(
    "okr_request_seconds",
    "How long a request takes, to the last byte of its answer.",
    ["route", "method", "status"],
    registry=_registry,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120),
)


def count_draft(provenance: Mapping[str, Any], outcome: str) -> None:
    """Count a draft and what it cost.

    Args:
        provenance: How it was made, as in a record; what is missing counts as nothing.
        outcome: One of :data:`OUTCOMES`.
    """
    drafter = _one_of(_DRAFTERS, provenance.get("drafter"))
    _drafts.labels(drafter, _one_of(OUTCOMES, outcome)).inc()
    if seconds := provenance.get("seconds"):
        _draft_seconds.labels(drafter).observe(seconds)
    _calls.inc(provenance.get("calls") or 0)
    _tokens.labels("input").inc(provenance.get("input_tokens") or 0)
    _tokens.labels("output").inc(provenance.get("output_tokens") or 0)
    _cost.inc(round((provenance.get("cost") or 0) * 1_000_000))


def count_findings(review: Mapping[str, Any]) -> None:
    """Count the findings of a review, given as in a record."""
    for finding in review.get("findings", ()):
        _findings.labels(_one_of(_codes(), finding["code"]), _one_of(_SEVERITIES, finding["severity"])).inc()


@contextmanager
def draft_in_progress() -> Iterator[None]:
    """Count a draft as being made for as long as the block runs."""
    with _in_progress.track_inprogress():
        yield


def count_request(route: str, method: str, status: int, seconds: float) -> None:
    """Count a request that has been answered.

    Args:
        route: Its template, such as ``/v1/drafts/{draft_id}``, or :data:`OTHER`.
        method: The HTTP method, as :func:`method_of` gives it.
        status: The HTTP status.
        seconds: From its headers to the last byte of its answer.
    """
    _of_requests(route, method, status).observe(seconds)


def method_of(method: str) -> str:
    """A method as it is noted: what somebody made up is :data:`OTHER`."""
    return _one_of(_METHODS, method)


def exposition() -> bytes:
    """All metrics in Prometheus' text format, summed over the workers there are."""
    folder = os.environ.get(_FOLDER)
    if not folder:
        return generate_latest(_registry)
    _forget_the_dead(Path(folder))
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry, folder)  # type: ignore[no-untyped-call]  # prometheus_client has it without types
    return generate_latest(registry)


# --- parts -----------------------------------------------------------------------------------------------------------


@cache
def _of_requests(route: str, method: str, status: int) -> Histogram:
    return _request_seconds.labels(route, method, str(status))


def _one_of(fixed: frozenset[str], value: object) -> str:
    return value if isinstance(value, str) and value in fixed else OTHER


@cache
def _codes() -> frozenset[str]:
    return frozenset(rule.code for rule in catalogue())


def _forget_the_dead(folder: Path) -> None:
    """Remove what workers that are gone had in progress; what they have counted stays."""
    for pid in {int(file.stem.rpartition("_")[2]) for file in folder.glob("gauge_live*_*.db")}:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            multiprocess.mark_process_dead(pid, str(folder))  # type: ignore[no-untyped-call]  # prometheus_client has it without types
        except OSError:  # another user's process has its number by now
            continue
