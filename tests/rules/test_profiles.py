"""Profiles select rules, set thresholds and say how grave a finding is."""

from __future__ import annotations

from importlib import resources

import pytest

from assistant.formats.set_markdown import read_set_markdown
from assistant.review import PitfallVerdict, check
from assistant.rules.catalogue import catalogue
from assistant.rules.profile import Profile, ProfileError, load_profile, profile_names, read_profile
from assistant.rules.rule import Severity

CODES = [rule.code for rule in catalogue()]
TASK = "## Mål 1: Ro i kveldene\n- Lansere ny app\n- Utrykninger fra 9 til 4 (kilde: vaktloggen)"


def own(text: str) -> Profile:
    """A profile of a user's own."""
    return read_profile(text, "own", CODES)


def codes(text: str, profile: Profile) -> set[str]:
    """The codes of what is found."""
    return {finding.code for finding in check(read_set_markdown(text).okr_set, profile=profile).findings}


def severity(text: str, code: str, profile: Profile) -> Severity:
    """How grave the finding with ``code`` is."""
    findings = check(read_set_markdown(text).okr_set, profile=profile).findings
    return next(finding.severity for finding in findings if finding.code == code)


def test_four_profiles_are_shipped() -> None:
    assert profile_names() == ("default", "google", "offentlig", "strict")


@pytest.mark.parametrize("name", profile_names())
def test_a_shipped_profile_names_only_rules_and_thresholds_that_exist(name: str) -> None:
    text = resources.files("assistant.rules").joinpath("profiles", f"{name}.toml").read_text(encoding="utf-8")
    assert read_profile(text, name, CODES) == load_profile(name)


def test_an_ignored_rule_does_not_judge() -> None:
    assert "TSK01" not in codes(TASK, own('ignore = ["TSK01"]'))


def test_a_whole_family_can_be_ignored() -> None:
    assert not any(code.startswith("TSK") for code in codes(TASK, own('ignore = ["TSK"]')))


def test_only_selected_rules_judge() -> None:
    assert codes(TASK, own('select = ["TSK"]')) == {"TSK01"}


def test_a_rule_can_be_ignored_out_of_a_selected_family() -> None:
    assert codes(TASK, own('select = ["TSK"]\nignore = ["TSK01"]')) == set()


def test_a_pitfall_whose_question_is_not_asked_is_never_clear() -> None:
    review = check(read_set_markdown(TASK).okr_set, profile=own('ignore = ["INV"]'))
    assert review.pitfalls["involvement"] is PitfallVerdict.UNKNOWN


def test_a_severity_can_be_raised() -> None:
    line = "## Mål 1: Ro i kveldene\n- Utrykninger ned til 4"
    assert severity(line, "CLR02", own("")) is Severity.WARNING
    assert severity(line, "CLR02", own('severity.CLR02 = "error"')) is Severity.ERROR


def test_a_threshold_can_be_moved() -> None:
    four = "".join(
        f"## Mål {number}: Ro i kveld {number}\n- Utrykninger fra 9 til {number}\n" for number in range(1, 5)
    )
    assert "EXE01" in codes(four, own(""))
    assert "EXE01" not in codes(four, own("[EXE01]\nwarning_above = 4"))


def test_other_thresholds_of_the_same_rule_stay() -> None:
    assert own("[EXE01]\nwarning_above = 4").setting("EXE01", "error_above") == 5


def test_a_profile_may_build_on_another() -> None:
    assert own('extends = "google"').judges_by("EXE05") is False


def test_what_a_profile_ignores_stays_ignored_in_those_that_build_on_it() -> None:
    assert own('extends = "google"\nignore = ["TSK01"]').judges_by("FOL04") is False


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("not toml", ""),
        ('extends = "nowhere"', "extends"),
        ("extends = 1", "extends"),
        ('ignore = "TSK01"', "ignore"),
        ('ignore = ["TSK99"]', "ignore: TSK99"),
        ("select = [1]", "select"),
        ("severity = 1", "severity"),
        ('severity.TSK01 = "fatal"', "severity.TSK01"),
        ('severity.TSK99 = "error"', "severity.TSK99"),
        ("[EXE99]\nwarning_above = 1", "EXE99"),
        ("[EXE01]\nwarnings_above = 1", "EXE01.warnings_above"),
        ('[EXE01]\nwarning_above = "4"', "EXE01.warning_above"),
        ("[EXE01]\nwarning_above = true", "EXE01.warning_above"),
        ("[EXE01]\nwarning_above = nan", "EXE01.warning_above"),
        ("colour = 1", "colour"),
    ],
)
def test_a_profile_that_cannot_be_used_says_which_key_is_wrong(text: str, key: str) -> None:
    with pytest.raises(ProfileError) as caught:
        own(text)
    assert caught.value.key == key


def test_stretch_goals_need_no_mark_where_all_are_stretch_goals() -> None:
    leap = "## Mål 1: Ro i kveldene\n- Besøk fra 10 til 100 (kilde: telleren)"
    assert "EXE05" in codes(leap, load_profile())
    assert "EXE05" not in codes(leap, load_profile("google"))


def test_operations_that_are_kept_up_are_no_question_in_the_public_sector() -> None:
    kept = "## Mål 1: Ro i kveldene\n- Opprettholde responstiden på 12 minutter"
    assert "TSK06" not in codes(kept, load_profile("offentlig"))


def test_a_measured_betterment_is_no_warning_in_the_public_sector() -> None:
    metric = "## Mål 1: Redusere ventetiden med 20 %\n- Ventetid fra 10 til 8 uker"
    assert severity(metric, "LNK06", load_profile()) is Severity.WARNING
    assert severity(metric, "LNK06", load_profile("offentlig")) is Severity.QUESTION


def test_a_missing_owner_is_an_error_to_the_strict() -> None:
    assert severity(TASK, "OWN01", load_profile("strict")) is Severity.ERROR
