"""Cutting a statement into clauses that each say one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.brief import Statement
from assistant.drafters.clause_kinds import AIM, ClauseKind, Said, has_pair, is_telling_word, kind_of
from assistant.drafters.patterns import patterns
from assistant.drafters.shares import SHARE_OF
from assistant.drafters.who_shall import goal_of
from assistant.language.lexicon import VerbForm
from assistant.language.line import Line
from assistant.okr import Language


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a statement that says one thing.

    Attributes:
        statement: The statement it stands in.
        start: Where it begins in the statement's text.
        end: Where it ends.
        line: Its words, read.
        kind: What it is for a draft.
        goal: The words from the verb on, when it says what «we shall» do; else its words as they stand.
        subject: Where the subject before «skal» ends, in the clause, or ``None`` for «vi skal …» and infinitives.
        label: What stands before a colon at the statement's beginning, and names what follows.
    """

    statement: Statement
    start: int
    end: int
    line: Line
    kind: ClauseKind
    goal: str
    subject: str | None
    label: str = ""

    @property
    def quote(self) -> str:
        """Its words, verbatim."""
        return self.statement.text[self.start : self.end]

    @property
    def is_share(self) -> bool:
        """Whether its subject is a share: «Minst 80 % av søknadene skal …»."""
        return self.subject is not None and SHARE_OF.match(self.subject) is not None


_SPLIT = re.compile(
    r"\s*[;:]\s+|,?\s+(?:og|samt|men|mens|medan|and|but|while|as\s+well\s+as)\s+|,\s+(?=[^\W\d_]{2,}\s)", re.IGNORECASE
)
_LABEL = re.compile(r"^[A-ZÆØÅ][\w&-]+(?:\s[\w&-]+){0,2}:\s+(?=\w)")
_WORK_MODAL = re.compile(r"\b(?:will|shall|must|to|should|let['’]s)\b|^[A-Z]")
_STORED = frozenset((VerbForm.INFINITIVE, VerbForm.PRESENT, VerbForm.PAST, VerbForm.PASSIVE, VerbForm.IMPERATIVE))
_FEWEST_WORDS = 3
_JOINT = re.compile(r"(?:og|men|so|så|and|but)\s+(?=\w)", re.IGNORECASE)
"""How a sentence opens that goes on from the one before: «Og folk som gruer seg, skal …»."""
_REACH = 400
"""Characters looked at on either side of a divider: a bound, so that long sentences cost no more than short ones."""
_WINDOW = 12
"""Words; a «skal» farther into what follows may belong to a clause of its own."""


def cut(statement: Statement, language: Language, year: int | None) -> list[Clause]:
    """The clauses of a statement, in reading order; most statements are one.

    A statement is cut at «og», «samt», «;» and the like only where what follows stands on its own: it begins with a
    verb or brings its own «skal», or both sides carry a from-to of their own.
    """
    inherited = bool(statement.lead and patterns(language).modal.search(statement.lead))
    clauses: list[Clause] = []
    for start, end in _spans(statement.text.rstrip(), language):
        explains = bool(clauses) and ":" in statement.text[clauses[-1].end : start] and clauses[-1].subject is not None
        clause = _clause(statement, (start, end), language, year, shall=inherited or explains)
        clauses.append(clause)
        inherited = inherited or (clause.subject is None and clause.goal != statement.text[start:end])
    return clauses


def _spans(text: str, language: Language) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _SPLIT.finditer(text):
        after = text[found.end() : found.end() + _REACH]
        before = text[max(start, found.start() - _REACH) : found.start()]
        if _stands_alone(found[0].strip(), after, before, text[:_REACH], language):
            spans.append((start, found.start()))
            start = found.end()
    spans.append((start, len(text)))
    return [(first, _trimmed(text, first, last)) for first, last in spans if text[first:last].strip(" .,;:")]


def _trimmed(text: str, first: int, last: int) -> int:
    while last > first and text[last - 1] in " ,;:":
        last -= 1
    return last


def _stands_alone(mark: str, after: str, before: str, opening: str, language: Language) -> bool:
    """Whether the words after a divider can be read without those ``before`` it, in a statement with this ``opening``."""
    if len(before.split()) < _FEWEST_WORDS or len(after.split()) < _FEWEST_WORDS or not _has_verb(before, language):
        return False
    following = Line(after, language)
    if mark == ":":
        told = _is_told(following) or _is_other_subject(following, after)
        return told or _opens_with_infinitive(following, "")
    if _opens_with_infinitive(following, f"{opening} {before}"):
        return mark != "," or following.head.first == 0
    if mark == "," or _is_lone_infinitive(following):
        return False
    return _is_new_goal(mark, after, before, opening, following)


