from __future__ import annotations

import re

import pytest

from assistant.brief import read_brief
from assistant.formats.set_markdown import read_set_markdown
from assistant.language.folding import fold
from assistant.okr import Language
from assistant.review import PitfallVerdict, Verdict, check
from assistant.rules.catalogue import catalogue, rule_of
from assistant.rules.families import family_of
from assistant.rules.profile import load_profile
from assistant.rules.rule import Example, Rule, Scope, Text
from assistant.rules.wording import message, suggestion
from tests.rules.examples import SOUND, findings_of, set_of

RULES = catalogue()
LANGUAGES = list(Language)


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, language, example, id=f"{rule.code}-{language}-{number}")
        for rule in RULES
        for language in LANGUAGES
        for number, example in enumerate(getattr(rule, kind).in_language(language), 1)
    ]


BAD = pytest.mark.parametrize(("rule", "language", "example"), _cases("bad"))
GOOD = pytest.mark.parametrize(("rule", "language", "example"), _cases("good"))
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@BAD
def test_a_bad_example_is_flagged(rule: Rule, language: Language, example: Example) -> None:
    """Every bad example of a rule raises its code."""
    assert findings_of(example, rule, language)


@GOOD
def test_a_near_miss_is_left_alone(rule: Rule, language: Language, example: Example) -> None:
    """No good example of a rule raises its code."""
    assert not findings_of(example, rule, language)


@BAD
@pytest.mark.parametrize("reader", LANGUAGES)
def test_a_finding_can_be_worded_for_any_reader(
    rule: Rule, language: Language, example: Example, reader: Language
) -> None:
    """Messages and suggestions find all their facts, and leave no empty quotes or doubled spaces behind."""
    for finding in findings_of(example, rule, language):
        for worded in (message(finding, reader), suggestion(finding, reader)):
            assert worded.strip()
            assert not re.search(r"«\s*»|“\s*”|\(\s*\)|  ", worded)


@BAD
def test_a_finding_points_at_its_own_item(rule: Rule, language: Language, example: Example) -> None:
    """A finding's path names an item of the set, and its span lies within that item's text."""
    okr_set = set_of(example, rule, language)[0]
    lengths = {"": 0}
    for at, objective in enumerate(okr_set.objectives):
        lengths[f"/objectives/{at}"] = len(objective.text)
        for number, key_result in enumerate(objective.key_results):
            lengths[f"/objectives/{at}/key_results/{number}"] = len(key_result.text)
    for finding in findings_of(example, rule, language):
        assert finding.path in lengths
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start < end <= lengths[finding.path]


@EACH_RULE
def test_a_rule_stands_in_the_folder_of_its_family(rule: Rule) -> None:
    """A rule's file is in its family's folder and is called what the rule is called, or what flaw it names."""
    module = rule.check.__module__
    assert module.startswith(f"assistant.rules.{family_of(rule.code).key}.")
    assert re.fullmatch(r"[A-Z]{3}\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)


@EACH_RULE
def test_a_rule_is_explained(rule: Rule) -> None:
    """Its file says what the rule flags, why that hurts, and where that is from."""
    import importlib

    explained = importlib.import_module(rule.check.__module__).__doc__ or ""
    assert len(explained.strip().split("\n\n")) >= 2
    assert "Why it hurts" in explained
    assert "Source:" in explained


def test_no_two_rules_share_a_code_or_a_name() -> None:
    """A code and a name each mean one rule, and lead to it."""
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule_of(rule.code) is rule and rule_of(rule.name) is rule for rule in RULES)


def _texts(rule: Rule) -> list[Text]:
    return [rule.message, rule.suggestion]


@EACH_RULE
def test_a_rule_speaks_each_language_as_its_own(rule: Rule) -> None:
    """The wordings differ in the three languages, use the same facts, and call an objective «mål» in Norwegian."""
    for text in _texts(rule):
        spoken = [text.nb, text.nn, text.en]
        assert len(set(spoken)) == len(spoken)
        assert "objektiv" not in " ".join(spoken).lower()
        facts = [set(re.findall(r"\{(\w+)\}", wording)) for wording in spoken]
        assert facts[0] == facts[1] == facts[2]


@EACH_RULE
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_has_examples_both_ways_in_each_language(rule: Rule, language: Language) -> None:
    """Two bad and two good examples at least, all different; with a brief where the rule needs one."""
    for examples in (rule.bad.in_language(language), rule.good.in_language(language)):
        assert len(set(examples)) >= 2
        if rule.needs_brief:
            assert all(example.brief for example in examples)
        assert not any("objektiv" in example.text.lower() for example in examples)


@EACH_RULE
def test_what_silences_a_rule_is_another_code(rule: Rule) -> None:
    """``silenced_by`` holds codes of the catalogue's form, never the rule's own."""
    assert rule.code not in rule.silenced_by
    assert all(re.fullmatch(r"[A-Z]{3}\d\d", code) for code in rule.silenced_by)


@EACH_RULE
def test_a_rule_of_one_line_says_nothing_of_a_sound_line(rule: Rule) -> None:
    """The set that examples are put into raises no rule by itself."""
    for language, sound in SOUND.items():
        okr_set = read_set_markdown(sound.with_objective(sound.objective)).okr_set
        assert [item for item in check(okr_set, language=language).findings if item.code == rule.code] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_set_is_ready(language: Language) -> None:
    """A sound set has no findings, and only what needs the brief stays unknown."""
    sound = SOUND[language]
    review = check(read_set_markdown(sound.with_objective(sound.objective)).okr_set)
    assert review.verdict is Verdict.READY
    assert review.language is language
    unknown = {key for key, verdict in review.pitfalls.items() if verdict is not PitfallVerdict.CLEAR}
    assert unknown == {"strategy_link", "grounding"}


@pytest.mark.parametrize("code", sorted(load_profile().settings))
def test_a_threshold_belongs_to_a_rule(code: str) -> None:
    """The default profile has no thresholds for a rule that does not exist."""
    assert rule_of(code) is not None


def test_quotes_of_examples_are_read_as_they_stand() -> None:
    """A brief given with an example is read as one pasted document, in the example's language."""
    for rule in RULES:
        for language in LANGUAGES:
            for example in (*rule.bad.in_language(language), *rule.good.in_language(language)):
                if example.brief is not None:
                    brief = read_brief(example.brief, language=language)
                    assert brief.of("strategy")
                    assert all(brief.find(fold(item.text).text) for item in brief.statements)


def test_both_kinds_of_item_are_looked_at() -> None:
    """A rule for every item has examples of both: a key result's line, and an objective's with its label."""
    for rule in RULES:
        if rule.scope is Scope.ITEM:
            paths = {
                finding.path.count("/")
                for language in LANGUAGES
                for example in rule.bad.in_language(language)
                for finding in findings_of(example, rule, language)
            }
            assert paths >= {2, 4}, rule.code
