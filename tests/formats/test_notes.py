"""What the reader of a set says beside the findings, and comments that ask for a finding to be ignored."""

from __future__ import annotations

import pytest

from assistant.formats.notes import notes
from assistant.formats.set_markdown import read_set_markdown
from assistant.formats.set_parts import ReadSet
from assistant.okr import Language
from assistant.review import Checker, PitfallVerdict, Review

TASK = "- Lansere ny app"
RESULT = "- Svartid fra 9 til 4 timer innen 1. mars 2026 (kilde: køsystemet)"


def reviewed(text: str) -> tuple[ReadSet, Review]:
    """A set, and its review with what comments ask for."""
    read = read_set_markdown(text)
    return read, Checker().check(read.okr_set, read.ignored())


def noted(text: str) -> list[tuple[int, int]]:
    """The lines there is something to say of."""
    return [(note.line, note.last_line) for note in notes(*reviewed(text), Language.NB)]


def codes(text: str) -> set[str]:
    """The codes of the findings that count."""
    return {finding.code for finding in reviewed(text)[1].findings}


@pytest.mark.parametrize(
    "lines",
    [
        f"{TASK} <!-- okr: ignore TSK01 because the board has decided it -->",
        f"<!-- okr: ignore TSK01 because the board has decided it -->\n{TASK}",
        f"<!-- okr: ignore tsk01 fordi styret har vedtatt det -->\n\n{TASK}",
        f"<!-- okr: ignore TSK01: styret har vedteke det -->\n{TASK}",
        f"<!-- okr: ignore TSK01, EXE03 av di styret har vedteke det -->\n{TASK}",
    ],
)
def test_a_comment_with_code_and_reason_silences_the_finding_of_its_line(lines: str) -> None:
    assert "TSK01" not in codes(f"## Mål 1: Ro i kveldene\n{lines}\n{RESULT}")


def test_the_same_finding_of_another_line_stands() -> None:
    text = f"## Mål 1: Ro i kveldene\n{TASK} <!-- okr: ignore TSK01 because it is agreed -->\n- Arrangere sommerfest"
    assert [finding.path for finding in reviewed(text)[1].findings if finding.code == "TSK01"] == [
        "/objectives/0/key_results/1"
    ]


def test_another_finding_of_the_same_line_stands() -> None:
    assert "FOL03" in codes("## Mål 1: Ro\n- Svartid fra 9 til 4 timer <!-- okr: ignore CLR03 because it is agreed -->")


def test_a_comment_silences_a_finding_of_the_whole_set_wherever_it_stands() -> None:
    assert "FOL01" not in codes(f"<!-- okr: ignore FOL01 because the board sees to it -->\n## Mål 1: Ro\n{RESULT}")


@pytest.mark.parametrize(
    "comment",
    [
        "okr: ignore TSK01",
        "okr: ignore TSK01 because",
        "okr: ignore TSK01 because -",
        "okr: ignore because it is agreed",
    ],
)
def test_a_comment_without_code_or_reason_silences_nothing_and_is_told(comment: str) -> None:
    text = f"## Mål 1: Ro i kveldene\n{TASK} <!-- {comment} -->"
    assert "TSK01" in codes(text)
    assert noted(text) == [(2, 2)]


def test_a_comment_with_nothing_to_ignore_is_told() -> None:
    assert noted(f"## Mål 1: Ro\n<!-- okr: ignore TSK01 because it is agreed -->\n{RESULT}") == [(2, 2)]


def test_a_pitfall_with_its_question_ignored_is_still_unknown() -> None:
    text = f"<!-- okr: ignore INV03 because they will be asked -->\n## Mål 1: Ro i kveldene\n{RESULT}"
    assert reviewed(text)[1].pitfalls["involvement"] is PitfallVerdict.UNKNOWN


def test_a_comment_is_no_part_of_its_line() -> None:
    read, _ = reviewed(f"## Mål 1: Ro\n{TASK} <!-- okr: ignore TSK01 because it is agreed -->")
    assert read.okr_set.objectives[0].key_results[0].text == "Lansere ny app"


def test_a_comment_over_several_lines_hides_them() -> None:
    read, _ = reviewed(f"## Mål 1: Ro\n<!-- utkast:\n{TASK}\n-->\n{RESULT}")
    assert len(read.okr_set.objectives[0].key_results) == 1


def test_a_comment_that_never_ends_hides_no_other_line() -> None:
    read, _ = reviewed(f"## Mål 1: Ro\n<!-- utkast\n{TASK}\n{RESULT}")
    assert len(read.okr_set.objectives[0].key_results) == 2


def test_lines_that_are_no_part_of_the_set_are_told_together() -> None:
    text = f"OKR T1 2026\nNordvik\nVi er et lite team.\nVi liker kaffe.\n\n## Mål 1: Ro\n{RESULT}\n  - en detalj\n"
    assert noted(text) == [(3, 4), (8, 8)]


def test_a_set_that_is_read_whole_has_nothing_to_tell() -> None:
    assert noted(f"# OKR T1 2026\n\n## Mål 1: Ro\nEier: Kari Moen\n{RESULT}\nTiltak:\n- Ringe naboene\n") == []


@pytest.mark.parametrize("line", ["Periode: våren", "Nivå: himmelen", "Språk: klingonsk"])
def test_a_field_that_cannot_be_read_is_told(line: str) -> None:
    assert noted(f"{line}\n## Mål 1: Ro\n{RESULT}") == [(1, 1)]


def test_every_note_is_written_in_three_languages() -> None:
    read, review = reviewed(f"Periode: våren\n## Mål 1: Ro\n{RESULT}")
    assert len({notes(read, review, language)[0].message for language in Language}) == len(Language)
