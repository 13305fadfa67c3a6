"""Cutting a statement into clauses that each say one thing, and telling goals from background."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.brief import Statement
from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.line import Line
from assistant.language.numbers import Measure, Role
from assistant.okr import Language
from assistant.rules.work import read_work


class ClauseKind(StrEnum):
    """What a clause of a strategy is for a draft."""

    CHANGE = "change"
    PRIORITY = "priority"
    WORK = "work"
    BACKGROUND = "background"


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


_MODAL = {
    Language.NB: r"skal|vil|må|bør|ønsker(?:\s+å)?|tar\s+sikte\s+på\s+å|har\s+som\s+mål\s+å",
    Language.NN: r"skal|vil|må|bør|ønskjer(?:\s+å)?|ønsker(?:\s+å)?|tek\s+sikte\s+på\s+å|har\s+som\s+mål\s+å",
    Language.EN: r"will|shall|must|should|want\s+to|would\s+like\s+to|aim\s+to|intend\s+to|expect\s+to|needs?\s+to|plan\s+to|(?:is|are)\s+to|has\s+to|have\s+to|ought\s+to",
}
_WE = {
    Language.NB: r"vi|virksomheten|selskapet|kommunen|banken|skolen|teamet|avdelingen|klinikken|museet|etaten|foreningen|klubben|enheten|bedriften|konsernet",
    Language.NN: r"vi|me|verksemda|selskapet|kommunen|banken|skulen|teamet|avdelinga|klinikken|museet|etaten|laget|klubben|eininga|bedrifta",
    Language.EN: r"we|the\s+(?:company|team|department|organi[sz]ation|bank|school|council|charity|plant|group|agency|trust)",
}
_ADVERBS = r"(?:\s+(?:også|òg|derfor|difor|dessuten|videre|vidare|samtidig|likevel|dermed|først\s+og\s+fremst|nå|no|aktivt|i\s+tillegg|also|therefore|now|then|further))*"
_WE_SHALL = {
    language: re.compile(
        rf"^(?:.{{0,90}}?\b)??(?:(?:{_WE[language]})\s+(?:{_MODAL[language]})|(?:{_MODAL[language]})\s+(?:{_WE[language]}))\b{_ADVERBS}\s+(?:å\s+|to\s+)?",
        re.IGNORECASE,
    )
    for language in Language
}
_SUBJECT_SHALL = {
    language: re.compile(
        rf"^(?P<subject>.{{2,140}}?),?\s+(?P<modal>{_MODAL[language]})\b{_ADVERBS}\s+(?P<rest>.+)$", re.IGNORECASE
    )
    for language in Language
}
_SUBORDINATE = {Language.NB: "at|som", Language.NN: "at|som", Language.EN: "that|which|who"}
_WE_WANT = {
    Language.NB: re.compile(
        r"^(?:.{0,60}?\b)??(?:vi|jeg)\s+vil(?:\s+\w+)?\s+at\s+(?P<subject>.{3,80}?)\s+skal\s+(?P<rest>.+)$",
        re.IGNORECASE,
    ),
    Language.NN: re.compile(
        r"^(?:.{0,60}?\b)??(?:vi|me|eg)\s+vil(?:\s+\w+)?\s+at\s+(?P<subject>.{3,80}?)\s+skal\s+(?P<rest>.+)$",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"^(?:.{0,60}?\b)??(?:we|i)\s+(?:want|would\s+like|expect|need)\s+(?P<subject>(?!to\b).{3,80}?)\s+to\s+(?P<rest>.+)$",
        re.IGNORECASE,
    ),
}
_MOVING = re.compile(
    r"^(?:opp|ned|øk\w*|auk\w*|reduser\w*|senk\w*|kutt\w*|halver\w*|dobl\w*|løft\w*|hev\w*|stig\w*|fall\w*|synk\w*|søkk\w*|minsk\w*|mink\w*|vokse|vekse|komme|kome|over|under|til|være|vere|ligge|liggje|utgjøre|utgjere|"
    r"nå|bli|up|down|rise|fall|increase\w*|decrease|grow|drop|be|reach|go|come|account|make|exceed|stay|remain|from|fra|frå|ikke|korte\w*|bedre\w*|betre\w*|forbedre\w*|forkorte\w*|flytt\w*|vere|gå|auke|improve|get|move|climb|shrink|halve|double)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*;\s+|,?\s+(?:og|samt|men|mens|medan|and|but|while|as\s+well\s+as)\s+|,\s+(?=(?:øke|auke|redusere|senke|kutte|halvere|doble|løfte|heve|increase|reduce|raise|cut|halve|double|grow)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[A-ZÆØÅ][\w&-]+(?:\s[\w&-]+){0,2}:\s+(?=\w)")
_CONTACT = re.compile(
    r"\b(?:ring|call|mail|e-?post|kontakt|contact|spør|ask|send)\b.{0,30}\b(?:meg|me|oss|us)\b", re.IGNORECASE
)
_FIRST_PERSON = re.compile(
    r"(?:og\s+|and\s+|men\s+|but\s+)?(?:jeg|eg|i)\s+(?!(?:løpet|perioden|år|dag|20\d\d|the|this|all))\w+", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:har\s+(?:\w+\s+)?(?:økt|auka|falt|falle|sunket|søkke|gått|vokst|vakse|steget|stige|redusert|kuttet|kutta|hatt|levert)|økte|auka\s+frå|falt|gikk|gjekk|slaktet|hadde|var|vart|ble|blei|siden|sidan|since|"
    r"er\s+(?:sunket|økt|redusert|vokst|falt|steget|auka|gått|søkt|sokke)|(?:has|have)\s+(?:\w+\s+)?(?:risen|fallen|grown|dropped|increased|decreased|been|gone)|rose|fell|grew|was|were|had)\b",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:målet|måltallet|måltalet|ambisjonen|målsettingen|målsetjinga|the\s+(?:goal|target|aim)|our\s+(?:goal|target|aim)|mål|target|goal)\s*(?:er|is|:|på|of)",
    re.IGNORECASE,
)


def cut(statement: Statement, language: Language, year: int | None) -> list[Clause]:
    """The clauses of a statement, in reading order; most statements are one.

    A statement is cut at «og», «samt», «;» and the like only where what follows stands on its own: it begins with a
    verb or brings its own «skal», or both sides carry a from-to of their own.
    """
    text = statement.text.rstrip()
    spans = _spans(text, language)
    lead_shall = bool(statement.lead and re.search(rf"\b(?:{_MODAL[language]})\b", statement.lead, re.IGNORECASE))
    clauses: list[Clause] = []
    inherited = lead_shall
    for start, end in spans:
        clause = _clause(statement, start, end, language, year, shall=inherited)
        clauses.append(clause)
        inherited = inherited or clause.subject is None and clause.goal != text[start:end]
    return clauses


def _spans(text: str, language: Language) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _SPLIT.finditer(text):
        if _stands_alone(text[found.end() :], text[start : found.start()], language):
            spans.append((start, found.start()))
            start = found.end()
    spans.append((start, len(text)))
    return [(first, _trimmed(text, first, last)) for first, last in spans if text[first:last].strip(" .,;:")]


def _trimmed(text: str, first: int, last: int) -> int:
    while last > first and text[last - 1] in " ,;:":
        last -= 1
    return last


def _stands_alone(after: str, before: str, language: Language) -> bool:
    if len(before.split()) < 3 or len(after.split()) < 3 or not _has_verb(before, language):
        return False
    following = Line(after, language)
    first = following.words[0] if following.words else ""
    verbs = following.lexicon.verbs.get(first)
    infinitive = any(verb.form is VerbForm.INFINITIVE and not verb.particles for verb in verbs) and (
        language is not Language.EN or re.search(r"\b(?:will|shall|must|to|should)\b|^[A-Z]", before) is not None
    )
    if infinitive:
        return True
    if _AIM.match(after):
        return True
    window = " ".join(following.words[:12])
    shares_subject = re.match(rf"(?:{_MODAL[language]}|{_SUBORDINATE[language]})\b", after, re.IGNORECASE)
    if re.search(rf"\b(?:{_MODAL[language]})\b", window) and not shares_subject:
        return True
    return _has_pair(following) and _has_pair(Line(before, language))


def _has_verb(text: str, language: Language) -> bool:
    """Whether words hold a verb of their own: «i samarbeid med etaten» before «og politiet skal …» does not."""
    line = Line(text, language)
    if re.search(rf"\b(?:{_MODAL[language]})\b", text, re.IGNORECASE) or line.measures:
        return True
    stored = (VerbForm.INFINITIVE, VerbForm.PRESENT, VerbForm.PAST, VerbForm.PASSIVE, VerbForm.IMPERATIVE)
    return any(verb.form in stored for word in line.words for verb in line.lexicon.verbs.get(word)) or any(
        word in _TELLING for word in line.words
    )


def _has_pair(line: Line) -> bool:
    change = line.change
    return change.baseline is not None and change.target is not None


def _clause(statement: Statement, start: int, end: int, language: Language, year: int | None, *, shall: bool) -> Clause:
    text = statement.text[start:end]
    if label := _LABEL.match(text):
        start += label.end()
        text = text[label.end() :]
    bare = text.rstrip(" .!")
    line = Line(bare, language, year)
    goal, subject, said = _goal(bare, language, shall=shall)
    if (wanted := _WE_WANT[language].match(bare)) is not None:
        start += wanted.start("subject")
        bare = bare[wanted.start("subject") :]
        line = Line(bare, language, year)
    kind = _kind(statement, line, goal, subject, language, said=said)
    return Clause(statement, start, start + len(bare), line, kind, goal, subject)


def _goal(text: str, language: Language, *, shall: bool) -> tuple[str, str | None, bool]:
    """The goal's words, the subject if it is another than «we», and whether the clause says that it shall be."""
    if found := _WE_WANT[language].match(text):
        return found["rest"], found["subject"], True
    if found := _WE_SHALL[language].match(text):
        return text[found.end() :], None, True
    first = Line(text, language).words[:1]
    if (
        shall
        and first
        and any(verb.form is VerbForm.INFINITIVE for verb in Line(text, language).lexicon.verbs.get(first[0]))
    ):
        return text, None, True
    if found := _SUBJECT_SHALL[language].match(text):
        return (*_turned(found["rest"], found["subject"], language), True)
    return text, None, shall


