"""Wording an objective from the leader's own words: a heading or a sentence that says a direction, without numbers."""

from __future__ import annotations

import re

from assistant.brief import Statement
from assistant.drafters.made import Made
from assistant.drafters.patterns import patterns, people, served
from assistant.drafters.texts import capitalised, cleaned
from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.line import Line
from assistant.language.numbers import Measure
from assistant.okr import Language

LONGEST = 18
"""Words; an objective is to be remembered."""

_GENERIC = re.compile(
    r"^(?:(?:våre?|vårt|our)\s+)?(?:strategi\w*|strategy|strategic|satsing\w*|satsning\w*|prioriter\w*|priorit\w*|hovedmål|hovudmål|mål|målsett\w*|goals?|objectives?|"
    r"fokusområde\w*|focus|innsatsområde\w*|bakgrunn|background|innledning|innleiing|introduction|forord|føreord|foreword|preface|om\s+oss|about|status|situasjon\w*|tiltak\w*|actions?|"
    r"oppsummering|summary|marked\w*|marknad\w*|kunder?|kundar|økonomi|finans|drift|organisasjon|people|customers?|finance|operations?|growth|vekst|kvalitet|quality|digitalisering|"
    r"bærekraft|berekraft|sustainability|hms|hr|it|salg|sal|sales|ansatte|tilsette|tjenester|tenester|services|prosess\w*|product|produkt\w*|our\s+plan|plan\w*|langsiktig\w*|måltall|nøkkeltall|veien\s+videre|vegen\s+vidare|dit\s+vi\s+skal|hvor\s+skal\s+vi|kvar\s+skal\s+vi|where\s+we\s+are\s+going|hvordan|korleis|how)"
    r"(?:\s+(?:og|and|&|for|i|in|mot|20\d\d|\d).*)?$",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(
    r"^(?:vedtak|vedtatt|vedteke|sak(?:er)?\s+\d|(?:saks?liste|dagsorden|agenda|eventuelt|ymse|forfall|referat|protokoll\w*|møte(?:protokoll|referat)\w*|minutes|resolved|resolutions?)\b"
    r"|møte\s+(?:\d|nr)|(?:orientering|godkjenning|innkalling|approval|apologies|matters|declarations?)\s*(?:$|:|sak\w*|av|om|til|of|for|from|arising)"
    r"|decisions?\s*(?:$|[:(]|(?:of|taken|made|by|from)\b)|(?:agenda\s+)?item\s+\d|any\s+other\s+business|aob\b)",
    re.IGNORECASE,
)
"""What heads the parts of minutes: «Vedtak», «Sak 7/26 …», “Any other business”."""
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
"""«Vedtak (røysta over punkt for punkt)»: a remark behind a heading is no part of what it says."""
_STATES = frozenset(
    "være vere bli be become skape gi gje stå gjøre gjere make give stand ha have få get la let forbli remain vise".split()
)


def _has_number(line: Line) -> bool:
    measures: list[Measure] = line.measures
    return bool(measures) or any(char.isdigit() for char in line.text)


def _is_sound(line: Line) -> bool:
    """Whether words may stand as an objective: no number, no buzzword, no work, not too long."""
    if _has_number(line) or not 2 <= len(line.text.split()) <= LONGEST:
        return False
    return line.head.kind is not VerbKind.TASK and line.has("buzzwords") is None


def is_generic(title: str) -> bool:
    """Whether a heading fits any strategy («Satsingsområder», «Økonomi»)."""
    return _GENERIC.match(cleaned(title).rstrip(" .:")) is not None


def names_nothing(title: str) -> bool:
    """Whether a heading says nothing of what it is about: it fits any strategy, or is a part of minutes («Sak 7/26 …»)."""
    return is_generic(title) or _OF_A_MEETING.match(cleaned(title)) is not None


def heading_as_direction(title: str, language: Language) -> str | None:
    """The leader's own heading as an objective, or ``None`` if it only names a subject («Økonomi», «Satsingsområder»)."""
    text = capitalised(cleaned(_ASIDE.sub("", title)).rstrip(" .:"))
    line = Line(text, language)
    if names_nothing(text) or not _is_sound(line) or text.endswith("?"):
        return None
    subjects = len(text.split()) <= _LONGEST_PAIR and not _AND.isdisjoint(line.words)
    return text if not subjects else None


_AND = frozenset(("og", "and", "&"))
_LONGEST_PAIR = 3
"""«Folk og kompetanse» names two subjects and no direction."""


def lead_as_direction(lead: str, language: Language) -> str | None:
    """The sentence that goals stand under as an objective, or ``None`` where it only announces them («I 2027 skal vi:»)."""
    text = capitalised(_OURS.sub("", cleaned(_ASIDE.sub("", lead.rstrip(" .:")))).rstrip(" .:"))
    line = Line(text, language)
    sound = (
        _is_sound(line)
        and not names_nothing(text)
        and len(text.split()) > _LONGEST_PAIR
        and _ANNOUNCES.search(text) is None
    )
    return text if sound else None


_ANNOUNCES = re.compile(
    r"\b(?:følgende|følgjande|disse|desse|dette|slik|mål|måla|målene|måltall\w*|måltal\w*|goals?|targets?|these|following|this|(?:skal|vil|må|will|shall|must)(?:\s+(?:vi|me|we))?$)",
    re.IGNORECASE,
)


_NOUN_FOLLOWS = frozenset("den det en ein ei et eit de dei the a an en blant among best mest".split())


def as_direction(made: Made, language: Language) -> str | None:
    """A priority as an objective, when it says what to be or become and carries no number; else ``None``."""
    text = made.key_result.text.rstrip(" .")
    line = Line(text, language)
    if not _is_sound(line):
        return None
    head = line.head
    names = line.words[head.last + 1 : head.last + 2]
    states = head.lemma in _STATES and head.form in {VerbForm.INFINITIVE, VerbForm.IMPERATIVE}
    made_so = head.lemma in _MAKE and not _A.isdisjoint(line.words[head.last + 2 :])
    return text if states and names and (names[0] in _NOUN_FOLLOWS or made_so) else None


_MAKE = frozenset(("make", "gjøre", "gjere"))
_A = frozenset("a an the en ein ei et eit".split())
"""“Make nights a shift people ask for”: what something is made into."""


def told_of_people(made: Made, language: Language) -> str | None:
    """What people shall experience or what «we» shall be, without a value: «Dei tilsette skal ha ein arbeidsdag dei orkar»."""
    said = capitalised(cleaned(made.statement.text[slice(*made.quote)]).rstrip(" ."))
    known = patterns(language)
    if made.measured:
        return None
    if known.we_shall.match(said):
        return (
            said
            if Line(made.key_result.text, language).head.lemma in _STATES and _is_sound(Line(said, language))
            else None
        )
    told = known.subject_shall.match(said)
    who, *does = _WHO_DO.split(told["subject"] if told is not None else _subject_of(Line(said, language)))
    named = served(language).match(who) if does else None
    if named is None and people(language).search(who) is None:
        return None
    return said if _is_sound(Line(said, language)) else None


def _subject_of(line: Line) -> str:
    """Who does what in a sentence that tells it as done: «Innbyggerne synes det er lett»."""
    finite = {VerbForm.PRESENT, VerbForm.INFINITIVE if line.language is Language.EN else VerbForm.PASSIVE}
    for at, word in enumerate(line.words[:_LONGEST_SUBJECT]):
        if at and any(verb.form in finite for verb in line.lexicon.verbs.get(word)):
            return line.tokens.slice(0, at - 1)
    return ""


_LONGEST_SUBJECT = 5
_WHO_DO = re.compile(r",?\s+(?:som|der|who|that)\s+")
"""«folk som gruer seg»: who they are stands before it."""


_OURS = re.compile(
    r"^(?:(?:vår|our)\s+visjon\s+er\s+(?:å|at)\s+|our\s+vision\s+is\s+(?:to|that)\s+|vi\s+skal\s+|me\s+skal\s+|we\s+(?:will|shall)\s+)",
    re.IGNORECASE,
)


def vision_as_direction(statement: Statement, language: Language) -> str | None:
    """The vision or mission as an objective, where it is short, speaks of the company and holds no number."""
    text = capitalised(_OURS.sub("", cleaned(statement.text)).rstrip(" ."))
    if statement.addressed or not _is_sound(Line(text, language)):
        return None
    return text
