from __future__ import annotations

from datetime import date

import pytest

from assistant.okr import KeyResult, Language, LongTermGoal, Objective, OkrSet, Period
from assistant.review import check
from assistant.rules.blanks import is_blank
from assistant.rules.owners import read_owners
from assistant.rules.rule import Anchor, Finding, Severity

PERIOD = Period(label="T1 2026", start=date(2026, 1, 1), end=date(2026, 4, 30))


def found(okr_set: OkrSet, code: str) -> list[Finding]:
    """The findings of one rule in a set."""
    return [finding for finding in check(okr_set, language=Language.NB).findings if finding.code == code]


def one(owner: str | None = None, *results: str | None, set_owner: str | None = None) -> OkrSet:
    """A set with one objective, its owner, and the owners of its key results."""
    key_results = tuple(KeyResult(text=f"Feil {n} ned fra 9 til 4", owner=who) for n, who in enumerate(results))
    return OkrSet(objectives=(Objective(text="Bedre", owner=owner, key_results=key_results),), owner=set_owner)


@pytest.mark.parametrize(
    ("language", "owner", "count"),
    [
        ("nb", "Kari Moen, kundedirektør", 1),
        ("nb", "Kari Moen (kundedirektør) og Ola Berg (IT-sjef)", 2),
        ("nb", "Kari Moen, kundedirektør, og Ola Berg, IT-sjef", 2),
        ("nb", "Kari Moen, leder for helse, omsorg og velferd", 1),
        ("nb", "direktør for forskning og utvikling", 1),
        ("nb", "Stein Aamodt, Line Ruud og Jan Erik Haug", 3),
        ("nb", "rektor, inspektør og sosiallærer", 3),
        ("nb", "Kari/Ola/Per", 3),
        ("nb", "Nadia Solheim, banksjef personmarked", 1),
        ("nn", "Eldbjørg Myklebust, HMS-leiar", 1),
        ("nn", "Kari, Ola og Per", 3),
        ("en", "Head, deputy head, bursar and chair of governors", 4),
        ("en", "Captain Ruth Olsen, fleet manager", 1),
        ("en", "Head of sales and marketing", 1),
        ("en", "Ann Lee & the board", 1),
        ("en", "Vi Nguyen", 1),
        ("nb", "Kari Moen (støttet av Ola, Per og Nils)", 1),
        ("nb", "Per Sandvik, Bygg og eiendom, og Kari Moen, Økonomi", 2),
        ("nb", "leder for lærerne", 1),
        ("en", "Sam, helped by Jo, Kim and Lee", 1),
        ("en", "Priya Shah, Repairs and Assets", 1),
        ("en", "Chair of trustees", 1),
    ],
)
def test_owners_are_counted_as_persons_and_roles(language: str, owner: str, count: int) -> None:
    """A title after a name is the same person, and the areas of a role are not owners."""
    assert read_owners(owner, Language(language)).count == count


@pytest.mark.parametrize(
    ("language", "owner"),
    [
        ("nb", "vi"), ("nb", "Vi i ledergruppen"), ("nb", "alle avdelingslederne"), ("nb", "IT"), ("nb", "Produksjon"),
        ("nb", "salg og marked"), ("nb", "Team Oslo"), ("nb", "hele butikken"), ("nb", "teknisk avdeling"),
        ("nn", "me"), ("nn", "leiargruppa"), ("nn", "heile laget"), ("nn", "alle tilsette"),
        ("nb", "Eiendom og byggforvaltning"), ("nb", "Avd. 3"), ("nb", "Skift B"), ("nb", "NAV Solsida"),
        ("nb", "Seksjonslederne"), ("nb", "De tillitsvalgte"), ("nb", "ansvaret deles av alle"), ("nb", "Vaktmesterkorpset"),
        ("nn", "me er alle med"), ("nn", "dei som er på jobb"), ("nn", "Avdelingsleiarane"), ("nn", "Eigedom"),
        ("en", "Repairs and Assets"), ("en", "People & Culture"), ("nb", "Hjemmesykepleien"), ("en", "Planning"), ("en", "Trustees"), ("en", "Ward 4"),
        ("en", "Legal, Compliance and Risk"), ("en", "Regional managers"), ("en", "whoever is on shift"),
        ("en", "We"), ("en", "everyone"), ("en", "the marketing team"), ("en", "all managers"), ("en", "Operations"),
    ],
)  # fmt: skip
def test_a_group_without_a_named_lead_is_everyone(language: str, owner: str) -> None:
    """Pronouns, units, functions and «all …» name nobody."""
    owners = read_owners(owner, Language(language))
    assert owners.collective
    assert owners.count == 0