def _turned(rest: str, subject: str, language: Language) -> tuple[str, str]:
    """Goal and subject where a date stands first: «Innen 2032 skal alt nett ligge i kabel»; else as they are."""
    lead = Line(subject, language)
    covered = sum(mention.last - mention.first + 1 for mention in lead.dates)
    leads = lead.words[:1] and lead.words[0] in _LEADS and not SHARE_OF.match(subject)
    if not leads and (not covered or covered < len(lead.words) - 1):
        return rest, _undated(lead)
    words = Line(rest, language)
    for at in range(1, len(words.words)):
        if any(
            verb.form in {VerbForm.INFINITIVE, VerbForm.PASSIVE} and not verb.particles
            for verb in words.lexicon.verbs.get(words.words[at])
        ):
            return rest[words.tokens.start(at) :], rest[: words.tokens.start(at)].strip(" ,")
    return rest, _undated(lead)


_LEADS = frozenset(
    "i på for med ved gjennom innen innan etter under til samtidig dessuten derfor difor videre vidare likevel dermed deretter først in on by with through from at therefore "
    "further also moreover fra frå av blant som".split()
)
"""Words that open a clause without being its subject: «I samarbeid med … skal treffsikkerheten heves»."""


def _undated(lead: Line) -> str:
    """A subject without the date it begins with: «By the end of 2027 own-label» is «own-label»."""
    first = lead.dates[0] if lead.dates else None
    if first is None or first.first > 0 or first.last + 1 >= len(lead.words):
        return lead.text
    return lead.text[lead.tokens.end(first.last) :].strip(" ,")


