"""A model as judge: four questions about a draft, yes or no. It advises, and no gate listens to it.

It sees the strategy and the set, and nothing of who drafted it. How far it is to be believed is measured on sets that
people have labelled: see the suite ``judge``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from assistant.brief import Brief
from assistant.drafters.llm import LlmDrafter
from assistant.formats.draft_markdown import write_set
from assistant.okr import Language, OkrSet
from prompts import prompt

QUESTIONS = ("ambitious", "clear", "actionable", "serves_strategy")
"""What is asked, each by its field in :class:`Verdict`."""
_LONGEST = 20_000
"""Characters of a strategy or a set that are sent."""


class Judged(BaseModel):
    """An answer, and the reason that was given before it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    reason: Annotated[str, StringConstraints(max_length=600)]
    answer: bool


class Verdict(BaseModel):
    """Four answers about a set of OKRs."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    ambitious: Judged
    clear: Judged
    actionable: Judged
    serves_strategy: Judged

    def says(self, question: str) -> bool:
        """The answer to one of :data:`QUESTIONS`."""
        judged: Judged = getattr(self, question)
        return judged.answer


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges.

    Attributes:
        model: The model that is asked, over its own wire and within its own budget.
    """

    model: LlmDrafter

    async def judge(self, strategy: str, okr: str, language: Language) -> Verdict:
        """Judge a set against the strategy it is to serve.

        Args:
            strategy: The strategy, as text.
            okr: The set, as Markdown.
            language: The language to ask in.

        Raises:
            ModelError: The model gave no verdict.
        """
        user = f"<brief>\n{_quoted(strategy)}\n</brief>\n<draft>\n{_quoted(okr)}\n</draft>"
        async with self.model.caller() as caller:
            return await caller.ask(Verdict, prompt("judge", language.value), user, language)

    async def judge_draft(self, okr_set: OkrSet, brief: Brief) -> Verdict:
        """Judge a draft: its set alone, as a leader would read it, without a word of how it came to be."""
        language = brief.language or Language.NB
        strategy = "\n".join(item.text for item in brief.statements if not item.addressed)
        return await self.judge(strategy, write_set(okr_set, language), language)


def _quoted(text: str) -> str:
    """Text as JSON that holds neither ``<`` nor ``>``: it cannot end the part it stands in."""
    return json.dumps(text[:_LONGEST], ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
