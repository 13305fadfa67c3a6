"""The eight families of rules: the seven pitfalls of the source, and grounding."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.rules.rule import Text


@dataclass(frozen=True, slots=True)
class Family:
    """A family of rules.

    Attributes:
        key: Its name in the machine formats and its folder.
        letters: What its codes begin with.
        title: The pitfall, in words.
        question: What to ask the leader when text cannot settle it.
        asked_by: The rules that ask for what wording alone cannot show: where they do not judge, nothing is clear.
        needs_brief: Whether the family can be judged only against a brief.
    """

    key: str
    letters: str
    title: Text
    question: Text
    asked_by: tuple[str, ...] = ()
    needs_brief: bool = False


FAMILIES: tuple[Family, ...] = (
    Family(
        "strategy_link",
        "LNK",
        Text(
            nb="Ingen kobling til strategien",
            nn="Inga kopling til strategien",
            en="No link to the strategy",
        ),
        Text(
            nb="Hvilke ord i strategien bygger hvert mål på? Legg ved strategien, så kan koblingen sjekkes.",
            nn="Kva ord i strategien byggjer kvart mål på? Legg ved strategien, så kan koplinga sjekkast.",
            en="Which words of the strategy does each objective rest on? Add the strategy, and the link can be checked.",
        ),
        needs_brief=True,
    ),
    Family(
        "execution",
        "EXE",
        Text(nb="Ingen kraft til å gjennomføre", nn="Inga kraft til å gjennomføre", en="No power to carry it out"),
        Text(
            nb="Hvem har tid og midler til dette i perioden, og hva legger dere bort for å få det til?",
            nn="Kven har tid og midlar til dette i perioden, og kva legg de bort for å få det til?",
            en="Who has the time and the means for this in the period, and what will be set aside to make room?",
        ),
        asked_by=("EXE06",),
    ),
    Family(
        "clarity",
        "CLR",
        Text(nb="Uklare mål", nn="Uklare mål", en="Unclear goals"),
        Text(
            nb="Hvilke resultater skal vise at målet er nådd?",
            nn="Kva resultat skal vise at målet er nådd?",
            en="Which results will show that the objective has been reached?",
        ),
    ),
    Family(
        "ownership",
        "OWN",
        Text(nb="Ingen eier målene", nn="Ingen eig måla", en="Nobody owns the goals"),
        Text(
            nb="Hvem på toppen står bak målene, og hvem er OKR-ambassadør?",
            nn="Kven på toppen står bak måla, og kven er OKR-ambassadør?",
            en="Who at the top stands behind the goals, and who is the OKR ambassador?",
        ),
        asked_by=("OWN05",),
    ),
    Family(
        "follow_up",
        "FOL",
        Text(nb="Ingen oppfølging", nn="Inga oppfølging", en="No follow-up"),
        Text(
            nb="Når har dere innsjekk, hvor ofte, og hvor finner dere verdiene?",
            nn="Når har de innsjekk, kor ofte, og kvar finn de verdiane?",
            en="When is the check-in, how often, and where do you find the values?",
        ),
        asked_by=("FOL03",),
    ),
    Family(
        "involvement",
        "INV",
        Text(
            nb="Ingen medvirkning, bare målstyring ovenfra",
            nn="Ingen medverknad, berre målstyring ovanfrå",
            en="No involvement, only management by objectives from above",
        ),
        Text(
            nb="Hvem har vært med på å forme målene, og hvem skal dere høre før dere vedtar dem?",
            nn="Kven har vore med på å forme måla, og kven skal de høyre før de vedtek dei?",
            en="Who has helped shape the goals, and whom will you hear before you decide on them?",
        ),
        asked_by=("INV03",),
    ),
    Family(
        "task_driven",
        "TSK",
        Text(nb="En lang gjøreliste", nn="Ei lang gjereliste", en="A massive to-do list"),
        Text(
            nb="Hvilke resultater skal arbeidet gi?",
            nn="Kva resultat skal arbeidet gi?",
            en="Which results is the work meant to bring?",
        ),
    ),
    Family(
        "grounding",
        "GND",
        Text(
            nb="Tall eller ord som ikke står i teksten",
            nn="Tal eller ord som ikkje står i teksten",
            en="Numbers or words that are not in the text",
        ),
        Text(
            nb="Hvor er tallene hentet fra? Legg ved strategien, så kan de sjekkes.",
            nn="Kvar er tala henta frå? Legg ved strategien, så kan dei sjekkast.",
            en="Where do the numbers come from? Add the strategy, and they can be checked.",
        ),
        needs_brief=True,
    ),
)
"""The families in the order of the source."""

BY_LETTERS: dict[str, Family] = {family.letters: family for family in FAMILIES}


def family_of(code: str) -> Family:
    """The family a rule's code belongs to."""
    return BY_LETTERS[code[:3]]
