"""Telling which statements of a strategy are priorities: those that set a direction, and do not describe or explain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm, VerbKind, lexicon
from assistant.language.line import Line
from assistant.okr import Language

if TYPE_CHECKING:
    from assistant.brief import Statement

_WE = frozenset("vi me we oss us".split())
_SHALL = {
    Language.NB: frozenset(("skal",)),
    Language.NN: frozenset(("skal",)),
    Language.EN: frozenset("shall must should".split()),
}
"""Said of anything, these set a direction."""
_OURS_ONLY = {
    Language.NB: frozenset("vil må bør ønsker prioriterer satser tar trenger akter planlegger".split()),
    Language.NN: frozenset("vil må bør ønskjer ønsker prioriterer satsar tek treng aktar planlegg".split()),
    Language.EN: frozenset("will want aim intend need plan prioritise prioritize focus commit seek".split()),
}
"""Said of «us», these do; «markedet vil falle» is a forecast, and «kundene må vente» a complaint."""
_MUST = frozenset("må bør".split())
_TURNS = frozenset(
    "ned opp bli reduseres redusert økes heves senkes kuttes halveres reduserast aukast hevast senkast kuttast halverast".split()
)
_PROMISED = frozenset(
    "every everyone all our no nobody customers residents patients pupils students members visitors users tenants guests passengers families children people".split()
)
"""Whom an English «will» makes a promise to, when the sentence begins with them."""
_FORECAST = frozenset("continue need retire leave shrink age remain".split())
_RELATIVES = frozenset("som that which who".split())
_SUBORDINATORS = frozenset(
    "at når hvis om hva hvor hvordan hvorfor hvem før etter fordi der da dersom mens medan kva kvar korleis kvifor kven "
    "when if what where how why because whether whom before after while than".split()
)
_AIMS = frozenset(
    "mål målet hovedmålet hovudmålet målsettingen målsetting målsetjing målsetjinga ambisjon ambisjonen førsteprioriteten prioriteten førsteprioritet goal aim ambition "
    "priority priorities focus".split()
)
_GOES_ON = frozenset("dette det den disse desse de dei her slik this that these those they it here such".split())
"""A sentence that begins so is more of what the one before it says."""
_IS = frozenset("er is are :".split())
_ABOUT_THE_PAPER = frozenset(
    "strategien strategiplanen planen handlingsplanen handlingsplanar handlingsplaner handlingsplanene handlingsplanane dokumentet målene måla målet resultatene resultata "
    "rapporten okr okr-ene prioriteringene prioriteringane strategy plan document goals objectives targets results report okrs priorities styret board "
    "kommunestyret".split()
)
"""Subjects of sentences on how the strategy itself is handled."""
_REACH_OF_A_SUBJECT = 4
_TELLING = frozenset("er har var ble blei vart hadde is are was were has have had".split())
_NO_GOALS = frozenset(
    "see note call contact read please remember se sjå merk husk hugs les ring spør ta kontakt thank takk".split()
)
_DIRECTING = re.compile(
    r"satsing|satsning|satse|priorit|innsats|mål(?:$|\b|sett|områd|ene|a\b)|hovedmål|hovudmål|fokus|focus|goal|objective|ambition|ambisjon"
    r"|\b(?:skal|vil|må|bør|will|shall|must|want|aim)\b|direction|retning|pillar|pilar|bærebjelke|berebjelke|strateg",
    re.IGNORECASE,
)
"""Headings and lead-ins whose bullets are priorities, whatever their grammar."""
_BACKGROUND = re.compile(
    r"bakgrunn|status|situasjon|utfordr|om\s+oss|marked\w*\s*$|marknad\w*\s*$|histori|innled|innlei|nå-?situasjon|hvem\s+vi|kven\s+vi|risiko"
    r"|background|about|context|challenge|situation|history|introduction|where\s+we\s+are|who\s+we\s+are|risks?\b|finansiering|vedlegg|appendix",
    re.IGNORECASE,
)
_GOAL_COLUMN = re.compile(
    r"\b(?:mål|målet|hovedmål|hovudmål|ambisjon|satsing\w*|satsning\w*|prioritering\w*|prioritet\w*|goal|target|objective|ambition|priority)\b",
    re.IGNORECASE,
)
_SHORTEST_PASSIVE = 6
_LONGEST_NOTE = 14
"""Words; a longer bullet without a verb that asks for something is prose."""


def sets_a_direction(statement: Statement, words: list[str], language: Language) -> bool:
    """Whether a statement of the strategy is a priority.

    Args:
        statement: The statement.
        words: Its words in lower case.
        language: The brief's language.
    """
    if statement.cells and statement.field == "strategy" and not (statement.excluded or statement.addressed):
        return any(_GOAL_COLUMN.search(heading) and value for heading, value in statement.cells)
    if not _may_direct(statement, words):
        return False
    return (
        _asks(words, language)
        or _opens_as_goal(statement, words, language)
        or (statement.bullet and _is_named(statement, words))
    )


def _may_direct(statement: Statement, words: list[str]) -> bool:
    """Whether it is a statement of the strategy that stands on its own, and not about the strategy itself."""
    if statement.field != "strategy" or statement.excluded or statement.addressed or not words:
        return False
    if statement.text.rstrip().endswith(("?", ":")) or words[0] in _NO_GOALS:
        return False
    if not statement.bullet and words[0] in _GOES_ON:
        return False
    return _ABOUT_THE_PAPER.isdisjoint(words[:2]) or not _AIMS.isdisjoint(words[:2])


def is_work(statement: Statement, language: Language) -> bool:
    """Whether a priority in running text is a piece of work («Vi skal lansere en app»), and no direction."""
    return not (statement.bullet or statement.cells) and Line(statement.text, language).head.kind is VerbKind.TASK


def _asks(words: list[str], language: Language) -> bool:
    """Whether a «skal», a «vi må» or a «målet er» asks for something."""
    ours, shall = _OURS_ONLY[language], _SHALL[language]
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        after = words[index + 1] if index + 1 < len(words) else ""
        if word in _AIMS and not _IS.isdisjoint(words[index + 1 : index + 3]):
            return True
        if word not in ours and word not in shall:
            continue
        if before in _WE or after in _WE:
            found = before not in _WE or index <= 1 or words[index - 2] not in _SUBORDINATORS | _RELATIVES
        elif word in shall:
            found = (
                index > 0 and before not in _RELATIVES and _SUBORDINATORS.isdisjoint(words[max(0, index - 2) : index])
            )
        elif word in _MUST:
            found = after in _TURNS or (len(after) >= _SHORTEST_PASSIVE and after.endswith(("es", "ast")))
        else:
            found = word == "will" and words[0] in _PROMISED and index < _REACH_OF_A_SUBJECT and after not in _FORECAST
        if found:
            return True
    return False


def _opens_as_goal(statement: Statement, words: list[str], language: Language) -> bool:
    """«Øke …», «Færre klager», «Reduce …»: a goal in note form; English has one form for «build» and «we build»."""
    if language is Language.EN and words[0] in _WE:
        return False
    comparatives = lexicon(language).phrases("comparatives").entries
    if statement.bullet and not comparatives.isdisjoint(words[:2]) and _TELLING.isdisjoint(words):
        return True
    if not (statement.bullet or _TELLING.isdisjoint(words)):
        return False
    head = Line(statement.text, language).head
    return head.form in {VerbForm.INFINITIVE, VerbForm.IMPERATIVE} and head.first <= 1


def _is_named(statement: Statement, words: list[str]) -> bool:
    """Whether a bullet names a priority without a verb, in a list of priorities."""
    if not _TELLING.isdisjoint(words) or len(words) > _LONGEST_NOTE:
        return False
    if statement.lead is not None:
        return _DIRECTING.search(statement.lead.rpartition(". ")[2]) is not None
    section = statement.section or ""
    return not _BACKGROUND.search(section)
