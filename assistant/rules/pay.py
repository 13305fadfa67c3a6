"""Reading whether pay hangs on a goal, or is what the goal is about."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.okr import Language
from assistant.rules.own_people import is_occupation, is_own_people, is_own_unit

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.language.numbers import Measure


def _compounds(first: str, second: str, endings: str) -> frozenset[str]:
    """Every compound of a first and a second word, with each ending."""
    return frozenset(
        f"{begin.strip('-')}{word}{end.strip('-')}"
        for begin in first.split()
        for word in second.split()
        for end in endings.split()
    )


_ENDINGS = "- en et a er ar ene ane n r e te ta s"
_REWARDS = frozenset(
    "lønningspose lønningsposen lønspose lønsposen pay-packet paycheck paychecks påskjønnelse påskjønnelsen påskjønning påskjønninga gåvekort gåvekortet voucher vouchers bonuses bonus-bearing bonus-relevant bonus-linked gavekort gavekortet payout payouts commission commissions gratuity gratifikasjon "
    "provisjon provisjonen provisjonar provisjoner premie premien overskuddsdeling overskuddsdelingen overskotsdeling overskotsdelinga "
    "reward rewards prize prizes incentive incentives increment increments cheque kicker accelerator accelerators "
    "engangsbeløp engangsbeløpet eingongsbeløp eingongsbeløpet engangsutbetaling eingongsutbetaling aksjeopsjon aksjeopsjoner aksjeopsjonar opsjoner opsjonar opsjonene opsjonane ekstralønn ekstraløn "
    "premieres premierast belønnes belønnast belønnet honoreres honorerast".split()
).union(
    _compounds("resultat prestasjons akkord måneds månads uke veke leder leiar topp", "lønn løn tillegg", _ENDINGS),
    _compounds(
        "- års leder leiar team resultat salgs sals prestasjons kvartals gruppe felles jule innsats mål",
        "bonus",
        _ENDINGS,
    ),
    _compounds(
        "bonus provisjons",
        "sats grense terskel trinn krone utbetaling ordning pott grunnlag lønn løn modell avtale avtal andel beløp trapp mål nivå",
        _ENDINGS,
    ),
    _compounds(
        "lønns løns",
        "pott tillegg økning auke auk opprykk påslag hopp forhandling samtale samtal utvikling justering oppgjør oppgjer vurdering "
        "stige stig trinn steg trekk trekking heving hevning forhøyelse klasse klass kutt løft opsjon",
        _ENDINGS,
    ),
)
"""What can be handed out for a goal reached."""
_PAIRS = frozenset(
    "kroner ekstra,kr ekstra,ekstra utbetalt,får utbetalt,ekstra kroner,ekstra lønnsuke,ekstra lønsveke,ekstra lønsveka,ekstra lønnsuka,ekstra månedslønn,ekstra månadsløn,christmas envelope,christmas box,christmas bonus,variabel lønn,variable lønn,variable løn,variable lønna,variabel løn,variabel lønna,variable pay,gift card,gift cards,profit share,profit sharing,pay review,"
    "pay step,pay grade,pay band,pay scale,salary step,salary band,share options,stock options,performance pay,appraisal pay,day's pay,pay settlement,pay award,evening supplement,shares vest,aksjer tildeles,merit increase,merit increases,week's pay,month's pay,month’s pay,day’s pay,week’s pay,week's wages,week’s wages,ekstra vekeløn,ekstra ukelønn,"
    "pay rise,pay raise,salary review,salary increase,their raise,annual raise,cash reward,month's salary,month’s salary,months' salary".split(
        ","
    )
)
_PAY = frozenset("lønn lønnen lønna løn løna lønen pay salary salaries wage wages raise raises rise compensation remuneration tillegget tillegga tillegg allowance allowances uplift premium".split())  # fmt: skip
_PAY_ENDS = ("tillegg", "tillegget", "tillegga")
_RISES = frozenset("rise raise rises raises increase increases review reviews".split())
_CONSEQUENCE = frozenset(
    "rides ride rests hangs hang opens henger heng henge utgangspunkt follows følger følgjer hinge hinges kicks kick avgjør avgjøres avgjort avgjord avgjerast avgjer bestemmes avgjører feeds worth forfeit ryker ryk løses gir gjev gi gje utløser utløyser utløse utløyse utløsende utløysande får når hvis dersom utbetales utbetalast "
    "utbetalt avhenger avheng avhengig knyttes knytes knyttet knytt knytast kobles koblet kopla koplast koplar "
    "belønnes belønnast belønnet belønning påvirker påverkar måloppnåelse måloppnåing grunnlag grunn inngår inngå teller tel "
    "kvalifiserer premieres premierast premie mot ved earn earns get gets receive receives trigger triggers triggered "
    "depends depend dependent tied linked link links based paid conditional contingent if when once unlocks unlock pays løyser løyse "
    "rewarded rewards reward upon counts count counted affects determines determine".split()
)
"""Words that make pay follow from the goal."""
_TIED = frozenset(
    "rides ride rests hangs hang reflected reflekteres reflekterast slår faller fell falls bortfaller hinge hinges mister mistar taper tapar trekkes trekkast trekt lose loses lost forfeit forfeits docked docks miss misses missed "
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
_OTHERWISE = frozenset("ellers elles otherwise else".split())
_WHO_NOT = {("som", "ikke"), ("som", "ikkje"), ("who", "not"), ("who", "miss")}
_UNTIL = frozenset("until till før dess".split())
_WHO = frozenset("som who".split())
_OR = frozenset("or eller".split())
_HANDED = frozenset(
    "får utløses utløser utløyst utløysast utløyser unlocks unlock triggers earns earn feriereise feriereisa ut out deles delast delt delte fordeles fordelast deler delar share shares splits shared split each hver hvert kvar kvart among mellom".split()
)
"""What a line that hands money out has."""
_EACH = frozenset("each every hver kvar".split())
_PAYS = frozenset("pays earns gives gets betaler betalar gir gjev".split())
_SHARE = (["share"], ["shares"], ["split"], ["splits"], ["deler"], ["delar"])
_LOST = frozenset("mister mistar taper tapar loses lose forfeit forfeits".split())
_CREWS = frozenset("skiftet laget gjengen shift crew head hode hovud nese".split())
_GAINS = frozenset(
    "gevinsten besparelsen innsparingen innsparinga overskuddet overskotet saving savings surplus gain pot potten".split()
)
_GIVEN_TO = frozenset("per pr til to mellom among between på for".split())
_INCLUDED = frozenset(
    "inkludert medregnet medrekna ekskludert unntatt unnateke including included excluding before after".split()
)
_CONDITIONS = frozenset("om hvis dersom når if when once".split())
_BREAKS = frozenset(", ; : . ( – — - / or eller elles".split())
_MONEY = frozenset("kr kroner kroners nok £ $ € eur gbp usd pounds dollars euros".split())
_NEAR = 4
_FARTHEST = 7
_PAID = _REWARDS | _PAY | frozenset(pair.split()[1] for pair in _PAIRS)
PAY_WORDS = _EACH | _PAID | _HANDED | _GAINS | _OTHERWISE


def read_pay(line: Line) -> int | None:
    """The word for pay that hangs on the goal, if one does."""
    words = line.words
    if PAY_WORDS.isdisjoint(words):
        return None
    if _PAID.isdisjoint(words) and _OTHERWISE.isdisjoint(words):
        return _handed_out(line)
    for index, word in enumerate(words):
        is_reward = word in _REWARDS or (index > 0 and f"{words[index - 1]} {word}" in _PAIRS)
        is_pay = word in _PAY or word.endswith(_PAY_ENDS)
        if not (is_reward or is_pay):
            continue
        near = words[max(index - _NEAR, 0) : index + _NEAR + 1]
        otherwise = _is_what_else(line, index)
        if not _LOST.isdisjoint(near) and is_pay and words[0] not in _NOT:
            return index  # «den som ikke når 80 %, mister tillegget»
        if (not _NOT.isdisjoint(near) and not otherwise) or _is_for_others(words, index):
            continue
        if is_reward and (otherwise or _follows(line, index)) and not _is_metric(line, index):
            return index
        if is_pay and (otherwise or _hangs(words, near, index)):
            return index
    return _handed_out(line)


def _is_what_else(line: Line, index: int) -> bool:
    """«…, ellers ingen bonus», «from 46 to 25, or no increment»: what becomes of pay where the goal is missed."""
    target = line.change.target
    behind = line.words[target.last + 1 : index] if target is not None and target.first < index else []
    missed = not _NOT.isdisjoint(line.words[index:]) and not _CONDITIONS.isdisjoint(line.words[index:])
    if target is not None and target.first < index and line.words[0] not in _NOT:
        twice = sum(word in _NOT for word in line.words) > 1  # «den som ikke når det, får ikke tillegget»
        who = any(pair in _WHO_NOT for pair in pairwise(line.words[index:]))  # «trekk i lønn for dem som ikke når det»
        missed = missed or twice or who
    withheld = not _NOT.isdisjoint(line.words[max(index - 3, 0) : index]) and not _UNTIL.isdisjoint(line.words[index:])
    missed = missed or withheld  # «no shift premium until then»
    return missed or not _OTHERWISE.isdisjoint(line.words) or not _OR.isdisjoint(behind)


def _handed_out(line: Line) -> int | None:
    """«Belegg fra 61 til 70 % med ti tusen kroner til hver selger», «and the saving is paid out to the fitters»."""
    words, change = line.words, line.change
    if (paid := _paid_each(line)) is not None:
        return paid
    if (_HANDED.isdisjoint(words) and _GAINS.isdisjoint(words)) or change.target is None or change.baseline is None:
        return None
    first = max(change.target.last, change.baseline.last) + 1
    for at in range(first, len(words)):
        # «innkreverne deler 40 000 kr», «hitting it pays each clerk £500»
        shares = words[at + 1 : at + 2] in _SHARE or (words[at - 1] in _EACH and words[at - 2] in _PAYS)
        shares = shares or "får" in words[at + 1 : at + _FARTHEST]  # «skiftet som når det først, får 10 000 kroner»
        if (not shares and _GIVEN_TO.isdisjoint(words[max(at - 3, first) : at])) or not _is_ours(line, at):
            continue
        last = len(words) if shares else at
        money = next((it.first for it in line.measures if first <= it.first < last and _is_money(line, it)), None)
        gain = next((index for index in range(first, at) if words[index] in _GAINS), None)
        return money if money is not None else gain
    return None


def _paid_each(line: Line) -> int | None:
    """«Kvar montør hentar ut 8 000 kr dersom vi når målet»: money for each of one's own, on a condition."""
    words = line.words
    if _EACH.isdisjoint(words) or _CONDITIONS.isdisjoint(words):
        return None
    for at in range(1, len(words) - 1):
        if words[at - 1] in _EACH and is_occupation(words[at], one=True, english=line.language is Language.EN):
            return next((it.first for it in line.measures if 0 < it.first - at <= _NEAR and _is_money(line, it)), None)
    return None