def _kind(
    statement: Statement, line: Line, goal: str, subject: str | None, language: Language, *, said: bool
) -> ClauseKind:
    goal_line = Line(goal, language, line.year) if goal != line.text else line
    if _CONTACT.search(line.text) or (_FIRST_PERSON.match(line.text) and subject is None):
        return ClauseKind.BACKGROUND
    aims = said or _AIM.search(line.text) is not None or _is_headline(line)
    opens = _opens_as_goal(line)
    if _is_work(line, goal_line, subject, said=aims or opens or statement.bullet, ours=goal != line.text):
        return ClauseKind.WORK
    if _PAST.search(line.text) and not aims:
        return ClauseKind.BACKGROUND
    if statement.field == "metrics" and not said and not _moves_between(line) and line.change.delta is None:
        return ClauseKind.BACKGROUND
    valued = goal_line if subject is not None and not SHARE_OF.match(subject) else line
    if _sets_a_value(valued, aims=aims or opens or statement.bullet) or (aims and zero_goal(line) is not None):
        return ClauseKind.CHANGE
    if aims or opens or (statement.bullet and _is_direction(line)):
        return ClauseKind.PRIORITY
    return ClauseKind.BACKGROUND


SHARE_OF = re.compile(
    r"(?:minst|at\s+least|over|mer\s+enn|meir\s+enn|more\s+than)?\s*(?:\d[\d.,]*\s*(?:%|prosent|per\s?cent)|half|halvparten|halvdelen|(?:en|ein|one|a|to|two|tre|three)[\s-]+(?:tredel|tredjedel|fjerdedel|firedel|femtedel|third|quarter|fifth)s?|[\wæøå]+\s+(?:av|out\s+of|of)\s+(?:\d+|ti|fem|fire|tre|ten|five|four|three))\s*(?:av|of)?\s+(?P<who>\D.+)$",
    re.IGNORECASE,
)
"""A subject that is a share: «minst 80 % av søknadene», «9 out of 10 lines»."""


