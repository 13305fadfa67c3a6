"""Reading what the head of a line is: work to be done, an outcome, or a vague intention.

The head verb decides, not the presence of a task verb somewhere in the line: of 46 lines measured, judging the head
got 44 right against 37 for «any task verb anywhere».
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.language.homographs import Homographs
from assistant.language.lexicon import Verb, VerbForm, VerbKind
from assistant.language.tokens import Tokens


class Head(NamedTuple):
    """What a line's head is.

    Attributes:
        kind: Task, outcome or vague; a line with no verb to say otherwise is an outcome, a state.
        lemma: The verb's infinitive, the noun or the state («på plass»), or ``None`` where nothing decided.
        first: Index of the word that decided.
        last: Index of its last word, particles included where they follow at once.
        form: The verb's form; ``None`` where it is no verb, or where nothing decided.
    """

    kind: VerbKind
    lemma: str | None = None
    first: int = 0
    last: int = 0
    form: VerbForm | None = None


_STATE = Head(VerbKind.OUTCOME)
_LONGEST_LEAD_IN = 9
_LIVING = frozenset("in at with".split())
_MIGHT = frozenset("would could can ville kunne kan".split())
_ORDINALS = frozenset("first second third første fyrste andre tredje".split())
_FOR_USE = frozenset("bruk innflytting innflytjing publikum use occupation".split())
_SHORTEST_COMPOUND = 9
_LONGEST_THING = 3
_HAVE = frozenset(("ha", "have"))
"""What opens a line of done work, «Ha kartlagt …»; «Bli kjent for …» is about what others think."""
_RELATIVES = frozenset(("that", "which"))
_NONE = frozenset("no none ingen inga".split())
"""Before a noun of work: what must not be, and not what is to be done."""


def read_head(tokens: Tokens) -> Head:
    """What the head of a line is.

    Args:
        tokens: The line, without its list mark or label.

    Returns:
        The head. Lines whose grammar does not settle it are read as an outcome, a state.
    """
    return _Reader(tokens).head()


class _Reader(Homographs):
    """One line under reading, and what was learnt on the way: who acts, and whether it is meant as a duty."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self.own = False
        self.modal = False
        self.staffed = False

    def head(self) -> Head:
        opening = self._opening()
        if opening >= self.size or (self.words[0] in _MIGHT and not self.own):
            return _STATE  # «Would report a near miss»: what people say of themselves
        found = self._opening_verb(opening)
        if found or self.opens_with_share(opening):
            # A share is measured, whatever was done to reach it.
            return found or _STATE
        return (
            self._task_noun(opening)
            or self._after_colon(opening)
            or self._main_verb(opening)
            or self._done_state(opening)
            or _STATE
        )

    def _head(self, verb: Verb, index: int) -> Head:
        size = len(verb.particles)
        follows = tuple(self.words[index + 1 : index + 1 + size]) == verb.particles
        return Head(verb.kind, verb.lemma, index, index + size if follows else index, verb.form)

    # --- where the line begins -------------------------------------------------------------------------------------

    def _opening(self) -> int:
        """Past a leading date, the acting «vi» or «teamet», «skal» and «å»."""
        grammar = self.grammar
        index = self._after_lead_in() if self.size and self.words[0] in grammar.lead_ins else 0
        while index < self.size:
            word = self.words[index]
            if word not in grammar.openings:
                break
            if word in grammar.openers:
                self.own = self.own or word in grammar.own_subjects
                self.modal = self.modal or word in grammar.modals or word in grammar.infinitive_marks
            elif word not in grammar.subject_openers or self.word(index + 1) not in grammar.own_subjects:
                break
            index += 1
        return index

    def _after_lead_in(self) -> int:
        """Past «Innen 1. mai:», or up to the modal in «Innan utgangen av T1 skal vi …»."""
        grammar = self.grammar
        for index in range(1, min(self.size, _LONGEST_LEAD_IN)):
            if self.words[index] in {":", ","}:
                return index + 1
            if self.words[index] in grammar.modals:
                return index
        return 0

    # --- a verb opens the line -------------------------------------------------------------------------------------

    def _opening_verb(self, index: int) -> Head | None:
        readings = self.readings(index)
        # After «vi», only English has a form that is also the infinitive; after «skal», both have.
        sure = self.modal or (self.own and self.english)
        if not readings or ((sure or self.words[index] in _HAVE) and self._is_perfect(index)):
            return None
        forms = (VerbForm.INFINITIVE,) if sure else (VerbForm.INFINITIVE, VerbForm.IMPERATIVE)
        for verb in readings:
            if verb.form in forms and (sure or not (self.is_noun(verb, index) or self.is_rate(index))):
                return self._measured_state(verb, index) or self._head(verb, index)
        return self._opening_form(readings, index)

    def _is_perfect(self, index: int) -> bool:
        """«ha gjennomført», «have completed»: the verb to judge is the participle."""
        if self.words[index] not in self.grammar.copulas:
            return False
        at = index + 1
        while self.word(at) in self.grammar.adverbs or self.word(at) in self.grammar.copulas:
            at += 1
        return self.has_form(at, VerbForm.PARTICIPLE)

    def _measured_state(self, verb: Verb, index: int) -> Head | None:
        """«Holde oppetiden over 99,5 %»: to hold a value is an outcome, to hold a meeting is a task."""
        at = index + 1
        if verb.lemma not in self.grammar.measured_verbs or (self.is_number(at) and not self.is_share(at)):
            return None
        level = not self.grammar.levels.isdisjoint(self.words)
        level = level or self.is_level_of(at)
        if not (level or self.is_share(at) or self.is_measured(at) or self.is_limited(at)):
            return None
        return Head(VerbKind.OUTCOME, verb.lemma, index, index, verb.form)

    def _opening_form(self, readings: Sequence[Verb], index: int) -> Head | None:
        """A passive, participle or gerund that opens the line: «Lanseres i mai», «Gjennomført …», «Launching …»."""
        forms = {verb.form: verb for verb in reversed(readings)}
        if passive := forms.get(VerbForm.PASSIVE):
            return self._head(passive, index)
        present = forms.get(VerbForm.PRESENT)
        if present is not None and self.says_what_we_do(present, index):
            return self._head(present, index)
        verb = forms.get(VerbForm.PARTICIPLE) or forms.get(VerbForm.GERUND)
        following = self.word(index + 1)
        if verb is None or self.own or following in self.grammar.measures or self.finite_verb_after(index):
            return None
        if verb.kind is VerbKind.VAGUE and self.is_done_later(index):
            return None  # «Samordnet vaktplan innført»
        if verb.kind is VerbKind.TASK and (following not in self.grammar.determiners or following in _ORDINALS):
            # «Leverte varer uten skade» is about the goods, in the plural, and so is whatever is measured.
            attributive = not self.english and self.words[index].endswith("e")
            noun = self.words[index].endswith("a") and following in self.grammar.prepositions
            if attributive or noun or self.is_measured(index) or self.is_limited(index + 1):
                return None
        # «Meeting rooms fitted out», «Onboarding that works»
        named = verb.form is VerbForm.GERUND and (following in _RELATIVES or self.is_done_later(index))
        return None if named else self._head(verb, index)

    # --- a noun opens the line -------------------------------------------------------------------------------------

    def _task_noun(self, index: int) -> Head | None:
        """«Lansering av app», «Full utrulling av …», «Roll-out of the portal»."""
        grammar = self.grammar
        if self.words[index] in grammar.comparatives or self.words[index] in _NONE:
            return None  # «Quicker handover of keys», «No closure lasts longer than a week»
        for at in range(index, min(index + 3, self.size)):
            before = self.words[at - 1]
            if at > index and (
                before in grammar.prepositions or before in grammar.verb_forms or self.is_number(at - 1)
            ):
                return None
            size = grammar.task_nouns.length_at(self.words, at) or int(self._is_compound(self.words[at]))
            if not size:
                continue
            following = self.word(at + size)
            if following and following not in grammar.noun_links:
                return None
            if self.is_measured(at) or self.finite_verb_after(at):
                return None
            return Head(VerbKind.TASK, self.words[at], at, at + size - 1)
        return None

    def _is_compound(self, word: str) -> bool:
        """«Systeminnføring»."""
        return len(word) > _SHORTEST_COMPOUND and word.endswith(self.grammar.task_noun_endings)

    def _after_colon(self, index: int) -> Head | None:
        """«Ny nettside: lansere i mai»."""
        if self.english or ":" not in self.words[index:-1]:
            return None
        at = self.words.index(":", index) + 1
        for verb in self.readings(at):
            if verb.kind is VerbKind.TASK and verb.form is VerbForm.INFINITIVE:
                return self._head(verb, at)
        return None

    # --- a subject opens the line ----------------------------------------------------------------------------------

    def _main_verb(self, index: int) -> Head | None:
        """The first verb of the main clause that settles it."""
        grammar = self.grammar
        linked = False  # whether a form of «be» or «have» stands just before, adverbs aside
        modal = self.modal
        for at in range(index, self.size):
            word = self.words[at]
            if modal and (word in grammar.infinitive_marks or word in grammar.own_subjects):
                self.own = self.own or word in grammar.own_subjects
            elif at > index and self._ends_the_clause(word, at, index):
                return None
            elif not linked and at <= index + 1 and word.endswith(grammar.staff):
                self.staffed = True
            elif word in grammar.modals:
                modal = True
            elif word in grammar.copulas:
                linked = True
            elif word not in grammar.adverbs and not (linked and self._is_we(word)):
                for verb in self.readings(at):
                    if self._settles(verb, at, index, linked=linked, modal=modal):
                        return self._head(verb, at)
                linked = modal = False
        return None

    def _ends_the_clause(self, word: str, at: int, index: int) -> bool:
        """Whether what follows is an aside or a clause of its own; but not «Søknad om støtte …»."""
        if word == "(" or (word in self.grammar.subordinators and not (word == "om" and at == index + 1)):
            return True
        return self.says_when(at)

    def _is_we(self, word: str) -> bool:
        """«Innen juni har vi pusset opp …»: who acts stands behind the verb."""
        self.own = self.own or word in self.grammar.own_subjects
        return word in self.grammar.own_subjects

    def _settles(self, verb: Verb, at: int, index: int, *, linked: bool, modal: bool) -> bool:
        task = verb.kind is VerbKind.TASK
        match verb.form:
            case VerbForm.PASSIVE:
                return True
            case VerbForm.PARTICIPLE:
                # «Hallen er rydda når neste skift kommer»: that is so every time.
                following = self.word(at + 1)
                recurring = task and following in self.grammar.recurring
                counted_by = self.grammar.counted_by  # «Litres collected per week», «Scrap per tonne poured»
                counted = following in counted_by or (at > 1 and self.words[at - 2] in counted_by)
                return not recurring if linked else task and not counted and self.is_predicate(at, index)
            case VerbForm.INFINITIVE:
                # What customers shall do is an outcome, what one's own people shall do is work.
                return modal and (self.own or self.staffed or not task)
            case VerbForm.GERUND:
                return linked and self.own
            case VerbForm.PRESENT | VerbForm.PAST:
                own = (self.own or self.word(at + 1) in self.grammar.own_subjects) and not self.has_time_limit(at)
                others = verb.kind is VerbKind.OUTCOME and verb.form is VerbForm.PRESENT and at > index
                # «600 oppringninger per selger», «calls per order»: nouns.
                counted = not self.grammar.counted_by.isdisjoint((self.words[at - 1], self.word(at + 1)))
                arrives = verb.particles == ("live",)  # «The portal goes live in May»
                return not counted and (arrives or ((own or others) and not self.is_plural_noun(at)))
        return False

    def _is_bare_state(self, at: int, index: int) -> bool:
        """«Betalingsløsning i produksjon», «Payment solution live»: a thing and its state, and no more."""
        short = 0 < at - index <= _LONGEST_THING
        return short and self.grammar.bare_states.length_at(self.words, at) > 0

    def _done_state(self, index: int) -> Head | None:
        """«New pricing page live», «Rutinen er på plass»: something made, said to be there."""
        found = self.grammar.done_states.find(self.words)
        if found is None or self.is_measured(index):
            return None
        at, size = found
        if any(self.says_when(before) for before in range(index + 1, at)):
            return None  # «The firm gets its money soon after the work is done»
        new = self.words[index] in self.grammar.new_words
        # «Lege er på plass innen 20 minutter» says how soon, every time.
        soon = self.is_number(at + size + 1) and not self.is_date(at + size + 1)
        before = self.word(at - 2) if self.word(at - 1) in self.grammar.adverbs else self.word(at - 1)
        verb = before if before in self.grammar.finite_copulas else self.words[at]  # «foreligger» is both
        said = verb in self.grammar.finite_copulas and not soon
        following = self.word(at + size)
        if not (new or said or self._is_bare_state(at, index)) or (
            following and following not in self.grammar.after_subject and not self.is_date(at + size)
        ):
            return None
        if self.words[at] == "live" and following in _LIVING and not self.is_date(at + size + 1):
            return None  # «Tenants live in dry homes»
        if self.word(at + size + 1) in _FOR_USE:
            return None  # «Tre barnehager står klare til bruk»: those who use them can tell
        return Head(VerbKind.TASK, " ".join(self.words[at : at + size]), at, at + size - 1)
