"""Cutting a statement into clauses that each say one thing, and finding who shall do what in each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.brief import Statement
from assistant.drafters.clause_kinds import AIM, ClauseKind, Said, has_pair, is_telling_word, kind_of
from assistant.drafters.patterns import patterns
from assistant.drafters.shares import SHARE_OF
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
    """

    statement: Statement
    start: int
    end: int
    line: Line
    kind: ClauseKind
    goal: str
    subject: str | None

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
_STORED = frozenset(
    (VerbForm.INFINITIVE, VerbForm.PRESENT, VerbForm.PAST, VerbForm.PASSIVE, VerbForm.IMPERATIVE)
)
_FEWEST_WORDS = 3
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
        clause = _clause(statement, start, end, language, year, shall=inherited)
        clauses.append(clause)
        inherited = inherited or (clause.subject is None and clause.goal != statement.text[start:end])
    return clauses


def _spans(text: str, language: Language) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _SPLIT.finditer(text):
        if _stands_alone(found[0].strip(), text[found.end() :], text[start : found.start()], language):
            spans.append((start, found.start()))
            start = found.end()
    spans.append((start, len(text)))
    return [(first, _trimmed(text, first, last)) for first, last in spans if text[first:last].strip(" .,;:")]


def _trimmed(text: str, first: int, last: int) -> int:
    while last > first and text[last - 1] in " ,;:":
        last -= 1
    return last


def _stands_alone(mark: str, after: str, before: str, language: Language) -> bool:
    """Whether the words after a divider can be read without those before it."""
    if len(before.split()) < _FEWEST_WORDS or len(after.split()) < _FEWEST_WORDS or not _has_verb(before, language):
        return False
    following = Line(after, language)
    if mark == ":":
        return has_pair(following) or patterns(language).subject_shall.match(after) is not None or _is_told(following)
    if _opens_with_infinitive(following, before):
        return mark != "," or following.head.first == 0
    if mark == ",":
        return False
    if AIM.match(after):
        return True
    window = " ".join(following.words[:_WINDOW])
    if patterns(language).modal.search(window):
        return mark == ";" or not patterns(language).shared_subject.match(after)
    return has_pair(following) and has_pair(Line(before, language))


def _is_told(line: Line) -> bool:
    """Whether a sentence with a figure follows, as in «…: 68 % av dem bor fortsatt trygt, og vi vil opp i 80 %»."""
    return bool(line.measures) and line.measures[0].first == 0 and len(line.words) > _WINDOW


def _opens_with_infinitive(line: Line, before: str) -> bool:
    """Whether a verb with its object follows: «… og åpne en ny restaurant», but not «fullføre og bestå»."""
    words = line.words
    verbs = line.lexicon.verbs.get(words[0]) if words else ()
    if not any(verb.form is VerbForm.INFINITIVE and not verb.particles for verb in verbs):
        return False
    if len(words) < 2 or words[1] in {",", ";", "og", "and"}:
        return False
    return line.language is not Language.EN or _WORK_MODAL.search(before) is not None


def _has_verb(text: str, language: Language) -> bool:
    """Whether words hold a verb of their own: «i samarbeid med etaten» before «og politiet skal …» does not."""
    line = Line(text, language)
    if patterns(language).modal.search(text) or line.measures:
        return True
    return any(
        is_telling_word(word) or any(verb.form in _STORED for verb in line.lexicon.verbs.get(word)) for word in line.words
    )


def _clause(statement: Statement, start: int, end: int, language: Language, year: int | None, *, shall: bool) -> Clause:
    text = statement.text[start:end]
    if label := _LABEL.match(text):
        start += label.end()
        text = text[label.end() :]
    bare = text.rstrip(" .!")
    goal, subject, said = _goal(bare, language, shall=shall)
    if (wanted := patterns(language).we_want.match(bare)) is not None:
        start += wanted.start("subject")
        bare = bare[wanted.start("subject") :]
    elif subject is not None and (at := re.match(r"(?:at|that)\s+(?=\w)", bare)) is not None and shall:
        start += at.end()
        bare, subject = bare[at.end() :], subject.removeprefix(at[0])
    line = Line(bare, language, year)
    kind = kind_of(statement, line, Said(goal, subject, said))
    return Clause(statement, start, start + len(bare), line, kind, goal, subject)


def _goal(text: str, language: Language, *, shall: bool) -> tuple[str, str | None, bool]:
    """The goal's words, the subject if it is another than «we», and whether the clause says that it shall be."""
    known = patterns(language)
    if found := known.we_want.match(text):
        return found["rest"], found["subject"], True
    if found := known.we_shall.match(text):
        return text[found.end() :], None, True
    line = Line(text, language)
    if shall and line.words and any(verb.form is VerbForm.INFINITIVE for verb in line.lexicon.verbs.get(line.words[0])):
        return text, None, True
    if found := known.subject_shall.match(text):
        return (*_turned(found["rest"], found["subject"], language), True)
    return text, None, shall


def _turned(rest: str, subject: str, language: Language) -> tuple[str, str]:
    """Goal and subject where a date stands first: «Innen 2032 skal alt nett ligge i kabel»; else as they are."""
    lead = Line(subject, language)
    covered = sum(mention.last - mention.first + 1 for mention in lead.dates)
    leads = lead.words[:1] and lead.words[0] in _LEADS and not SHARE_OF.match(subject)
    if not leads and (not covered or covered < len(lead.words) - 1):
        return rest, _undated(lead)
    line = Line(rest, language)
    for at in range(1, len(line.words)):
        readings = line.lexicon.verbs.get(line.words[at])
        if any(verb.form in {VerbForm.INFINITIVE, VerbForm.PASSIVE} and not verb.particles for verb in readings):
            return rest[line.tokens.start(at) :], rest[: line.tokens.start(at)].strip(" ,")
    return rest, _undated(lead)


_LEADS = frozenset(
    "i på for med ved gjennom innen innan etter under til samtidig dessuten derfor difor videre vidare likevel dermed deretter først in on by with "
    "through from at therefore further also moreover fra frå av blant som".split()
)
"""Words that open a clause without being its subject: «I samarbeid med … skal treffsikkerheten heves»."""


def _undated(lead: Line) -> str:
    """A subject without the date it begins with: «By the end of 2027 own-label» is «own-label»."""
    first = lead.dates[0] if lead.dates else None
    if first is None or first.first > 0 or first.last + 1 >= len(lead.words):
        return lead.text
    return lead.text[lead.tokens.end(first.last) :].strip(" ,")