@pytest.mark.parametrize(
    ("language", "owner"),
    [
        ("nb", "Kari i resepsjonen"), ("nb", "Per fra Eiendom"), ("nb", "Kari Moen sammen med lederne"), ("nb", "Ellen Marie Post"),
        ("nn", "Olav på verkstaden"), ("nn", "leiar for lærarane"), ("en", "Ann from Finance"), ("en", "Jane Hall"),
        ("en", "Clerk to the governors"), ("en", "Head of People & Culture"), ("nb", "Vega"), ("en", "Van den Berg"),
        ("nb", "Ola"), ("nb", "Henning"), ("nb", "rektor"), ("nb", "daglig leder"), ("nb", "skipper"),
        ("nb", "Styringsgruppen, ledet av Kari Moen"), ("nb", "Kundeservice v/ Kari Moen"), ("nn", "kjøkkensjefen"),
        ("nn", "dagleg leiar"), ("en", "head teacher"), ("en", "CEO"), ("en", "Sales Team, led by Ann Lee"),
    ],
)  # fmt: skip
def test_one_name_or_one_role_is_enough(language: str, owner: str) -> None:
    """A first name, a title, or a group with its lead passes; what cannot be told passes too."""
    owners = read_owners(owner, Language(language))
    assert owners.count or not owners.collective


@pytest.mark.parametrize(
    "text",
    [None, "", " ", "?", "-", "…", "TBD", "tbd.", "N.N.", "NN", "n/a", "[navn]", "Ikke avklart", "ikkje avklart ennå",
     "to be decided", "not decided yet", "ingen", "hvem?", "uavklart", "(fylles inn)", "ledig", "navn kommer", "blir avklart i januar", "name to follow"],
)  # fmt: skip
def test_a_placeholder_says_nothing(text: str | None) -> None:
    """In any language, with or without signs around."""
    assert is_blank(text)


@pytest.mark.parametrize("text", ["Nina", "IT", "Na Li", "Ingen andre enn Kari", "N. Nilsen", "Ikke-medisinsk leder"])
def test_a_name_is_no_placeholder(text: str) -> None:
    """Short names and names that begin like a placeholder stand."""
    assert not is_blank(text)


def test_owner_findings_point_at_the_owner_line_when_there_is_one() -> None:
    """A placeholder has a line of its own, a missing owner only the objective's."""
    assert [finding.anchor for finding in found(one("TBD"), "OWN01")] == [Anchor.OWNER]
    assert [finding.anchor for finding in found(one(), "OWN01")] == [Anchor.TEXT]
    assert [finding.anchor for finding in found(one("alle"), "OWN02")] == [Anchor.OWNER]


def test_an_owner_may_come_from_the_set_or_from_every_key_result() -> None:
    """One key result without an owner of its own is enough to ask."""
    assert found(one(None, "Ola", "Kari"), "OWN01") == []
    assert found(one(None, set_owner="Kari Moen"), "OWN01") == []
    assert len(found(one(None, "Ola", None), "OWN01")) == 1
    assert len(found(one(None, set_owner="TBD"), "OWN01")) == 1


def test_a_group_replaces_the_missing_owner() -> None:
    """OWN02 stands alone, also where the group owns the whole set, and is said once for it."""
    assert found(one("alle"), "OWN01") == []
    twice = OkrSet(objectives=(Objective(text="Bedre"), Objective(text="Best")), owner="alle")
    assert [finding.path for finding in found(twice, "OWN02")] == [""]
    assert found(one("Kari Moen", set_owner="alle"), "OWN02") == []


