"""What a request for a draft asks: the brief, and how to go about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Field

from api import refusals
from api.briefs import BriefBody, brief_from
from api.large import by_size
from api.problems import ProblemError
from assistant.okr import Language
from assistant.rules.profile import load_profile

if TYPE_CHECKING:
    from api.service import Service
    from assistant.brief import Brief
    from assistant.drafters.extractive import ExtractiveDrafter
    from assistant.drafters.llm import LlmDrafter
    from assistant.rules.profile import Profile

ProfileName = Literal["default", "google", "offentlig", "strict"]


class DraftBody(BaseModel):
    """What is to be drafted from, and how."""

    brief: BriefBody = Field(description="The strategy: Markdown or plain text, or an object of fields.")
    language: Literal["nb", "nn", "en"] | None = Field(
        default=None, description="The language to read and write in; found out when not given."
    )
    profile: ProfileName | None = Field(default=None, description="The thresholds to draft and check by.")
    drafter: Literal["extractive", "llm"] | None = Field(
        default=None,
        description="Who writes: `extractive` needs no language model, `llm` asks the one the service has. "
        "The model when there is one, if not given.",
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a draft, understood.

    Attributes:
        brief: The brief, read.
        profile: The thresholds.
        drafter: Who writes.
        given: The request's own JSON, to be kept beside the draft.
    """

    brief: Brief
    profile: Profile
    drafter: ExtractiveDrafter | LlmDrafter
    given: dict[str, Any]


async def understood(service: Service, body: DraftBody, size: int) -> Asked:
    """Read what is asked.

    Args:
        service: The service asked.
        body: The request.
        size: How large it was, in bytes.

    Raises:
        InputError: The brief cannot be used.
        ProblemError: A model is asked for, and there is none.
    """
    drafter = service.drafter(body.drafter)
    if drafter is None:
        raise ProblemError(refusals.NO_MODEL, [("/drafter", "no_model")])
    given = body.model_dump(exclude_none=True)
    brief = await by_size(size, brief_of, given)
    return Asked(brief, profile_of(given), drafter, given)


def brief_of(given: dict[str, Any]) -> Brief:
    """The brief in a request's JSON, or in what was kept of it."""
    language = given.get("language")
    return brief_from(given["brief"], Language(language) if language else None)


def profile_of(given: dict[str, Any]) -> Profile:
    """The thresholds in a request's JSON, or in what was kept of it."""
    return load_profile(given.get("profile") or "default")
