"""Two outcomes or two measures joined in one line.

Why it hurts: when one half is reached and the other is not, nobody can say how it went, and the easier half gets the
attention. Write two lines, or choose. A limit beside the goal («without complaints rising above 20») is no second goal.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.numbers import Role
from assistant.rules.analysis import Context, Item
from assistant.rules.commands import read_command
from assistant.rules.halves import SEAMS, seam_of
from assistant.rules.pay import read_pay
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_JOINTS = " .,;/+&"
_AND = (
    " og",
    " and",
    " samt",
    " plus",
    " mens",
    " medan",
    " while",
    " og samtidig",
    " samtidig som",
    " samtidig",
    " samstundes som",
    " samstundes",
    " og samstundes",
    " og også",
    " and also",
)

_OPENING = ("og ", "and ", "samt ")


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Flag the second half of a line that says two things."""
    line = item.line
    seam = seam_of(line)
    if seam is None or read_pay(line) is not None:
        return  # «…, og da faller det en bonus på teamet» is no second goal
    if read_command(line) is not None and sum(it.role is Role.BASELINE for it in line.measures) == 1:
        return  # «må ta to vakter, ledige vakter ned fra 30 til 8»: one change, and what is ordered for it
    start, text = line.tokens.start(seam), line.text
    first = text[:start].rstrip(_JOINTS)
    for word in sorted(_AND, key=len, reverse=True):
        if first.lower().endswith(word):
            first = first[: -len(word)].rstrip(_JOINTS)
    end = len(text.rstrip(" ."))
    second = text[start:end]
    second = next((second[len(word) :] for word in _OPENING if second.lower().startswith(word)), second)
    facts = {"first": first, "second": second[:1].upper() + second[1:]}
    yield Finding("CLR07", item.path, RULE.severity, facts, (start, end))


RULE = Rule(
    code="CLR07",
    name="two-goals-in-one",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    message=Text(
        nb="Linja har to mål, og det ene kan nås uten det andre.",
        nn="Linja har to mål, og det eine kan nåast utan det andre.",
        en="The line holds two goals, and one can be reached without the other.",
    ),
    suggestion=Text(
        nb="Skriv to linjer, «{first}» og «{second}», eller velg den som betyr mest.",
        nn="Skriv to linjer, «{first}» og «{second}», eller vel den som betyr mest.",
        en="Write two lines, “{first}” and “{second}”, or choose the one that matters more.",
    ),
    bad=Examples(
        nb=(
            "Øke melkeleveransen fra 6,1 til 6,8 mill. liter og redusere kraftfôret fra 31 til 27 kg",
            "Rødlistede arter på stien fra 12 til 18, søppel ned fra 90 til 30 kg",
            "Færre tomme seter og flere abonnenter",
            "Mål: Beboerne har en god dag og de pårørende er trygge",
            "Mål: Øke lønnsomheten og redusere klimaavtrykket",
        ),
        nn=(
            "Auke mjølkeleveransen frå 6,1 til 6,8 mill. liter og redusere kraftfôret frå 31 til 27 kg",
            "Raudlista artar på stien frå 12 til 18, søppel ned frå 90 til 30 kg",
            "Færre tomme sete og fleire abonnentar",
            "Mål: Bebuarane har ein god dag og dei pårørande er trygge",
            "Mål: Auke lønsemda og redusere klimaavtrykket",
        ),
        en=(
            "Raise milk delivered from 6.1 to 6.8 million litres and cut bought feed from 31 to 27 kg",
            "Rare species along the path from 12 to 18, litter down from 90 to 30 kg",
            "Fewer empty seats and more subscribers",
            "Objective: Residents have a good day and their families are at ease",
            "Objective: Increase profitability and reduce our footprint",
        ),
    ),
    good=Examples(
        nb=(
            "Melkeleveransen fra 6,1 til 6,8 mill. liter, uten at kraftfôret går over 31 kg",
            "Ventetiden ned fra 12 til 8 uker innen juni og videre til 6 uker innen desember",
            "Barn og unge som sykler og går til skolen, fra 40 til 60 %",
            "Mål: Et godt og trygt sykehjem",
            "Mål: Rekruttere og beholde de beste jordmødrene",
        ),
        nn=(
            "Mjølkeleveransen frå 6,1 til 6,8 mill. liter, utan at kraftfôret går over 31 kg",
            "Ventetida ned frå 12 til 8 veker innan juni og vidare til 6 veker innan desember",
            "Barn og unge som syklar og går til skulen, frå 40 til 60 %",
            "Mål: Ein god og trygg sjukeheim",
            "Mål: Folk finn huset og kjem att",
        ),
        en=(
            "Milk delivered from 6.1 to 6.8 million litres while keeping bought feed below 31 kg",
            "Waiting time down from 12 to 8 weeks by June and to 6 weeks by December",
            "Children who walk and cycle to school, from 40% to 60%",
            "Objective: A safe and happy care home",
            "Objective: Attract and keep the best midwives",
        ),
    ),
    check=check,
    words=SEAMS,
    silenced_by=("TSK01", "TSK02", "TSK03", "CLR11"),
)
