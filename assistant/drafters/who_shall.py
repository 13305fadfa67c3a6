"""Finding who shall do what in a clause."""

from __future__ import annotations

from assistant.drafters.patterns import patterns
from assistant.drafters.shares import SHARE_OF
from assistant.drafters.texts import ANAPHORA, LOOSE
from assistant.language.lexicon import VerbForm
from assistant.language.line import Line
from assistant.okr import Language


def goal_of(text: str, language: Language, *, shall: bool) -> tuple[str, str | None, bool]:
    """The goal's words, the subject if it is another than «we», and whether the clause says that it shall be."""
    known = patterns(language)
    if found := known.decided.match(text):
        return found["rest"], found["subject"], True
    if found := known.we_want.match(text):
        return found["rest"], found["subject"], True
    if found := known.we_shall.match(text):
        return _with_object(found["lead"] or "", text[found.end() :], language), None, True
    line = Line(text, language)
    if shall and line.words and any(verb.form is VerbForm.INFINITIVE for verb in line.lexicon.verbs.get(line.words[0])):
        return text, None, True
    if (found := known.subject_shall.match(text)) and not found["subject"].lower().startswith("be "):
        return (*_turned(found["rest"], found["subject"], language), True)
    return text, None, shall


_FEW_WORDS = 4


def _with_object(lead: str, rest: str, language: Language) -> str:
    """«Konferansemarkedet skal vi vinne tilbake»: what stands before «skal vi» may be what it is done to."""
    before, line = Line(lead.strip(" ,"), language), Line(rest, language)
    words = before.words
    alone = 0 < len(words) <= _FEW_WORDS and len(line.words) < _FEW_WORDS and not line.measures
    if (
        not alone
        or before.dates
        or words[0] in _LEADS
        or words[0] in before.lexicon.words("adverbs")
        or not words[-1].isalpha()
    ):
        return rest
    if words[0] in ANAPHORA | LOOSE:
        return rest
    return f"{rest} {before.text[:1].lower()}{before.text[1:]}"


def _turned(rest: str, subject: str, language: Language) -> tuple[str, str]:
    """Goal and subject where a date stands first: «Innen 2032 skal alt nett ligge i kabel»; else as they are."""
    lead = Line(subject, language)
    covered = sum(mention.last - mention.first + 1 for mention in lead.dates)
    leads = lead.words[:1] and lead.words[0] in _LEADS and not SHARE_OF.match(subject)
    if not leads and (not covered or covered < len(lead.words) - 1):
        return rest, _undated(lead)
    line = Line(rest, language)
    for at in range(1, len(line.words)):
        if line.words[at] in _TOWARDS and line.measures:
            return rest[line.tokens.start(at) :], rest[: line.tokens.start(at)].strip(" ,")
        readings = line.lexicon.verbs.get(line.words[at])
        if any(verb.form in {VerbForm.INFINITIVE, VerbForm.PASSIVE} and not verb.particles for verb in readings):
            return rest[line.tokens.start(at) :], rest[: line.tokens.start(at)].strip(" ,")
    return rest, _undated(lead)


_LEADS = frozenset(
    "i på for med ved gjennom innen innan etter under til samtidig dessuten derfor difor videre vidare likevel dermed deretter først in on by with "
    "through from at therefore further also moreover fra frå av blant som også òg og å".split()
)
"""Words that open a clause without being its subject: «I samarbeid med … skal treffsikkerheten heves»."""


_TOWARDS = frozenset("ned opp fra frå".split())
"""Where a subject ends that stands behind «skal», and no verb follows: «innan juni skal svinnet ned frå 12 %»."""


def _undated(lead: Line) -> str:
    """A subject without the date it begins with: «By the end of 2027 own-label» is «own-label»."""
    first = lead.dates[0] if lead.dates else None
    if first is None or first.first > 0 or first.last + 1 >= len(lead.words):
        return lead.text
    return lead.text[lead.tokens.end(first.last) :].strip(" ,")
