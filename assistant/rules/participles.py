"""Telling by its form the participle of a verb that no list has, and whether it says that work has been done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.clauses import Clause
from assistant.language.lexicon import VerbForm, VerbKind
from assistant.okr import Language
from assistant.rules.counting import listed
from assistant.rules.others import done_by_outsiders
from assistant.rules.states import FEELINGS, is_cleared, is_state_word
from assistant.rules.unlisted_words import (
    AFTER_PARTICIPLE,
    ANY_PARTICIPLE_ENDS,
    ARTICLES,
    DEFINITE,
    HAVE,
    LONGEST_OBJECT,
    MADE,
    NO_PARTICIPLES,
    NOT_DEFINITE,
    PARTICIPLE_ENDS,
    PARTICLES,
    SHORTEST_NOUN,
    SHORTEST_PARTICIPLE,
    WHOLE,
)

if TYPE_CHECKING:
    from assistant.language.lexicon import Verb
    from assistant.language.line import Line


def is_definite(word: str, language: Language) -> bool:
    """Whether a Norwegian noun has the article at its end: «takene», «læreplanane»."""
    if language is Language.EN or len(word) < SHORTEST_NOUN or word in NOT_DEFINITE:
        return False
    return word.endswith(DEFINITE[language])


def done_by_participle(line: Line) -> int | None:
    """«Byggesak avklarert», «Servers moved to the new room», of a verb that says no outcome."""
    words = line.words
    if is_cleared(words):
        return None
    known_only = not WHOLE.isdisjoint(words[:2])
    prepositions, subordinators = listed(line.language, "prepositions"), listed(line.language, "subordinators")
    comparatives = listed(line.language, "comparatives")
    before = prepositions | HAVE | FEELINGS
    clause = Clause(line.tokens)
    for at in range(1, len(words)):
        if words[at] in subordinators or words[at - 1] in comparatives or clause.says_when(at):
            return None  # «Noticeably fewer seals tangled in nets», «paid soon after the work is done»
        if words[at - 1] in before:
            continue  # «To naboklubber har tatt etter modellen»: what others do
        if _is_done(line, at, known_only=known_only):
            return at
    return None


def _is_done(line: Line, at: int, *, known_only: bool) -> bool:
    words, word = line.words, line.words[at]
    if word in NO_PARTICIPLES or is_state_word(word):
        return False
    readings = line.lexicon.verbs.get(word)
    if readings:
        if not _is_neutral(line, readings):
            return False
    elif known_only or not _looks_done(line, word):
        return False
    elif any(words[measure.first - 1] not in WHOLE for measure in line.measures):
        return False  # but «papered for all 61 roles»
    following = words[at + 1] if at + 1 < len(words) else "."
    return (
        following in AFTER_PARTICIPLE or following in listed(line.language, "prepositions") or following[0].isdecimal()
    )


def _is_neutral(line: Line, readings: tuple[Verb, ...]) -> bool:
    """Whether the word is the participle of a verb that is work unless something is measured, and of no other."""
    allowed = listed(line.language, "counted_work" if line.measures else "unmeasured_work")
    return all(reading.lemma in allowed for reading in readings if not reading.particles) and any(
        reading.form is VerbForm.PARTICIPLE for reading in readings
    )


def _looks_done(line: Line, word: str) -> bool:
    if len(word) <= SHORTEST_PARTICIPLE or not word.isalpha():
        return False
    if word.endswith(PARTICIPLE_ENDS[line.language]) or (word.startswith("ferdig") and word.endswith(("t", "d", "te"))):
        return True
    return line.language is not Language.EN and word.endswith(ANY_PARTICIPLE_ENDS) and _is_compound_of_work(line, word)


def _is_compound_of_work(line: Line, word: str) -> bool:
    """«Utsendt», «unnagjort», «sammenstilt»: a particle before the participle of a verb that is work."""
    for particle in PARTICLES:
        if word.startswith(particle):
            rest = word[len(particle) :]
            readings = line.lexicon.verbs.get(rest)
            done = [verb for verb in readings if verb.form is VerbForm.PARTICIPLE and not verb.particles]
            if rest in MADE or (done and all(verb.kind is VerbKind.TASK for verb in done)):
                return True
    return False


def done_by_own(line: Line) -> int | None:
    """«Kollegiet har saumfart læreplanene»: what one's own have done to something, by a verb no list has."""
    words, language = line.words, line.language
    if language is Language.EN or HAVE.isdisjoint(words[1:LONGEST_OBJECT]):
        return None
    at = next(index for index, word in enumerate(words) if index and word in HAVE) + 1
    while at < len(words) and words[at] in listed(language, "adverbs"):
        at += 1
    if at + 1 >= len(words) or words[at] in line.lexicon.verbs or not words[at].endswith(ANY_PARTICIPLE_ENDS):
        return None
    following = words[at + 1]
    has_object = following in ARTICLES[language] or is_definite(following, language)
    plain = len(words[at]) > SHORTEST_PARTICIPLE and words[at].isalpha() and not is_state_word(words[at])
    if not (has_object and plain) or done_by_outsiders(line, at):
        return None
    return at