def _moves_between(line: Line) -> bool:
    return line.change.baseline is not None and line.change.target is not None


def zero_goal(line: Line) -> str | None:
    """The word for zero where the goal is none at all («målet er null»), else ``None``."""
    last = line.words[-1] if line.words else ""
    return last if last in {"null", "zero", "nil"} else None


def _is_headline(line: Line) -> bool:
    """«Svinn av eik ned 25 %», «Ulykker med fravær: 0»: a goal in note form."""
    words = line.words
    if not 2 < len(words) <= 12 or not line.measures or _is_finite(line):
        return False
    return any(word in {"ned", "opp", "down", "up", "under", "below"} for word in words) or words[-2] == ":"


def _is_work(line: Line, goal: Line, subject: str | None, *, said: bool, ours: bool) -> bool:
    """Whether a clause is work to be done.

    Verbs of outcome are few and stored; a verb nobody stored, with «vi skal» before it and no change or comparison
    behind it, is work.
    """
    if not said:
        head = line.head
        return head.kind is VerbKind.TASK and head.form is VerbForm.PASSIVE
    if subject is not None:
        if any(measure.bound is not None for measure in goal.measures):
            return False
        if not _OUTSIDE.search(subject) and read_work(goal) is not None:
            return True
        work = read_work(line)
        return (work is not None and not work.counted) or _is_unknown_passive(goal) or _is_opened(goal)
    if any(measure.unit == "%" or (measure.unit or "").startswith(("av ", "of ")) for measure in goal.measures):
        return False
    if read_work(goal) is not None:
        return True
    doing = goal.words[:1] and goal.words[0] in _DOING and goal.change.factor is None
    return ours and (bool(doing) or (not _compares(goal) and _is_unknown_infinitive(goal)))


_OUTSIDE = re.compile(
    r"kunde|innbygg|pasient|elev|student|beboer|bebuar|medlem|besøk|passasjer|leietak|leigetak|bruker|brukar|gjest|søker|søkjar|ungdom|foreldre|pårør|huseier|husstand|deltak|leverandør|"
    r"customer|client|resident|citizen|patient|pupil|student|member|visitor|passenger|tenant|user|guest|applicant|shopper|famil|child|people|folk|barn|born|unge",
    re.IGNORECASE,
)
"""People an organisation serves: what they shall do is an outcome, what its own people shall do is work."""


def _is_opened(goal: Line) -> bool:
    words = goal.words
    return bool(words) and (
        words[0] in {"åpnes", "opnast", "gjenåpnes"} or (words[0] == "be" and words[1:2] in (["opened"], ["reopened"]))
    )


_DOING = frozenset(
    "delta bytte byte skifte åpne opne kjøpe skaffe reise investere flytte hente open buy move attend let seek join".split()
)
"""Verbs that say an outcome of others («kundene kjøper») but work of one's own («vi skal kjøpe»)."""


def _compares(line: Line) -> bool:
    comparatives = line.lexicon.phrases("comparatives")
    change = line.change
    goal = change.target is not None and (change.target.role is Role.TARGET or change.target.bound is not None)
    return (
        goal
        or change.baseline is not None
        or change.factor is not None
        or any(word in comparatives for word in line.words)
    )


def _is_unknown_infinitive(line: Line) -> bool:
    """Whether the clause opens with a verb that is not stored: «inspisere», «kalibrere»."""
    words = line.words
    if len(words) < 2 or not words[0].isalpha() or words[0] in _NO_VERBS:
        return False
    if any(not verb.particles for verb in line.lexicon.verbs.get(words[0])) or line.head.first == 0 and line.head.lemma:
        return False
    return line.language is Language.EN or words[0].endswith(("e", "a", "å"))


_NO_VERBS = frozenset(
    "ikke ikkje aldri not never alle all both både ned opp ut inn over under mer meir bare berre fortsatt fremdeles framleis være vere be also at ha the".split()
)


def _is_unknown_passive(line: Line) -> bool:
    """Whether the words after «skal» are a passive of a verb that is not stored: «fases ut», «be reopened»."""
    words = line.words
    if line.language is Language.EN:
        return (
            len(words) > 1
            and words[0] == "be"
            and words[1].endswith("ed")
            and not line.lexicon.verbs.get(words[1])
            and not _compares(line)
        )
    word = words[0] if words else ""
    return len(word) > 4 and word.endswith(("es", "ast")) and not line.lexicon.verbs.get(word) and not _compares(line)


