"""Reading whether pay hangs on a goal, or is what the goal is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.language.line import Line


_BONUS = frozenset(
    "bonus bonusen bonuser bonusar bonusene bonusane bonuses bonusutbetaling bonusutbetalingen bonusutbetalinga "
    "bonusordning bonusordningen bonusordninga bonuspott bonuspotten bonusgrunnlag bonuslønn bonusløn årsbonus "
    "årsbonusen lederbonus lederbonusen leiarbonus teambonus teambonusen resultatbonus salgsbonus salsbonus "
    "prestasjonsbonus kvartalsbonus gruppebonus fellesbonus julebonus prestasjonslønn prestasjonsløn lønnstillegg "
    "lønnstillegget lønstillegg lønstillegget lønnsøkning lønnsøkningen lønsauke lønsauken lønnsopprykk lønsopprykk "
    "lønnspåslag lønspåslag lønnshopp lønshopp lønnsforhandling lønnsforhandlingen lønnsforhandlinger lønnsforhandlingene "
    "lønsforhandling lønsforhandlinga lønsforhandlingar lønsforhandlingane lønnssamtale lønnssamtalen lønssamtale "
    "lønssamtalen lønnsutvikling lønnsutviklingen lønsutvikling lønsutviklinga lønnsjustering lønnsjusteringen "
    "lønsjustering lønsjusteringa lønnsoppgjør lønnsoppgjøret lønsoppgjer lønsoppgjeret gavekort payout payouts "
    "commission commissions gratuity".split()
)
"""What can be handed out for a goal reached."""
_PAY = frozenset("lønn lønnen lønna løn løna lønen pay salary salaries wage wages raise raises rise compensation remuneration".split())  # fmt: skip
_RISES = frozenset("rise raise rises raises increase increases review reviews".split())
_CONSEQUENCE = frozenset(
    "gir gjev gi gje utløser utløyser utløse utløyse utløsende utløysande får når hvis dersom utbetales utbetalast "
    "utbetalt avhenger avheng avhengig knyttes knytes knyttet knytt knytast kobles koblet kopla koplast koplar "
    "belønnes belønnast belønnet belønning påvirker påverkar måloppnåelse måloppnåing grunnlag grunn inngår inngå teller tel "
    "kvalifiserer premieres premierast premie mot ved earn earns get gets receive receives trigger triggers triggered "
    "depends depend dependent tied linked link links based paid conditional contingent if when once unlocks unlock "
    "rewarded rewards reward upon counts count counted affects determines determine".split()
)
"""Words that make pay follow from the goal."""
_TIED = frozenset(
    "knyttes knytes knyttet knytt knytast kobles koblet kopla koplast avhenger avheng avhengig påvirker påverkar inngår "
    "utslag tied linked depends depend dependent contingent conditional affects determines counts performance-related".split()
)
"""Those among them that do so with a bare «lønn» or «pay»."""
_OTHERS = frozenset(
    "kunde kunden kunder kundene kundar kundane medlem medlemmer medlemmene medlemer medlemene gjest gjester gjestene "
    "gjestane kundebonus customer customers member members guest guests loyalty passasjerer passasjerar passengers "
    "leverandører leverandørar supplier suppliers".split()
)
"""Bonuses that are what the organisation offers, and not what its people are paid."""
_NOT = frozenset("uten utan ingen inga ikke ikkje aldri not no without never".split())
_TO = frozenset("til to for".split())
_NEAR = 4
PAY_WORDS = _BONUS | _PAY


def read_pay(line: Line) -> int | None:
    """The word for pay that hangs on the goal, if one does."""
    words = line.words
    if PAY_WORDS.isdisjoint(words):
        return None
    for index, word in enumerate(words):
        near = words[max(index - _NEAR, 0) : index + _NEAR + 1]
        if word not in PAY_WORDS or not _NOT.isdisjoint(near) or _is_for_others(words, index):
            continue
        if word in _BONUS and not _CONSEQUENCE.isdisjoint(words) and not _is_metric(line, index):
            return index
        if word in _PAY and _hangs(words, near, index):
            return index
    return None


def _is_for_others(words: list[str], index: int) -> bool:
    """«Medlemmer som får bonus», «bonus til kundene»."""
    after = words[index + 1 : index + _NEAR]
    given = bool(after) and after[0] in _TO and not _OTHERS.isdisjoint(after)
    return given or not _OTHERS.isdisjoint(words[max(index - _NEAR, 0) : index + 1])


def _is_metric(line: Line, index: int) -> bool:
    """«Bonusutbetalinger ned fra 4 til 2 mill.»: pay is what is measured."""
    change = line.change
    named = index == 0 and _CONSEQUENCE.isdisjoint(line.words[: _NEAR + 1])
    return named and change.baseline is not None and change.target is not None


def _hangs(words: list[str], near: list[str], index: int) -> bool:
    """«Lønna avhenger av dette», «a pay rise if the target is met», «linked to pay»."""
    if not _TIED.isdisjoint(near):
        return True
    following = words[index + 1] if index + 1 < len(words) else ""
    return following in _RISES and not _CONSEQUENCE.isdisjoint(words)
