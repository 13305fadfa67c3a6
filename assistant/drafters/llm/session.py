"""One draft with a language model, from the first call to the last: written, mended and reworded within one budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.brief import Brief
from assistant.drafters import Proposal, Provenance, Question, Replacement, Replacements, model_wording
from assistant.drafters.events import ObjectiveWritten, Tell, wants_pieces
from assistant.drafters.llm.messages import repair_message, rewrite_message, user_message
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafters.provenance import ground, is_a_line
from assistant.drafters.repairs import Failing
from assistant.okr import Language, Objective, OkrSet
from assistant.rules.profile import Profile
from prompts import manifest, prompt

if TYPE_CHECKING:
    from assistant.drafters.answer import Answer, ObjectiveAnswer
    from assistant.drafters.llm.calling import Caller
    from assistant.drafters.llm.listening import Heard

_LONGEST_MESSAGE = 200_000
"""Characters; a longer one costs money and helps nobody."""


class LlmSession:
    """A draft in the making: what the model says is held against the brief before it goes anywhere."""

    def __init__(self, caller: Caller, brief: Brief, profile: Profile, tell: Tell) -> None:
        """Begin.

        Args:
            caller: Calls the model.
            brief: The brief.
            profile: The thresholds.
            tell: Is told of objectives as they are complete; with nobody to tell, answers do not stream.
        """
        self._caller = caller
        self._brief = brief
        self._profile = profile
        self._language = brief.language or Language.NB
        self._prompts: dict[str, str] = {}
        self._tell = tell
        self._told = 0

    @property
    def rounds(self) -> int:
        """How many repairs the budget allows."""
        return self._caller.meter.budget.rounds

    async def write(self, drafted: Sequence[str] = ()) -> Proposal:
        """Have the model draft a set.

        Raises:
            ModelError: The model gave no draft that can be used.
        """
        heard = self._heard if wants_pieces(self._tell) else None
        answer = await self._ask("draft", user_message(self._brief, drafted), heard)
        okr_set, questions = ground(answer, self._brief, self._profile)
        if not okr_set.objectives:
            raise ModelError(Failure.MALFORMED)
        return Proposal(okr_set, questions, self.provenance())

    async def repair(self, okr_set: OkrSet, failing: Mapping[int, Failing]) -> Replacements:  # noqa: ARG002 - the failing ones say it all
        """Have the model write the failing objectives anew.

        Raises:
            ModelError: The model gave none that can be used.
        """
        places = sorted(failing)
        answer = await self._ask("repair", repair_message(self._brief, [failing[at] for at in places]))
        if len(answer.objectives) != len(places):
            raise ModelError(Failure.MALFORMED)
        pairs = zip(places, answer.objectives, strict=True)
        return {at: self._grounded(item, at) for at, item in pairs if is_a_line(item.text)}

    async def rewrite(self, okr_set: OkrSet, path: str, instruction: str) -> Replacements:
        """Have the model reword one objective or key result; whatever else it touches stays as it was.

        Raises:
            ModelError: The model gave nothing that can be used.
        """
        at, _, result = path.removeprefix("/objectives/").partition("/key_results/")
        old = okr_set.objectives[int(at)]
        part = f"key_results/{result}" if result else "objective"
        answer = await self._ask("rewrite", rewrite_message(self._brief, old, part, instruction))
        if not is_a_line(answer.objectives[0].text):
            raise ModelError(Failure.MALFORMED)
        new = self._grounded(answer.objectives[0], int(at))
        objective = _with_key_result(old, new.objective, int(result)) if result else _with_words(old, new.objective)
        asked = tuple(question for question in new.questions if question.path == path)
        return {int(at): Replacement(objective, asked)}

    def provenance(self) -> Provenance:
        """How the draft has come to be so far."""
        meter = self._caller.meter
        return Provenance(
            drafter="llm",
            model=self._caller.model,
            prompts=dict(self._prompts),
            calls=meter.calls,
            input_tokens=meter.input_tokens,
            output_tokens=meter.output_tokens,
            cost=meter.cost,
            note=model_wording.BY_A_MODEL.in_language(self._language),
        )

    async def _ask(self, task: str, user: str, heard: Heard | None = None) -> Answer:
        from assistant.drafters.answer import Answer

        if len(user) > _LONGEST_MESSAGE:
            raise ModelError(Failure.TOO_LONG)
        name = f"{task}.{self._language.value}"
        self._prompts[name] = manifest()[name].version
        return await self._caller.ask(Answer, prompt(task, self._language.value), user, self._language, heard)

    def _grounded(self, item: ObjectiveAnswer, at: int) -> Replacement:
        """One objective held against the brief, with its questions as those of the objective at ``at``."""
        from assistant.drafters.answer import Answer

        okr_set, questions = ground(Answer(objectives=[item]), self._brief, self._profile)
        own = "/objectives/0"
        moved = (
            Question(f"/objectives/{at}{it.path.removeprefix(own)}", it.pitfall, it.text)
            for it in questions
            if it.path == own or it.path.startswith(f"{own}/")
        )
        return Replacement(okr_set.objectives[0], tuple(moved))

    def _heard(self, data: dict[str, Any]) -> None:
        """Tell of an objective that is complete, if it has the right form; the whole answer is looked at later."""
        from pydantic import ValidationError

        from assistant.drafters.answer import ObjectiveAnswer

        try:
            item = ObjectiveAnswer.model_validate(data)
        except ValidationError:
            return
        if is_a_line(item.text):
            self._tell(ObjectiveWritten(self._told, self._grounded(item, self._told).objective))
            self._told += 1


def _with_key_result(old: Objective, new: Objective, at: int) -> Objective:
    """``old`` with the key result at ``at`` from ``new``.

    Raises:
        ModelError: There is none.
    """
    if at >= len(new.key_results):
        raise ModelError(Failure.MALFORMED)
    return replace(old, key_results=(*old.key_results[:at], new.key_results[at], *old.key_results[at + 1 :]))


def _with_words(old: Objective, new: Objective) -> Objective:
    """``old`` with the wording of ``new``; key results and owner stay."""
    return replace(old, text=new.text, why=new.why, sources=new.sources, initiatives=new.initiatives)