def _opens_as_goal(line: Line) -> bool:
    """«Øke …», «Redusere …», «Increase …»: the clause begins with a verb that asks for something."""
    head = line.head
    return head.form in {VerbForm.INFINITIVE, VerbForm.IMPERATIVE} and head.first <= 2


def _is_direction(line: Line) -> bool:
    """A bullet without numbers that names a change: «Færre klager», «Tryggere skoleveier»."""
    words = line.words
    comparatives = line.lexicon.phrases("comparatives")
    return len(words) >= 2 and (any(word in comparatives for word in words[:3]) or line.head.kind is VerbKind.VAGUE)


def _sets_a_value(line: Line, *, aims: bool) -> bool:
    """Whether the clause says where a value is to go: a from-to, a goal, or a change of known size."""
    change = line.change
    if change.baseline is not None and change.target is not None:
        return aims or any(word in {"→", "->"} for word in line.words) or not _is_finite(line)
    if change.factor is not None:
        return aims
    if not aims:
        return False
    if read_state_change(line.text) is not None:
        return True
    if change.delta is not None or read_fraction(line.text) is not None:
        return True
    return change.target is not None and _is_goal_value(line, change.target)


def _is_finite(line: Line) -> bool:
    """Whether a sentence tells what is or was, rather than naming a change: «har sunket fra 51 til 44»."""
    return line.head.form in {VerbForm.PRESENT, VerbForm.PAST} or any(word in _TELLING for word in line.words)


_TELLING = frozenset("er har var ble blei vart hadde is are was were has have had".split())


def _is_goal_value(line: Line, target: Measure) -> bool:
    """Whether a lone value is the goal, and not a number that happens to stand in the clause («de fire skipene»)."""
    if target.first and line.words[target.first - 1] in _DETERMINERS:
        return False
    if target.role is Role.TARGET or target.bound is not None:
        return True
    if target.value == 0:
        return True
    unit = (target.unit or "").lower()
    if unit.startswith(("%", "av ", "of ", "prosentpoeng")) or not target.written:
        return unit == "%" or unit.startswith(("av ", "of "))
    before = line.words[target.first - 1] if target.first else ""
    if before in {"er", "is"}:
        return _AIM.search(line.text) is not None
    return before in {
        "ha",
        "have",
        "nå",
        "reach",
        "oppnå",
        "achieve",
        "på",
        "at",
        "exceed",
        "utgjøre",
        "utgjere",
        "mål",
        ":",
        "to",
        "be",
    }


_DETERMINERS = frozenset("de dei the våre our alle all disse these dens hele heile nemlig lag".split())
_FRACTION = re.compile(
    r"\b(?:minst\s+|at\s+least\s+|over\s+)?(?:(?:en|ein|one|a|to|two|tre|three)[\s-]+(?:tredel|tredjedel|fjerdedel|firedel|femtedel|tiendedel|tredeler|tredjedeler|fjerdedeler|third|quarter|fifth|tenth)s?"
    r"|(?:halvparten|halvdelen|half|hver\s+\w+e|kvar\s+\w+e(?=\s+krone|\s+\w+)|every\s+(?:second|third|fourth|fifth)))(?=\s+(?:av|of|krone|\w+))",
    re.IGNORECASE,
)


def read_fraction(text: str) -> str | None:
    """A goal given as a fraction in words («en tredel», «halvparten», «two thirds»), or ``None``."""
    found = _FRACTION.search(text)
    return found[0] if found else None


_GRADE = r"[A-ZÆØÅ]{1,4}[+-]?(?:\s[A-ZÆØÅ0-9][+-]?)?"
_STEP = re.compile(
    r"\b(?:gå|går|løftes|løftast|heves|hevast|flyttes|flyttast|go|move|moves|lifted|raised)\s+(?:fra|frå|from)\s+(?P<a>[^\W\d_]+(?:\s[A-ZÆØÅ])?)\s+(?:til|to)\s+(?P<b>[^\W\d_]+)(?=[\s,.;]|$)"
)
_STATE = re.compile(rf"\b(?:fra|frå|from)\s+(?P<a>{_GRADE})\s+(?:til|to)\s+(?P<b>{_GRADE})(?![\wæøå])")


def read_state_change(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The places of two states a value moves between («fra CII D til C»), or ``None``."""
    found = _STATE.search(text) or _STEP.search(text)
    return (found.span("a"), found.span("b")) if found else None


def moves(rest: str) -> bool:
    """Whether the words after «skal» only say where a value goes («ned fra», «økes til»), and can be left out."""
    return _MOVING.match(rest) is not None
