"""Telling the noun from the verb where one word may be both, and the participle that says that something is done."""

from __future__ import annotations

from assistant.language.clauses import Clause
from assistant.language.lexicon import Verb, VerbForm, VerbKind

_COMPOUND_NOUN_WINDOW = 5
_LONGEST_RANGE = 5
_AGAINST = frozenset(("against", "versus"))
_ARROWS = frozenset(("->", "→", "=>"))
_SENT = frozenset("sendt send sende oversendt oversend levert overlevert innsendt innsend meldt tilbudt".split())
_ARTICLES = ("en", "et", "ene", "ane")
_THE = frozenset("de dei dem the".split())
_ADVERB_ENDS = ("-wide", "wide", "ly")


class Homographs(Clause):
    """One line, and what its words are that may be more than one thing."""

    def is_noun(self, verb: Verb, index: int) -> bool:
        """Whether a word that may be verb or noun («bygg», «test», «launch») is the noun in this line."""
        grammar = self.grammar
        following = self.word(index + 1)
        if verb.particles and verb.kind is VerbKind.TASK and not self.is_way(verb, index):
            return False
        homograph = self.words[index] in grammar.noun_homographs or self.is_noun_form(verb, index)
        article = following in grammar.determiners and (following != "at" or self.word(index + 2) == "least")
        if not homograph or not following or article or self.is_number(index + 1):
            return False
        described = following in grammar.share_links or self.has_form(index + 1, VerbForm.PARTICIPLE)
        limited = self.is_limited(index + 1, index + _COMPOUND_NOUN_WINDOW)
        if described or limited or self.finite_verb_after(index):
            return True
        if self.english:
            # «Build time, p95: 21 min → 5 min»
            measured = self.is_measured(index) or not _AGAINST.isdisjoint(self.words)
            return measured or self.is_ranged_metric(index) or self.is_plural_subject(index + 1)
        # «Utstyr tilbake i bilen innen fire timer: 52 % → 80 %», «Tilsette lærarar som blir: 50 → 75 %»
        other = verb.form is VerbForm.IMPERATIVE or self.has_form(index, VerbForm.PARTICIPLE)
        moved = other and self.moves(index)
        noun = following in grammar.prepositions or self.words[index].endswith("a")
        return moved or (noun and self.is_measured(index))

    def is_way(self, verb: Verb, index: int) -> bool:
        """English: «Lock accidents down from 9 to 4»: the particle is the way a number goes."""
        particle = verb.particles[0]
        if not self.english or self.word(index + 1) == particle or particle not in self.grammar.change_words:
            return False
        return self.is_number(self.words.index(particle, index) + 2) and self.has_change(index)

    def says_what_we_do(self, verb: Verb, index: int) -> bool:
        """Norwegian: «Lanserer ny serie i oktober»: a verb without a subject, what it is done to behind it.

        «Tester per uke», «Leverer du i tide …» and nouns with a verb of their own are none.
        """
        grammar, following = self.grammar, self.word(index + 1)
        if self.english or verb.kind is not VerbKind.TASK or not following[:1].isalpha():
            return False
        if following in grammar.prepositions or following in grammar.copulas or following in grammar.adverbs:
            return False
        return not (self.finite_verb_after(index) or self.is_measured(index) or self.has_change(index))

    def is_rate(self, index: int) -> bool:
        """English: «Onboard café takings per passenger», «Report downloads per month»: a metric, and no verb."""
        if not self.english or "per" not in self.words[index + 2 : index + 2 + _COMPOUND_NOUN_WINDOW]:
            return False
        at = self.words.index("per", index + 2)
        object_begins = self.word(index + 1) in self.grammar.determiners
        return not object_begins and not any(self.is_number(between) for between in range(index + 1, at))

    def is_noun_form(self, verb: Verb, index: int) -> bool:
        """Norwegian: imperatives look like plurals («plasser», «roter»), and nynorsk infinitives like «drifta»."""
        if self.english or verb.kind is not VerbKind.TASK:
            return False
        if verb.form is VerbForm.IMPERATIVE or self.words[index].endswith("a"):
            return True
        return self.has_form(index, VerbForm.PARTICIPLE, VerbKind.TASK) and self.moves(index)

    def moves(self, index: int) -> bool:
        """Whether the line says from which value to which it goes."""
        return self.has_change(index) or not _ARROWS.isdisjoint(self.words)

    def is_ranged_metric(self, index: int) -> bool:
        """English: «Release frequency from monthly to weekly», a metric and not work on it."""
        grammar = self.grammar
        if grammar.measures.isdisjoint(self.words[index + 1 : index + 3]):
            return False
        start = next((at for at in range(index + 2, self.size) if self.words[at] in grammar.range_starts), self.size)
        return not grammar.range_ends.isdisjoint(self.words[start + 2 : start + _LONGEST_RANGE])

    def is_plural_subject(self, index: int) -> bool:
        """English: «(Pilot) customers renew», a plural noun followed by a plain verb of outcome."""
        return self.word(index).endswith("s") and self.has_form(index + 1, VerbForm.INFINITIVE, VerbKind.OUTCOME)

    def is_done_later(self, index: int) -> bool:
        """English: «Meeting rooms fitted out», where the gerund belongs to a name."""
        return any(
            self.has_form(at, VerbForm.PARTICIPLE, VerbKind.TASK) and self.is_predicate(at, index)
            for at in range(index + 2, self.size)
        )

    def is_predicate(self, at: int, index: int) -> bool:
        """«Rammeavtale signert med …», «Film spilt inn», «New site shipped»: nothing follows that it could describe.

        Args:
            at: Where the participle stands.
            index: Where the line's subject begins.
        """
        grammar = self.grammar
        end = at + 1
        while self.word(end) in grammar.particles and self.word(end) not in grammar.after_subject:
            end += 1
        following = self.word(end)
        described = following and following not in grammar.after_subject and not following[0].isdigit()
        if described and not (self.english and following.endswith(_ADVERB_ENDS)) and not self.is_receiver(at):
            return False
        if at == index or (end == at + 1 and self.is_plain_form(at)) or self.words[at - 1] in _THE:
            return False  # «Seks fagdager for de ansatte»: people
        if self.words[at - 1] in grammar.prepositions and not self.is_second_of_two(at):
            return False
        limited = self.is_limited(end + (following in grammar.particles))
        return not (limited or self.is_measured(index) or self.has_time_limit(at) or self.finite_verb_after(index))

    def is_receiver(self, at: int) -> bool:
        """«Søknad sendt Kulturrådet»: a noun with the article is not described by what stands before it."""
        return self.words[at] in _SENT and self.word(at + 1).endswith(_ARTICLES)

    def is_plain_form(self, at: int) -> bool:
        """English: «All trains run with two conductors», where the plain form is the participle too."""
        return self.english and self.word(at - 1).endswith("s") and self.has_form(at, VerbForm.INFINITIVE)

    def is_second_of_two(self, at: int) -> bool:
        """«Project closed and reported», «spilt inn og publisert»."""
        before = at - 3 if self.word(at - 2) in self.grammar.prepositions | self.grammar.adverbs else at - 2
        return self.word(at - 1) in {"og", "and"} and self.has_form(before, VerbForm.PARTICIPLE)
