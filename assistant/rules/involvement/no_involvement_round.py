"""Nobody but the author is named as heard.

Why it hurts: goals that are handed down are management by objectives under another name, and those who know the work
best see first what is wrong with them. Text cannot tell who was heard, so this is a question.

Source: the article's pitfall «no involvement: top-down management by objectives».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.okr import OkrSet
from assistant.rules.analysis import Context
from assistant.rules.blanks import is_blank
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_PARTS = re.compile(r"\s*[;,.]+\s*(?:(?:og|and)\s)?")
_PUT_OFF = re.compile(
    r"""
    (?<!\w)(?<!som\s)(?<!who\s)(?<!that\s)(?:skal|vil|will|shall|blir|vert|to\sbe|tas|planlegges|planleggast|planlagt|planlagd|planned|later|senere|seinare|soon|snart)(?!\w)
    (?!\s(?:sammen|saman|together|med|with|by)\b)
    """,
    re.VERBOSE,
)
"""Words of a round that is still to come; «planned together with the crew» is one that was held."""
_NONE = re.compile(
    r"""
    (?:ingen|inga|none|nobody|no\sone)
      (?:(?:\s(?:så|so|foreløpig|førebels|hittil|til|nå|no|enda|ennå|enno|andre|yet|far|others?|else|at|this|stage)){0,4}
        |\s(?:utenom|utanom|unntatt|outside|besides|except|beyond)\s.*)
    | (?:ikke|ikkje|not)\s(?:gjennomført|gjort|avholdt|halde|done|held|started|involved|involvert)(?:\s(?:yet|ennå|enno|enda))?
    | avventer | avventar | awaiting | (?:etter|after|når|when)\s.*(?:vedtatt|vedtekne|vedteke|approved|adopted|decided|settled)
    """,
    re.VERBOSE,
)
"""Nobody, or not until it is too late to be heard."""
_LEADERS = frozenset(
    "ledergruppen ledergruppa leiargruppa ledelsen leiinga toppledelsen toppleiinga ledermøtet leiarmøtet direktør direktøren "
    "kommunedirektøren administrerende administrerande daglig dagleg leder leiar lederen leiaren styret ceo management leadership "
    "executive executives board director".split()
)
_BESIDE = frozenset(
    "adm dir konsernledelsen konsernleiinga the of og and av by i in team group senior top chief officer managing only alone kun bare "
    "berre alene åleine utarbeidet utarbeida utarbeidd laget laga skrevet skrive satt sett vedtatt vedteke bestemt made drawn up set "
    "written decided drafted prepared vår vårt our hele heile er was were".split()
)
"""What may stand beside those who lead, and names nobody else."""


def _is_unheard(part: str) -> bool:
    words = part.lower().split()
    if not words:
        return True
    if _LEADERS.issuperset(words) or (_LEADERS | _BESIDE).issuperset(words):
        return not _LEADERS.isdisjoint(words)
    return _NONE.fullmatch(part.lower()) is not None or _PUT_OFF.search(f" {part.lower()} ") is not None


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Ask who was heard where the set does not say, puts it off, or names those who lead alone."""
    if is_blank(item.involved) or all(_is_unheard(part) for part in _PARTS.split(item.involved or "")):
        yield Finding("INV03", "", RULE.severity)


RULE = Rule(
    code="INV03",
    name="no-involvement-round",
    scope=Scope.SET,
    severity=Severity.QUESTION,
    message=Text(
        nb="Hvem har vært med på å forme målene, og hvem skal dere høre før dere vedtar dem?",
        nn="Kven har vore med på å forme måla, og kven skal de høyre før de vedtek dei?",
        en="Who has helped shape the goals, and whom will you hear before you decide on them?",
    ),
    suggestion=Text(
        nb="Spør dem som skal gjøre jobben, hva de tror på, og skriv så «Involvert: …» med hvem dere snakket med.",
        nn="Spør dei som skal gjere jobben, kva dei trur på, og skriv så «Involvert: …» med kven de snakka med.",
        en=(
            "Ask those who will do the work what they believe in, then write “Involved: …” with the people you talked"
            " to."
        ),
    ),
    bad=Examples(
        nb=("## Mål 1: Ro i kveldene\nEier: Kari Moen", "## Mål 1: Ro i kveldene\nInvolvert: ikke avklart"),
        nn=("## Mål 1: Ro om kvelden\nEigar: Kari Moen", "## Mål 1: Ro om kvelden\nInvolvert: ikkje avklart"),
        en=("## Objective 1: Quiet nights\nOwner: Ann Lee", "## Objective 1: Quiet nights\nInvolved: TBD"),
    ),
    good=Examples(
        nb=(
            "Involvert: vaktene og velforeningen\n## Mål 1: Ro i kveldene",
            "## Mål 1: Ro i kveldene\nMedvirkning: to møter med beboerne",
        ),
        nn=(
            "Involvert: vaktene og grendelaget\n## Mål 1: Ro om kvelden",
            "## Mål 1: Ro om kvelden\nMedverknad: to møte med bebuarane",
        ),
        en=(
            "Involved: the guards and the residents\n## Objective 1: Quiet nights",
            "## Objective 1: Quiet nights\nInvolvement: two open meetings",
        ),
    ),
    check=check,
)
