"""Building the sets that the rules' examples stand for, and checking them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from assistant.brief import read_brief
from assistant.formats.labels import Label, read_label
from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Language, OkrSet
from assistant.review import Review, check
from assistant.rules.rule import Example, Finding, Rule, Scope


@dataclass(frozen=True)
class SoundSet:
    """A set without a flaw, but for the lines given to it."""

    objective: str
    above: str
    key_results: str
    below: str

    def with_key_result(self, text: str) -> str:
        """The set in Markdown, ``text`` being its last key result."""
        return f"{self.above}: {self.objective}\n{self.key_results}\n- KR3: {text}\n{self.below}"

    def with_objective(self, text: str) -> str:
        """The set in Markdown, ``text`` being its objective."""
        return f"{self.above}: {text}\n{self.key_results}\n{self.below}"


SOUND = {
    Language.NB: SoundSet(
        objective="Kundene kommer tilbake fordi hjelpen er god",
        above="# OKR T2 2026\n## Mål 1",
        key_results="""\
Hvorfor: Hver fjerde kunde forlot oss i fjor, og de fleste sa at de ventet for lenge på svar.
Eier: Kari Moen, kundedirektør
- KR1: Øke andelen kunder som handler igjen fra 45 % til 60 % innen 15. juli 2026 (kilde: kundesystemet)
- KR2: Redusere svartiden på e-post fra 9 til 4 timer innen 31. august 2026 (kilde: innboksen)""",
        below="""\
Tiltak:
- Ringe de femti største kundene
Oppfølging: innsjekk hver mandag
Involvert: salg, kundeservice og tillitsvalgte
Sponsor: Eva Lie, administrerende direktør
OKR-ambassadør: Ola Berg""",
    ),
    Language.NN: SoundSet(
        objective="Kundane kjem tilbake fordi hjelpa er god",
        above="# OKR T2 2026\n## Mål 1",
        key_results="""\
Kvifor: Kvar fjerde kunde forlét oss i fjor, og dei fleste sa at dei venta for lenge på svar.
Eigar: Kari Moen, kundedirektør
- KR1: Auke delen kundar som handlar igjen frå 45 % til 60 % innan 15. juli 2026 (kjelde: kundesystemet)
- KR2: Redusere svartida på e-post frå 9 til 4 timar innan 31. august 2026 (kjelde: innboksen)""",
        below="""\
Tiltak:
- Ringje dei femti største kundane
Oppfølging: innsjekk kvar måndag
Involvert: sal, kundeservice og tillitsvalde
Sponsor: Eva Lie, administrerande direktør
OKR-ambassadør: Ola Berg""",
    ),
    Language.EN: SoundSet(
        objective="Customers come back because the help is good",
        above="# OKR T2 2026\n## Objective 1",
        key_results="""\
Why: One customer in four left us last year, and most of them said they waited too long for an answer.
Owner: Mary Cole, customer director
- KR1: Raise the share of customers who buy again from 45% to 60% by 15 July 2026 (source: customer system)
- KR2: Cut the time to answer an e-mail from 9 to 4 hours by 31 August 2026 (source: inbox)""",
        below="""\
Initiatives:
- Call the fifty largest customers
Follow-up: check-in every Monday
Involved: sales, customer service and the union
Sponsor: Eve Lee, chief executive
OKR ambassador: Oliver Hill""",
    ),
}
"""A set in each language that no rule has anything to say of."""

_OBJECTIVE = "/objectives/0"
_LAST_KEY_RESULT = "/objectives/0/key_results/2"


@cache
def _adapter() -> TypeAdapter[OkrSet]:
    return TypeAdapter(OkrSet)


def set_of(example: Example, rule: Rule, language: Language) -> tuple[OkrSet, str | None]:
    """The set an example stands for, and the path of the item it is about (``None`` for a whole set)."""
    text = example.text
    if text.startswith("{"):
        return _adapter().validate_json(text), None
    if rule.scope is Scope.SET or "\n" in text:
        return read_set_markdown(text).okr_set, None
    label = read_label(text)
    if rule.scope is Scope.ITEM and label is not None and label.label is Label.OBJECTIVE:
        return read_set_markdown(SOUND[language].with_objective(text[label.start :])).okr_set, _OBJECTIVE
    if rule.scope is Scope.OBJECTIVE:
        return read_set_markdown(SOUND[language].with_objective(text)).okr_set, _OBJECTIVE
    return read_set_markdown(SOUND[language].with_key_result(text)).okr_set, _LAST_KEY_RESULT


def review_of(example: Example, rule: Rule, language: Language) -> Review:
    """The review of the set an example stands for, against its brief if it has one."""
    brief = read_brief(example.brief, language=language) if example.brief is not None else None
    return check(set_of(example, rule, language)[0], brief, language=language)


def findings_of(example: Example, rule: Rule, language: Language) -> list[Finding]:
    """What ``rule`` finds in an example: in its own line, or anywhere in a whole set."""
    path = set_of(example, rule, language)[1]
    found = review_of(example, rule, language).findings
    return [item for item in found if item.code == rule.code and path in {None, item.path}]
