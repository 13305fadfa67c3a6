"""The catalogue of rules."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from api import refusals
from api.languages import preferred
from api.problems import ProblemError, described
from assistant.formats.rule_pages import catalogue_records, rule_record
from assistant.okr import Language
from assistant.rules.catalogue import rule_of

router = APIRouter(tags=["rules"])


def _reader(
    request: Request,
    language: Annotated[
        Language | None, Query(description="The language to explain in; otherwise Accept-Language decides.")
    ] = None,
) -> Language:
    return language or preferred(request)


Reader = Annotated[Language, Depends(_reader)]


@router.get("/v1/rules", responses=described(422))
def list_rules(language: Reader) -> list[dict[str, Any]]:
    """List every rule: what it says, what it suggests, what it flags and what it leaves alone."""
    return catalogue_records(language)


@router.get("/v1/rules/{code}", responses=described(404, 422))
def show_rule(code: str, language: Reader) -> dict[str, Any]:
    """Show one rule, by its code or its name."""
    rule = rule_of(code)
    if rule is None:
        raise ProblemError(refusals.NO_SUCH_RULE)
    return rule_record(rule, language)