def _is_new_goal(mark: str, after: str, before: str, opening: str, following: Line) -> bool:
    """Whether words after «og» or «;» bring a goal of their own: a «skal», «målet er», or a from-to beside another."""
    known = patterns(following.language)
    if AIM.match(after) or known.we_want.match(after):
        return True
    if _THAT.match(after) and known.we_want.match(opening):
        return known.subject_shall.match(after) is not None
    if _opens_finite(following):
        return False
    if _THAT_THING.match(after):
        return bool(Line(before, following.language).measures)
    if known.modal.search(" ".join(following.words[:_WINDOW])):
        return mark == ";" or not known.shared_subject.match(after)
    return has_pair(following) and has_pair(Line(before, following.language))


def _opens_finite(line: Line) -> bool:
    """«(elevar som fullfører og) består skal aukast frå …»: a verb that goes on with the subject before it."""
    first = line.words[0] if line.words else ""
    readings = line.lexicon.verbs.get(first)
    return (
        line.language is not Language.EN and bool(readings) and all(verb.form is VerbForm.PRESENT for verb in readings)
    )


_THAT = re.compile(r"(?:at|that)\s+(?!least|most)(?=\w)")
_THAT_THING = re.compile(
    r"(?:that|this)\s+\w+\s+(?:should|shall|must|is\s+to|will|has\s+to|needs\s+to)\b", re.IGNORECASE
)
"""“(callers wait 17 minutes, and) that wait should …”."""
_NUMBER_CUES = frozenset("fra frå from i no nå now today".split())


def _is_other_subject(line: Line, text: str) -> bool:
    """«holde på ungdommene: frafallet skal ned …»: a sentence with a subject of its own, and «skal» or a from-to."""
    if has_pair(line) and line.words[0] not in _NUMBER_CUES and line.measures[0].first > 1:
        return True
    found = patterns(line.language).subject_shall.match(text)
    return found is not None and not Line(found["subject"], line.language).measures and "," not in found["subject"]


def _is_told(line: Line) -> bool:
    """Whether a sentence with a figure follows, as in «…: 68 % av dem bor fortsatt trygt, og vi vil opp i 80 %»."""
    return bool(line.measures) and line.measures[0].first == 0 and len(line.words) > _WINDOW


def _opens_with_infinitive(line: Line, before: str) -> bool:
    """Whether a verb with its object follows: «… og åpne en ny restaurant», but not «fullføre og bestå»."""
    if not _is_infinitive(line) or _is_lone_infinitive(line):
        return False
    return line.language is not Language.EN or not before or _WORK_MODAL.search(before) is not None


def _is_infinitive(line: Line) -> bool:
    verbs = line.lexicon.verbs.get(line.words[0]) if line.words else ()
    return any(verb.form is VerbForm.INFINITIVE and not verb.particles for verb in verbs)


def _is_lone_infinitive(line: Line) -> bool:
    """«fullføre og bestå, og flere skal …»: a verb that shares its subject with the one before."""
    return _is_infinitive(line) and line.words[1:2] in ([], [","], [";"], ["og"], ["and"])


_WE_DO = re.compile(r"(?:vi|me|dei|de)\s+(?:[\w-]+\s+){0,4}?[a-zæøå]{3,}(?:ar|er)\b", re.IGNORECASE)
"""«Vi i bakeriet kastar …»: «we» and a present tense, of a verb nobody stored."""


def _has_verb(text: str, language: Language) -> bool:
    """Whether words hold a verb of their own: «i samarbeid med etaten» before «og politiet skal …» does not."""
    line = Line(text, language)
    if patterns(language).modal.search(text) or line.measures or (language is not Language.EN and _WE_DO.match(text)):
        return True
    return any(
        is_telling_word(word) or any(verb.form in _STORED for verb in line.lexicon.verbs.get(word))
        for word in line.words
    )


def _clause(
    statement: Statement, span: tuple[int, int], language: Language, year: int | None, *, shall: bool
) -> Clause:
    start, end = span
    text = statement.text[start:end]
    label = _LABEL.match(text)
    if label is not None:
        start += label.end()
        text = text[label.end() :]
    if start == 0 and (joint := _JOINT.match(text)) is not None:
        start += joint.end()
        text = text[joint.end() :]
    bare = text.rstrip(" .!")
    goal, subject, said = goal_of(bare, language, shall=shall)
    points = _THAT_THING.match(bare) and " that " not in statement.text[:start]
    that = _THAT.match(bare) if subject is not None and not points else None
    decided = patterns(language).decided.match(bare)
    if (wanted := decided or patterns(language).we_want.match(bare)) is not None:
        start += wanted.start("subject")
        bare = bare[wanted.start("subject") :]
    elif subject is not None and that is not None and subject.startswith(that[0]):
        start += that.end()
        bare, subject = bare[that.end() :], subject.removeprefix(that[0])
    line = Line(bare, language, year)
    kind = kind_of(statement, line, Said(goal, subject, said, decided is not None))
    name = label[0].rstrip(": ") if label is not None else ""
    return Clause(statement, start, start + len(bare), line, kind, goal, subject, name)
