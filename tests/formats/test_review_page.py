"""A review on a terminal: what to mend first, the questions by themselves, and how many there are of each."""

from __future__ import annotations

import pytest

from assistant.formats.reports import Checked, report
from assistant.formats.sets import read_set_text
from assistant.okr import Language
from assistant.review import check

SETS = {
    Language.NB: "# OKR T1 2027\n## Mål 1: Kundene kommer igjen\nEier: Kari Moen, kundedirektør\n"
    "- NR1: Lansere app\n- NR2: Øke gjenkjøp fra 45 % til 60 %\n- NR3: Svartid ned fra 9 til 4 timer\n",
    Language.NN: "# OKR T1 2027\n## Mål 1: Kundane kjem att\nEigar: Kari Moen, kundedirektør\n"
    "- NR1: Lansere app\n- NR2: Auke gjenkjøp frå 45 % til 60 %\n- NR3: Svartid ned frå 9 til 4 timar\n",
    Language.EN: "# OKR T1 2027\n## Objective 1: Customers come back\nOwner: Kari Moen, head of sales\n"
    "- KR1: Launch an app\n- KR2: Raise repeat purchases from 45% to 60%\n- KR3: Response time down from 9 to 4 hours\n",
}
HEADINGS = {
    Language.NB: "Spørsmål bare dere kan svare på",
    Language.NN: "Spørsmål berre de kan svare på",
    Language.EN: "Questions only you can answer",
}
COUNTS = {
    Language.NB: "(1 feil, 2 advarsler, 5 spørsmål)",
    Language.NN: "(1 feil, 2 åtvaringar, 5 spørsmål)",
    Language.EN: "(1 error, 2 warnings, 5 questions)",
}


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    return chosen


@pytest.fixture
def page(language: Language, capsys: pytest.CaptureFixture[str]) -> str:
    read = read_set_text(SETS[language])
    report([Checked("okr.md", read, check(read.okr_set, language=language), language)], "text")
    return capsys.readouterr().out


def test_what_to_mend_stands_before_what_to_answer(page: str, language: Language) -> None:
    """Errors and warnings come first, also those about the whole set; the questions have their own heading."""
    before, _, after = page.partition(HEADINGS[language])
    assert [code for code in ("TSK01", "FOL01", "LNK05") if code in before] == ["TSK01", "FOL01", "LNK05"]
    assert [code for code in ("TSK01", "FOL01", "LNK05") if code in after] == []


def test_what_to_do_about_questions_of_one_rule_is_said_once(page: str, language: Language) -> None:
    """Each key result is asked about on its own line, and the suggestion stands below the last of them."""
    _, _, after = page.partition(HEADINGS[language])
    asked = after.index("FOL03"), after.rindex("FOL03")
    assert asked[0] < asked[1]
    assert "→" not in after[asked[0] : asked[1]]
    assert "→" in after[asked[1] :]


def test_the_page_ends_in_how_many_there_are_of_each(page: str, language: Language) -> None:
    """A reader who scrolls to the end sees the verdict and what it rests on."""
    assert page.rstrip().endswith(COUNTS[language])