def test_a_key_result_is_judged_by_its_own_owner_only() -> None:
    """An inherited group is one finding, on the objective."""
    assert [finding.path for finding in found(one("alle", None, "IT", "Ola"), "OWN02")] == [
        "/objectives/0",
        "/objectives/0/key_results/1",
    ]


def due(text: str = "Feil ned fra 9 til 4", **more: object) -> list[Finding]:
    """The deadlines found outside the first tertial."""
    result = KeyResult(text=text, **more)  # type: ignore[arg-type]
    return found(OkrSet(objectives=(Objective(text="Bedre", key_results=(result,)),), period=PERIOD), "EXE04")


def test_a_deadline_of_its_own_is_compared_too() -> None:
    """The field counts like the words, both ends of the period included, and one line gives one remark."""
    assert due(deadline=PERIOD.end) == due(deadline=PERIOD.start) == []
    assert len(due(deadline=date(2026, 5, 1))) == len(due(deadline=date(2025, 12, 31))) == 1
    assert len(due("Feil ned fra 9 til 4 innen 1. juni 2026", deadline=date(2026, 6, 1))) == 1


def test_before_the_day_after_the_period_is_within_it() -> None:
    """«før 1. mai» is the thirtieth of April."""
    assert due("Feil ned fra 9 til 4 før 1. mai 2026") == []
    assert len(due("Feil ned fra 9 til 4 før 2. mai 2026")) == 1


def test_the_day_of_a_long_term_goal_is_not_the_deadline() -> None:
    """What is meant for after the period may be named with its day."""
    goal = LongTermGoal(text="2", value=2, deadline=date(2028, 12, 31))
    assert due("Feil ned fra 9 til 4, og til 2 innen 31. desember 2028", long_term=goal) == []


def test_without_a_period_no_deadline_is_outside() -> None:
    """There is nothing to compare with."""
    result = KeyResult(text="Feil ned fra 9 til 4 innen 1. juni 2031", deadline=date(2031, 6, 1))
    assert found(OkrSet(objectives=(Objective(text="Bedre", key_results=(result,)),)), "EXE04") == []


@pytest.mark.parametrize(
    ("said", "anchors"),
    [
        (None, [Anchor.TEXT]),
        ("TBD", [Anchor.FOLLOW_UP]),
        ("i ledermøtet", [Anchor.FOLLOW_UP]),
        ("jevnlig", [Anchor.FOLLOW_UP]),
        ("på tavlemøtet, 15 min", [Anchor.FOLLOW_UP]),
        ("tirsdagsmøtet", []),
        ("2 ganger i måneden", []),
        ("kvartalsvis", []),
        ("ukesmøtet", []),
        ("15.6.2026 og 15.8.2026", []),
    ],
)
def test_a_rhythm_says_how_often(said: str | None, anchors: list[Anchor]) -> None:
    """A weekday, a span of time or a count does; a place or «regularly» does not."""
    assert [finding.anchor for finding in found(OkrSet(follow_up=said), "FOL01")] == anchors


@pytest.mark.parametrize(
    ("sponsor", "ambassador", "asked"),
    [(None, None, 1), ("Eva Lie", "TBD", 1), (None, "Ola Berg", 1), ("Eva Lie", "Ola Berg", 0)],
)
def test_sponsor_and_ambassador_are_asked_for_together(sponsor: str | None, ambassador: str | None, asked: int) -> None:
    """One question for both, where either is missing or still to be decided."""
    assert len(found(OkrSet(sponsor=sponsor, ambassador=ambassador), "OWN05")) == asked


@pytest.mark.parametrize(
    ("count", "few", "many"),
    [
        (0, [Severity.ERROR], []),
        (1, [Severity.WARNING], []),
        (2, [], []),
        (4, [], []),
        (5, [], [Severity.WARNING]),
        (6, [], [Severity.ERROR]),
    ],
)
def test_key_results_are_counted(count: int, few: list[Severity], many: list[Severity]) -> None:
    """None is an error, one a warning, five a warning, six an error."""
    okr_set = one("Kari Moen", *["Ola"] * count)
    assert [finding.severity for finding in found(okr_set, "EXE03")] == few
    assert [finding.severity for finding in found(okr_set, "EXE02")] == many
