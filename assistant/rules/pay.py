"""Reading whether pay hangs on a goal, or is what the goal is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.language.line import Line


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
    "bonuses bonus-bearing bonus-relevant bonus-linked gavekort gavekortet payout payouts commission commissions gratuity gratifikasjon "
    "provisjon provisjonen provisjonar provisjoner premie premien overskuddsdeling overskuddsdelingen overskotsdeling overskotsdelinga "
    "reward rewards prize prizes "
    "premieres premierast belønnes belønnast belønnet honoreres honorerast".split()
).union(
    _compounds("resultat prestasjons akkord måneds månads leder leiar topp", "lønn løn tillegg", _ENDINGS),
    _compounds(
        "- års leder leiar team resultat salgs sals prestasjons kvartals gruppe felles jule innsats mål",
        "bonus",
        _ENDINGS,
    ),
    _compounds(
        "bonus", "utbetaling ordning pott grunnlag lønn løn modell avtale avtal andel beløp trapp mål nivå", _ENDINGS
    ),
    _compounds(
        "lønns løns",
        "tillegg økning auke auk opprykk påslag hopp forhandling samtale samtal utvikling justering oppgjør oppgjer vurdering",
        _ENDINGS,
    ),
)
"""What can be handed out for a goal reached."""
_PAIRS = frozenset(
    "kroner ekstra,kr ekstra,ekstra utbetalt,får utbetalt,ekstra kroner,variabel lønn,variabel løn,variabel lønna,variable pay,gift card,gift cards,profit share,profit sharing,pay review,"
    "pay rise,pay raise,salary review,salary increase,their raise,annual raise,cash reward,month's salary,month’s salary,months' salary".split(
        ","
    )
)
_PAY = frozenset("lønn lønnen lønna løn løna lønen pay salary salaries wage wages raise raises rise compensation remuneration".split())  # fmt: skip
_RISES = frozenset("rise raise rises raises increase increases review reviews".split())
_CONSEQUENCE = frozenset(
    "avgjør avgjer avgjører feeds worth forfeit ryker ryk løses gir gjev gi gje utløser utløyser utløse utløyse utløsende utløysande får når hvis dersom utbetales utbetalast "
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
_OTHERWISE = frozenset("ellers elles otherwise else".split())
_INCLUDED = frozenset(
    "inkludert medregnet medrekna ekskludert unntatt unnateke including included excluding before after".split()
)
_CONDITIONS = frozenset("om hvis dersom når if when once".split())
_BREAKS = frozenset(", ; : . ( – — - / or eller elles".split())
_NEAR = 4
PAY_WORDS = _REWARDS | _PAY | frozenset(pair.split()[1] for pair in _PAIRS)


def read_pay(line: Line) -> int | None:
    """The word for pay that hangs on the goal, if one does."""
    words = line.words
    if PAY_WORDS.isdisjoint(words):
        return None
    for index, word in enumerate(words):
        is_reward = word in _REWARDS or (index > 0 and f"{words[index - 1]} {word}" in _PAIRS)
        if not (is_reward or word in _PAY):
            continue
        near = words[max(index - _NEAR, 0) : index + _NEAR + 1]
        if (not _NOT.isdisjoint(near) and _OTHERWISE.isdisjoint(words)) or _is_for_others(words, index):
            continue
        if is_reward and _follows(line, index) and not _is_metric(line, index):
            return index
        if word in _PAY and _hangs(words, near, index):
            return index
    return None


def _follows(line: Line, index: int) -> bool:
    """Whether a reward follows from the goal: a word says so, or it is added to a goal that is complete without it."""
    words = line.words
    others = words[:index] + words[index + 1 :]
    if not _CONSEQUENCE.isdisjoint(others) or not _OTHERWISE.isdisjoint(words):
        return True
    if not _CONDITIONS.isdisjoint(words[index : index + _NEAR]):
        return True  # «provisjonen øker om ...»
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
