"""What can be asked of a line before its head is known: its numbers and changes, its verbs, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.language.lexicon import Verb, VerbForm, VerbKind, lexicon
from assistant.language.tokens import Tokens
from assistant.okr import Language

_PERCENT = frozenset(("%", "prosent", "percent", "prosentpoeng", "percentage", "->", "→", "=>"))
_LEVELS = frozenset(("nivå", "nivået", "level", "levels"))
_PER = frozenset(("per", "pr"))
_CLAUSE_ENDS = frozenset((",", ";", ":", ".", "(", ")", "–", "—", "-", "!"))
_FINITE = (VerbForm.PRESENT, VerbForm.PASSIVE)
_LONGEST_LINE = 200
"""Words; a head stands early, and a pasted book on one line must not take minutes."""
_LONGEST_GAP = 5
_LONGEST_VALUE = 4
_SHARE_WINDOW = 4
_RANGE_WINDOW = 6
_NAME = 4
_WHOLE = frozenset("our the våre de dei".split())
_AT = frozenset(("at", "på"))
_PRICES = (
    "prisen", "prisane", "prisene", "kostnaden", "kostnadene", "kostnadane", "temperaturen", "avgiften", "avgifta",
    "leia", "leien", "leiga", "price", "prices", "cost", "costs", "fee", "fees", "fare", "fares", "temperature", "rent",
)  # fmt: skip
"""Ends of words for what is held at a value, and is not arranged."""
_YEAR = 4
_TIMES = frozenset("after before once until till etter før innan inntil".split())
_LONGEST_SUBJECT = 6


class Grammar:
    """The words of one language that hold a line together, named as the lists of the lexicon they come from.

    Attributes:
        own_subjects: Who stands for those who write: what they do is work, what others do is an outcome.
        staff: How words for one's own people end; what they *shall* do is work.
        verb_forms: The forms in ``verbs``, as a set: most words are none, and a set says so soonest.
        noun_homographs: Verb forms that are nouns as well: «bygg», «test», «launch».
        measured_verbs: Verbs of work that say an outcome once a share or a limit follows: «levere 95 % i tide».
        done_states: What something made is said to be when done: «på plass», «live».
        new_words: What a line about something made begins with.
        comparatives: What says more or better: a line that begins so compares, whatever noun follows.
        subordinators: Words that end the main clause.
        months: The names of the months.
        limits: What stands before the time something may take: «innen 20 minutter».
        bare_states: Those that only something made is in.
        spans: The units of such a time.
        particles: What may belong to a verb: «bygget opp», «switched off».
        recurring: What says that something is so every time: «når», «whenever».
        after_subject: What may follow a participle that is a predicate.
        after_change: What follows «ned» or «up» when no number does.
        joints: What ends the main clause, signs included.
        finite: What decides whether a clause has a finite verb: joints, copulas and verbs.
        openings: The openers, and what may stand before one's own people.
        shares: What a line about a share has among its first words.
        openers: What may stand before the verb that opens a line.
    """

    def __init__(self, language: Language) -> None:
        """Look the lists up in the lexicon of ``language``."""
        words = lexicon(language)
        self.verbs = words.verbs
        self.verb_forms = frozenset(words.verbs)
        self.task_nouns = words.phrases("task_nouns")
        self.done_states = words.phrases("done_states")
        self.numbers = frozenset(words.number_words)
        self.months = frozenset(words.months)
        self.staff = tuple(words.words("staff"))
        self.task_noun_endings = tuple(words.words("task_noun_endings"))
        self.modals = words.words("modals")
        self.copulas = words.words("copulas")
        self.finite_copulas = words.words("finite_copulas")
        self.infinitive_marks = words.words("infinitive_marks")
        self.own_subjects = words.words("own_subjects")
        self.subject_openers = words.words("subject_openers")
        self.adverbs = words.words("adverbs")
        self.determiners = words.words("determiners")
        self.new_words = words.words("new_words")
        self.comparatives = words.words("comparatives")
        self.prepositions = words.words("prepositions")
        self.subordinators = words.words("subordinators")
        self.share_words = words.words("share_words")
        self.share_links = words.words("share_links")
        self.change_words = words.words("change_words")
        self.range_starts = words.words("range_starts")
        self.range_ends = words.words("range_ends")
        self.lead_ins = words.words("lead_ins")
        self.noun_homographs = words.words("noun_homographs")
        self.measured_verbs = words.words("measured_verbs")
        self.measures = words.words("measure_suffixes")
        self.comparatives = words.words("comparatives")
        self.after_subject = self.prepositions | self.adverbs | _CLAUSE_ENDS
        self.noun_links = words.words("noun_links") | _CLAUSE_ENDS
        self.limits = words.words("limit_words")
        self.bare_states = words.phrases("bare_states")
        self.spans = words.words("time_units")
        self.levels = _LEVELS
        self.counted_by = _PER
        self.particles = words.words("verb_particles")
        self.recurring = words.words("recurring_words")
        self.after_change = self.range_starts | self.range_ends
        self.joints = self.subordinators | {":", ";"}
        self.finite = self.joints | self.finite_copulas | self.verb_forms
        self.openings = self.subject_openers | self.own_subjects | self.modals | self.infinitive_marks | self.adverbs
        self.shares = self.share_words | _PERCENT
        self.openers = self.own_subjects | self.modals | self.infinitive_marks | self.adverbs


_grammar = cache(Grammar)


class Clause:
    """The words of one line, and the questions its readers ask of them.

    Attributes:
        words: The line's words in lower case, up to a length no line people write has.
        size: How many there are.
        english: Whether they are English, where nouns and verbs look alike.
        grammar: The words of its language that hold it together.
    """

    def __init__(self, tokens: Tokens) -> None:
        """Take the words; nothing is worked out yet."""
        self.words = tokens.words if len(tokens.words) <= _LONGEST_LINE else tokens.words[:_LONGEST_LINE]
        self.size = len(self.words)
        self.english = tokens.language is Language.EN
        self.grammar = _grammar(tokens.language)

    def word(self, index: int) -> str:
        """The word at ``index``, or nothing beyond the line."""
        return self.words[index] if 0 <= index < self.size else ""

    def is_number(self, index: int) -> bool:
        """Whether a number stands there, in digits or letters."""
        word = self.word(index)
        return word[:1].isdigit() or word in self.grammar.numbers

    def is_date(self, index: int) -> bool:
        """Whether a date stands there: «01.06.2026», «10 May», «1. juni», «2027»."""
        word = self.word(index)
        if not word[:1].isdigit():
            return False
        if word.count(".") > 1 or "/" in word or "-" in word or (len(word) == _YEAR and word.startswith("20")):
            return True
        month = index + 2 if self.word(index + 1) == "." else index + 1
        return self.word(month) in self.grammar.months

    def has_time_limit(self, start: int) -> bool:
        """Whether «innen 20 minutter», «within two working days» stands after ``start``: how soon, every time."""
        grammar = self.grammar
        if grammar.limits.isdisjoint(self.words):
            return False
        return any(
            self.words[at] in grammar.limits
            and self.is_number(at + 1)
            and not grammar.spans.isdisjoint(self.words[at + 2 : at + 4])
            for at in range(start, self.size)
        )

    def is_share(self, index: int) -> bool:
        """Whether «95 %», «9 av 10» or «nine out of ten» stands there, but not «tre av våre skoler»."""
        if not self.is_number(index):
            return False
        link = index + 2 if self.word(index + 1) == "out" else index + 1
        if self.word(link) in self.grammar.share_links:
            return self.is_number(link + 1 + (self.word(link + 1) in _WHOLE))  # «18 of our 20 schools»
        return self.word(link) in _PERCENT

    def opens_with_share(self, index: int) -> bool:
        """Whether the line is about a share from ``index`` on: «Andelen …», «Minst 95 % av …»."""
        size = _RANGE_WINDOW if self.word(index) in self.grammar.range_starts else _SHARE_WINDOW  # «Fra 40 til 90 %»
        window = self.words[index : index + size]
        return self.is_share(index) or not self.grammar.shares.isdisjoint(window)

    def is_measured(self, start: int) -> bool:
        """Whether a percentage or a change stands after ``start``."""
        return self.has_change(start) or not _PERCENT.isdisjoint(self.words[start:]) or self.has_share(start)

    def has_share(self, start: int) -> bool:
        """Whether «200 av 365», «nine out of ten» stands after ``start``."""
        if self.grammar.share_links.isdisjoint(self.words):
            return False
        return any(self.is_share(at) for at in range(start, self.size))

    def has_change(self, start: int) -> bool:
        """Whether «from 12 to 5» stands after ``start``."""
        grammar = self.grammar
        if grammar.range_starts.isdisjoint(self.words):
            return False
        for at in range(start, self.size):
            if self.words[at] in grammar.range_starts and (self.is_number(at + 1) or self.is_number(at + 2)):
                return any(word in grammar.range_ends for word in self.words[at + 2 : at + 2 + _LONGEST_VALUE])
        return False

    def is_limited(self, start: int, stop: int | None = None) -> bool:
        """Whether «under 10», «ned til 3» or the like stands after ``start`` and before ``stop``."""
        grammar = self.grammar
        if grammar.change_words.isdisjoint(self.words):
            return False
        for at in range(start, min(stop or self.size, self.size)):
            if self.words[at] not in grammar.change_words:
                continue
            if self.word(at + 1) in grammar.after_change or self.word(at + 1)[:1].isdigit():
                return True
            if self.is_number(at + 1) and self.words[at] not in grammar.range_starts:
                return True  # but «tilbud fra tre leverandører» limits nothing
        return False

    def is_level_of(self, start: int) -> bool:
        """Whether a metric and the number it stands at follow: «prisen på skolemat på 24 kroner», «the price at £2.40»."""
        named = any(word.endswith(_PRICES) for word in self.words[start : start + _NAME])
        return named and any(
            self.words[at] in _AT and (self.is_number(at + 1) or self.is_number(at + 2)) and not self.is_date(at + 1)
            for at in range(start + 1, self.size)
        )

    def readings(self, index: int) -> Sequence[Verb]:
        """What the word may be as a verb, those readings first whose particles follow."""
        word = self.words[index]
        if word not in self.grammar.verb_forms:
            return ()
        readings = self.grammar.verbs.get(word)
        if not readings[0].particles:
            return readings  # those with particles come first
        return [verb for verb in readings if not verb.particles or self._has_particles(verb.particles, index)]

    def _has_particles(self, particles: tuple[str, ...], index: int) -> bool:
        """Whether a verb's particles follow, at once or after its object («sette planen i gang»).

        A lone preposition must follow at once, an adverb apart: it may belong to any other word of the line.
        """
        words, size, grammar = self.words, len(particles), self.grammar
        at_once = size == 1 and particles[0] in grammar.prepositions
        for at in range(index + 1, min(index + 1 + _LONGEST_GAP, self.size + 1 - size)):
            if words[at] == particles[0] and tuple(words[at : at + size]) == particles:
                return True
            # «Få flere unge på plass» moves a number, and puts nothing in place.
            if words[at] in grammar.comparatives or (at_once and words[at] not in grammar.adverbs):
                return False
        return False

    def has_form(self, index: int, form: VerbForm, kind: VerbKind | None = None) -> bool:
        """Whether the word may be ``form`` of some verb, of ``kind`` if one is given; particles are not looked for."""
        word = self.word(index)
        if word not in self.grammar.verb_forms:
            return False
        readings = self.grammar.verbs.get(word)
        return any(verb.form is form and (kind is None or verb.kind is kind) for verb in readings)

    def finite_verb_after(self, index: int) -> bool:
        """Whether the main clause has a finite verb of outcome, so that what stands before it is a noun."""
        grammar = self.grammar
        for at in range(index + 1, self.size):
            word = self.words[at]
            if word not in grammar.finite:
                continue
            if word in grammar.joints:
                return False
            if word in grammar.finite_copulas:
                return True
            before = self.words[at - 1]
            if word not in grammar.verb_forms or before in grammar.prepositions or before in grammar.determiners:
                continue
            if any(verb.kind is VerbKind.OUTCOME and verb.form in _FINITE for verb in self.readings(at)):
                return not self.is_plural_noun(at)
        return False

    def says_when(self, at: int) -> bool:
        """Whether a clause that says when opens here: «Guests are home *before* the report is written».

        A finite verb stands before the word and one behind it; «the work before summer is done» is one clause.
        """
        grammar = self.grammar
        if self.word(at) not in _TIMES:
            return False
        if grammar.finite_copulas.isdisjoint(self.words[at + 2 : at + 2 + _LONGEST_SUBJECT]):
            return False
        return any(word in grammar.copulas or self._is_finite(index) for index, word in enumerate(self.words[1:at], 1))

    def _is_finite(self, index: int) -> bool:
        if self.words[index] in self.grammar.noun_homographs:
            return False
        return self.has_form(index, VerbForm.PRESENT) or (self.english and self.has_form(index, VerbForm.INFINITIVE))

    def is_plural_noun(self, index: int) -> bool:
        """English: «returns introduced», «to tackle returns», where what looks like «she returns» is subject or object."""
        if not self.english:
            return False
        acted_on = self.word(index - 2) == "to" and self.has_form(index - 1, VerbForm.INFINITIVE)
        return acted_on or self.has_form(index + 1, VerbForm.PARTICIPLE, VerbKind.TASK)
