"""Faults to plant in the sound sets, one at a time, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.okr import Language

NB, NN, EN = Language

Edit = tuple[str, str]
"""What stands in the set, once, and what is put in its place."""


@dataclass(frozen=True)
class Seed:
    """A fault, and all that must be said of it.

    Attributes:
        name: The fault in words.
        codes: Every code it raises: the rule it is made for, and what follows of necessity.
        edits: What to replace in the sound set of each language.
    """

    name: str
    codes: frozenset[str]
    edits: Mapping[Language, Edit]

    def planted(self, text: str, language: Language) -> str:
        """The sound set ``text`` with the fault in it."""
        old, new = self.edits[language]
        if text.count(old) != 1:
            raise ValueError(f"{self.name}: {old!r} stands {text.count(old)} times in the set")
        return text.replace(old, new)


def _seed(name: str, codes: str, nb: Edit, nn: Edit, en: Edit) -> Seed:
    return Seed(name, frozenset(codes.split()), {NB: nb, NN: nn, EN: en})


_END = {NB: "(kilde: innboksen)", NN: "(kjelde: innboksen)", EN: "(source: inbox)"}


def _added(name: str, codes: str, nb: str, nn: str, en: str) -> Seed:
    """A third key result; a fourth is begun with a line break and a list mark."""
    lines = {NB: nb, NN: nn, EN: en}
    edits = {at: (_END[at], f"{_END[at]}\n- KR3: {text} {_END[at]}") for at, text in lines.items()}
    return Seed(name, frozenset(codes.split()), edits)


def _many(template: str, metrics: str, end: str) -> str:
    """Seven key results, the last without its source."""
    lines = [
        template.format(metric=metric, low=at + 12, high=2 * at + 19, day=at + 3)
        for at, metric in enumerate(metrics.split("|"))
    ]
    return f" {end}\n- ".join(lines)


_E_MAIL = (
    ("Redusere svartiden på e-post fra 9 til 4 timer", "Redusere svartida på e-post frå 9 til 4 timar", "Cut the time to answer an e-mail from 9 to 4 hours"),
    ("innen 31. august 2026", "innan 31. august 2026", "by 31 August 2026"),
)  # fmt: skip


def _e_mail(name: str, codes: str, nb: str, nn: str, en: str) -> Seed:
    """The second key result, said otherwise."""
    return _seed(name, codes, *zip(_E_MAIL[0], (nb, nn, en), strict=True))


def _deadline(name: str, codes: str, nb: str, nn: str, en: str) -> Seed:
    """The second key result, due another day."""
    return _seed(name, codes, *zip(_E_MAIL[1], (nb, nn, en), strict=True))


def _objective(name: str, codes: str, nb: str, nn: str, en: str) -> Seed:
    """Another objective over the same key results."""
    old = (
        "Kundene kommer tilbake fordi hjelpen er god",
        "Kundane kjem tilbake fordi hjelpa er god",
        "Customers come back because the help is good",
    )
    return _seed(name, codes, *zip(old, (nb, nn, en), strict=True))  # fmt: skip


_WHY = (
    "Hvorfor: Hver fjerde kunde forlot oss i fjor, og de fleste sa at de ventet for lenge på svar.\n",
    "Kvifor: Kvar fjerde kunde forlét oss i fjor, og dei fleste sa at dei venta for lenge på svar.\n",
    "Why: One customer in four left us last year, and most of them said they waited too long for an answer.\n",
)
_OWNER = (
    "Eier: Kari Moen, kundedirektør\n",
    "Eigar: Kari Moen, kundedirektør\n",
    "Owner: Mary Cole, customer director\n",
)
_STEPS = (
    "Tiltak:\n- Ringe de femti største kundene\n",
    "Tiltak:\n- Ringje dei femti største kundane\n",
    "Initiatives:\n- Call the fifty largest customers\n",
)
_RHYTHM = (
    "Oppfølging: innsjekk hver mandag\n",
    "Oppfølging: innsjekk kvar måndag\n",
    "Follow-up: check-in every Monday\n",
)
_INVOLVED = (
    "Involvert: salg, kundeservice og tillitsvalgte\n",
    "Involvert: sal, kundeservice og tillitsvalde\n",
    "Involved: sales, customer service and the union\n",
)
_SPONSOR = (
    "Sponsor: Eva Lie, administrerende direktør\n",
    "Sponsor: Eva Lie, administrerande direktør\n",
    "Sponsor: Eve Lee, chief executive\n",
)


def _without(name: str, codes: str, line: tuple[str, str, str]) -> Seed:
    """A line taken out."""
    return _seed(name, codes, *((text, "") for text in line))


def _instead(name: str, codes: str, line: tuple[str, str, str], *said: str) -> Seed:
    """A line said otherwise."""
    return _seed(name, codes, *((old, f"{new}\n") for old, new in zip(line, said, strict=True)))


SEEDS = (
    # --- the key results
    _e_mail("a number dropped", "CLR01", "Redusere svartiden på e-post", "Redusere svartida på e-post", "Cut the time to answer an e-mail"),
    _e_mail("a start value dropped", "CLR02", "Redusere svartiden på e-post til 4 timer", "Redusere svartida på e-post til 4 timar", "Cut the time to answer an e-mail to 4 hours"),
    _e_mail("measured first, some day", "FOL05", "Finne ut hvor lenge folk venter på e-post, og så halvere tiden", "Finne ut kor lenge folk ventar på e-post, og så halvere tida", "Find out how long people wait for an e-mail, then halve the time"),
    _e_mail("a placeholder", "CLR11", "Redusere svartiden på e-post fra X til 4 timer", "Redusere svartida på e-post frå X til 4 timar", "Cut the time to answer an e-mail from X to 4 hours"),
    _e_mail("a wrong direction", "CLR08", "Redusere svartiden på e-post fra 4 til 9 timer", "Redusere svartida på e-post frå 4 til 9 timar", "Cut the time to answer an e-mail from 4 to 9 hours"),
    _e_mail("nothing changes", "CLR09", "Redusere svartiden på e-post fra 9 til 9 timer", "Redusere svartida på e-post frå 9 til 9 timar", "Cut the time to answer an e-mail from 9 to 9 hours"),
    _e_mail("a leap", "EXE05", "Redusere svartiden på e-post fra 9 til 2 timer", "Redusere svartida på e-post frå 9 til 2 timar", "Cut the time to answer an e-mail from 9 to 2 hours"),
    _e_mail("a vague word", "CLR01 CLR04", "Forbedre svartiden på e-post", "Forbetre svartida på e-post", "Improve the time to answer an e-mail"),
    _added("a share by some percent", "CLR02 CLR10", "Øke andelen fornøyde kunder med 5 % innen 14. august 2026", "Auke delen nøgde kundar med 5 % innan 14. august 2026", "Raise the share of satisfied customers by 5% by 14 August 2026"),
    _added("a task", "TSK01", "Lansere nytt kundesystem innen 14. august 2026", "Lansere nytt kundesystem innan 14. august 2026", "Launch a new customer system by 14 August 2026"),
    _added("two tasks", "TSK01 TSK04", "Lansere nytt kundesystem innen 14. august 2026\n- KR4: Skrive en veileder innen 7. august 2026", "Lansere nytt kundesystem innan 14. august 2026\n- KR4: Skrive ein rettleiar innan 7. august 2026", "Launch a new customer system by 14 August 2026\n- KR4: Write a handbook by 7 August 2026"),
    _added("activities counted", "TSK02", "Gjennomføre 12 kundemøter innen 14. august 2026", "Gjennomføre 12 kundemøte innan 14. august 2026", "Hold 12 customer meetings by 14 August 2026"),
    _added("attendance", "TSK05", "Øke andelen ansatte som har deltatt på kurset fra 20 % til 50 % innen 14. august 2026", "Auke delen tilsette som har delteke på kurset frå 20 % til 50 % innan 14. august 2026", "Raise the share of employees who attended the course from 20% to 50% by 14 August 2026"),
    _added("business as usual", "TSK06", "Opprettholde kundetilfredsheten på 4,4 innen 14. august 2026", "Oppretthalde kundetilfredsheita på 4,4 innan 14. august 2026", "Maintain customer satisfaction at 4.4 by 14 August 2026"),
    _added("a duplicate", "CLR12", "Øke andelen kunder som handler igjen fra 45 % til 60 % innen 14. august 2026", "Auke delen kundar som handlar igjen frå 45 % til 60 % innan 14. august 2026", "Raise the share of customers who buy again from 45% to 60% by 14 August 2026"),
    _added("another language", "CLR13", "Raise the share of invoices paid on time from 71% to 84% by 14 August 2026", "Raise the share of invoices paid on time from 71% to 84% by 14 August 2026", "Øke andelen fakturaer som blir betalt i tide fra 71 % til 84 % innen 14. august 2026"),
    _added("the neighbour's language", "CLR13", "Auke talet på fakturaer som ikkje blir purra frå 710 til 840 innan 14. august 2026", "Øke antallet fakturaer som ikke blir purret fra 710 til 840 innen 14. august 2026", "Auke talet på fakturaer som ikkje blir purra frå 710 til 840 innan 14. august 2026"),
    _added("a command", "INV02", "De ansatte skal redusere antallet purringer fra 31 til 20 innen 14. august 2026", "Dei tilsette skal redusere talet på purringar frå 31 til 20 innan 14. august 2026", "Employees must cut the number of reminders from 31 to 20 by 14 August 2026"),
    _added("a bonus", "INV04", "Redusere antallet purringer fra 31 til 20 innen 14. august 2026, som utløser bonus til alle selgerne", "Redusere talet på purringar frå 31 til 20 innan 14. august 2026, som utløyser bonus til alle seljarane", "Cut the number of reminders from 31 to 20 by 14 August 2026, which triggers a bonus for the sales staff"),
    _added("a link", "GND04", "Redusere antallet [purringer](https://tall.example/purringer) fra 31 til 20 innen 14. august 2026", "Redusere talet på [purringar](https://tal.example/purringar) frå 31 til 20 innan 14. august 2026", "Cut the number of [reminders](https://figures.example/reminders) from 31 to 20 by 14 August 2026"),
    _added("two measures in one", "CLR07", "Redusere antallet purringer fra 31 til 20 og øke salget fra 5 til 8 millioner kroner innen 14. august 2026", "Redusere talet på purringar frå 31 til 20 og auke salet frå 5 til 8 millionar kroner innan 14. august 2026", "Cut the number of reminders from 31 to 20 and raise sales from 5 to 8 million kroner by 14 August 2026"),
    _added("nine key results", "EXE02", _many("Redusere antallet {metric} fra {high} til {low} innen {day}. august 2026", "ordrefeil|returer|purringer|klager|feilsendinger|restordrer|tapte anrop", _END[NB]), _many("Redusere talet på {metric} frå {high} til {low} innan {day}. august 2026", "ordrefeil|returar|purringar|klager|feilsendingar|restordrar|tapte anrop", _END[NN]), _many("Cut the number of {metric} from {high} to {low} by {day} August 2026", "order errors|returned parcels|reminders|complaints|misrouted letters|back orders|missed calls", _END[EN])),
    _seed("a source left out", "FOL03", (" (kilde: innboksen)", ""), (" (kjelde: innboksen)", ""), (" (source: inbox)", "")),
    _deadline("a deadline after the period", "EXE04", "innen 15. mars 2027", "innan 15. mars 2027", "by 15 March 2027"),
    _deadline("a deadline before the period", "EXE04", "innen 15. mars 2026", "innan 15. mars 2026", "by 15 March 2026"),
    # --- the objective
    _objective("a deliverable", "TSK03", "Lansere ny nettside", "Lansere ny nettside", "Launch a new website"),
    _objective("a metric", "LNK06", "Øke omsetningen", "Auke omsetninga", "Increase revenue"),
    _objective("a buzzword", "CLR04", "Vi gir kundeservice i verdensklasse", "Vi gir kundeservice i verdsklasse", "We give world-class customer service"),
    _objective("a number", "CLR05", "Ni av ti kunder kommer tilbake", "Ni av ti kundar kjem tilbake", "Nine in ten customers come back"),
    _objective("an endless sentence", "CLR06", "Kundene kommer tilbake til oss igjen og igjen fordi de får god hjelp av folk som kjenner dem og vet hva de trenger hver dag", "Kundane kjem tilbake til oss igjen og igjen fordi dei får god hjelp av folk som kjenner dei og veit kva dei treng kvar dag", "Customers come back to us again and again because they get good help from people who know them and know what they need each day"),
    # --- what stands around them
    _without("no reason", "LNK05", _WHY),
    _without("no owner", "OWN01", _OWNER),
    _without("no first step", "EXE06", _STEPS),
    _without("no rhythm", "FOL01", _RHYTHM),
    _without("nobody heard", "INV03", _INVOLVED),
    _without("no sponsor", "OWN05", _SPONSOR),
    _instead("everyone owns it", "OWN02", _OWNER, "Eier: alle", "Eigar: alle", "Owner: everyone"),
    _instead("a rhythm as needed", "FOL01", _RHYTHM, "Oppfølging: ved behov", "Oppfølging: ved behov", "Follow-up: as needed"),
    _instead("a slow rhythm", "FOL02", _RHYTHM, "Oppfølging: innsjekk hver måned", "Oppfølging: innsjekk kvar månad", "Follow-up: check-in every month"),
)  # fmt: skip
"""Each fault with every code it raises."""