def _is_ours(line: Line, at: int) -> bool:
    word = line.words[at]
    english = line.language is Language.EN
    each = line.words[at - 1] in _HANDED and is_occupation(word, one=True, english=english)
    share = line.words[at + 1 : at + 2] in _SHARE and is_occupation(word, one=False, english=english)
    return each or share or word in _CREWS or is_own_people(word) or is_own_unit(word)


def _is_money(line: Line, measure: Measure) -> bool:
    return not _MONEY.isdisjoint(line.words[measure.first : measure.last + 1])


def _follows(line: Line, index: int) -> bool:
    """Whether a reward follows from the goal: a word says so, or it is added to a goal that is complete without it."""
    words = line.words
    others = words[:index] + words[index + 1 :]
    if not _CONSEQUENCE.isdisjoint(others):
        return True
    if not _CONDITIONS.isdisjoint(words[index : index + _NEAR]):
        return True  # «provisjonen øker om ...»
    if words[index + 1 : index + 2] and words[index + 1] in _TO and not _WHO.isdisjoint(words[index + 2 : index + 4]):
        return True  # «lønsauke til alle som har fullt oppmøte»
    target = line.change.target
    if target is None or target.first >= index or not _INCLUDED.isdisjoint(words):
        return False
    last = max(target.last, line.change.baseline.last if line.change.baseline else 0)
    return not _BREAKS.isdisjoint(words[last + 1 : index])


def _is_for_others(words: list[str], index: int) -> bool:
    """«Medlemmer som får bonus», «bonus til kundene»."""
    after = words[index + 1 : index + _NEAR]
    given = bool(after) and after[0] in _TO and not _OTHERS.isdisjoint(after)
    return given or not _OTHERS.isdisjoint(words[max(index - _NEAR, 0) : index + 1])


def _is_metric(line: Line, index: int) -> bool:
    """«Bonusutbetalinger ned fra 4 til 2 mill.»: pay is what is measured."""
    change = line.change
    opening = line.words[: _NEAR + 1]
    named = index == 0 and _CONSEQUENCE.isdisjoint(opening) and _CONDITIONS.isdisjoint(opening)
    return named and change.baseline is not None and change.target is not None


def _hangs(words: list[str], near: list[str], index: int) -> bool:
    """«Lønna avhenger av dette», «a pay rise if the target is met», «linked to pay»."""
    if not _TIED.isdisjoint(near):
        return True
    following = words[index + 1] if index + 1 < len(words) else ""
    return following in _RISES and not _CONSEQUENCE.isdisjoint(words)
