"""Generated sets to measure on: each from its own seed, so that no two share all their lines."""

from __future__ import annotations

import random

from assistant.okr import Language

_SUBJECTS = {
    Language.NB: "gjenkjøp|svartid|sykefravær|leveringspresisjon|kundetilfredshet|svinn|oppetid|turnover|ventetid|andelen digitale søknader",
    Language.NN: "gjenkjøp|svartid|sjukefråvær|leveringspresisjon|kundetilfredsheit|svinn|oppetid|turnover|ventetid|delen digitale søknader",
    Language.EN: "repeat purchases|response time|sick leave|delivery precision|customer satisfaction|waste|uptime|turnover|waiting time|the share of digital applications",
}
_PLACES = {
    Language.NB: "i region {n}|for kundegruppe {n}|ved avdeling {n}|i butikk {n}|på linje {n}",
    Language.NN: "i region {n}|for kundegruppe {n}|ved avdeling {n}|i butikk {n}|på line {n}",
    Language.EN: "in region {n}|for customer group {n}|at branch {n}|in shop {n}|on route {n}",
}
_KEY_RESULTS = {
    Language.NB: (
        "Øke {subject} {place} fra {low} % til {high} % innen {day}. april 2026 (eier: Kari Moen; kilde: CRM)",
        "Redusere {subject} {place} fra {high} til {low} dager innen utgangen av T1 2026",
        "{subject} {place} under {low} timer i {share} % av sakene",
        "Lansere ny løsning for {subject} {place} innen {day}. mars",
        "Gjennomføre {low} kundebesøk {place} om {subject}",
        "Bedre {subject} {place}",
        "Ny rutine for {subject} {place} er utarbeidet",
    ),
    Language.NN: (
        "Auke {subject} {place} frå {low} % til {high} % innan {day}. april 2026 (eigar: Kari Moen; kjelde: CRM)",
        "Redusere {subject} {place} frå {high} til {low} dagar innan utgangen av T1 2026",
        "{subject} {place} under {low} timar i {share} % av sakene",
        "Lansere ny løysing for {subject} {place} innan {day}. mars",
        "Gjennomføre {low} kundebesøk {place} om {subject}",
        "Betre {subject} {place}",
        "Ny rutine for {subject} {place} er utarbeidd",
    ),
    Language.EN: (
        "Increase {subject} {place} from {low}% to {high}% by {day} April 2026 (owner: Kari Moen; source: CRM)",
        "Reduce {subject} {place} from {high} to {low} days by the end of T1 2026",
        "{subject} {place} below {low} hours in {share}% of cases",
        "Launch a new solution for {subject} {place} by {day} March",
        "Hold {low} customer meetings {place} about {subject}",
        "Better {subject} {place}",
        "A new routine for {subject} {place} has been written",
    ),
}
_FRAMES = {
    Language.NB: ("Mål", "Folk velger oss igjen {place}", "Hvorfor: Uten dem har vi ikke råd til å satse {place}.", "Eier: Ola Vik, salgssjef", "Tiltak:", "Ringe de {low} største {place}", "Oppfølging: innsjekk hver mandag"),
    Language.NN: ("Mål", "Folk vel oss på nytt {place}", "Kvifor: Utan dei har vi ikkje råd til å satse {place}.", "Eigar: Ola Vik, salssjef", "Tiltak:", "Ringje dei {low} største {place}", "Oppfølging: innsjekk kvar måndag"),
    Language.EN: ("Objective", "People choose us again {place}", "Why: Without them we cannot afford to invest {place}.", "Owner: Ola Vik, head of sales", "Initiatives:", "Call the {low} largest {place}", "Follow-up: check-in every Monday"),
}  # fmt: skip


def generate(seed: int) -> str:
    """A set of three objectives with four key results each, about 1.5 kB, in one of the three languages."""
    dice = random.Random(seed)
    language = list(Language)[seed % 3]
    subjects, places = _SUBJECTS[language].split("|"), _PLACES[language].split("|")
    label, objective, why, owner, initiatives, first_step, rhythm = _FRAMES[language]

    def facts() -> dict[str, str | int]:
        low = dice.randint(2, 45)
        return {
            "subject": dice.choice(subjects),
            "place": dice.choice(places).format(n=dice.randint(1, 9999)),
            "low": low,
            "high": low + dice.randint(1, 50),
            "day": dice.randint(1, 28),
            "share": dice.randint(50, 99),
        }

    lines = ["# OKR T1 2026", "", rhythm, ""]
    for number in range(1, 4):
        lines += [f"## {label} {number}: {objective.format_map(facts())}", why.format_map(facts()), owner]
        for at in range(1, 5):
            text = dice.choice(_KEY_RESULTS[language]).format_map(facts())
            lines.append(f"- KR{at}: {text[0].upper()}{text[1:]}")
        lines += [initiatives, f"- {first_step.format_map(facts())}", ""]
    return "\n".join(lines)
