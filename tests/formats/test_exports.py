"""A draft as a file: its name, its type, the same bytes each time, and the same set read back from Markdown."""

from __future__ import annotations

import copy
import json
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafting import draft
from assistant.formats.briefs import read_brief_text
from assistant.formats.draft_markdown import write_draft
from assistant.formats.errors import InputError
from assistant.formats.exports import ExportForm, export_draft
from assistant.formats.recorded import read_recorded
from assistant.formats.records import draft_record
from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Language, OkrSet
from tests.formats.exporting import PERIOD, exported, record
from tests.running import ROOT


@pytest.mark.parametrize("form", ExportForm)
@pytest.mark.parametrize("language", Language)
def test_the_same_draft_always_gives_the_same_bytes(form: ExportForm, language: Language) -> None:
    """No time, no random number and no order of a set finds its way into a file."""
    assert exported(form, language) == exported(form, language)


@pytest.mark.parametrize("form", [ExportForm.DOCX, ExportForm.XLSX])
def test_an_office_document_names_nobody_and_no_time(form: ExportForm) -> None:
    """Its properties are a title and a language, and nothing the library put there."""
    core = zipfile.ZipFile(BytesIO(exported(form))).read("docProps/core.xml").decode()
    assert ("creator" in core, "modified" in core, "<dc:language>nb-NO</dc:language>" in core) == (False, False, True)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("OKR T1 2027", "okr-t1-2027.docx"), ("Mål for Ålesund: høst/vår", "okr-mal-for-alesund-host-var.docx"),
        ("../../etc/passwd", "okr-etc-passwd.docx"), ("日本", "okr.docx"), ("a" * 300, f"okr-{'a' * 60}.docx"),
        ('x"\r\nSet-Cookie: a', "okr-x-set-cookie-a.docx"),
    ],
)  # fmt: skip
def test_a_file_is_named_after_its_title_in_ascii(title: str, name: str) -> None:
    """A name is fit for a header and for every disk, whatever the title."""
    assert export_draft(record(Language.NB), ExportForm.DOCX, title=title).filename == name


def test_a_set_without_a_title_is_named_after_its_period() -> None:
    """The period is what one looks for."""
    given = record(Language.NB)
    given["okr_set"]["title"] = None
    assert export_draft(given, ExportForm.CSV).filename == "okr-t1-2027.csv"


def test_json_is_the_record_itself() -> None:
    """Nothing is added and nothing left out."""
    assert json.loads(exported(ExportForm.JSON)) == record(Language.NB)


@pytest.mark.parametrize("path", [("review",), ("questions",), ("provenance", "note"), ("review", "language")])
def test_a_record_of_another_form_is_refused(path: tuple[str, ...]) -> None:
    """A hand-edited file is told what is wrong, and shows no traceback."""
    given = copy.deepcopy(record(Language.NB))
    part = given
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = 7
    with pytest.raises(InputError):
        export_draft(given, ExportForm.MD)


def test_markdown_is_what_the_command_prints() -> None:
    """There is one way to write a draft as Markdown."""
    made = draft(read_brief_text((ROOT / "examples/strategi.md").read_text("utf-8")), ExtractiveDrafter())
    assert export_draft(draft_record(made), ExportForm.MD).content.decode() == write_draft(made)


def _told(okr_set: OkrSet) -> OkrSet:
    """What of a set stands in Markdown: its lines, not the fields that were read from them."""
    return replace(
        okr_set,
        organisation=None,
        title=None,
        language=None,
        period=None if okr_set.period is None else replace(okr_set.period, label=""),
        objectives=tuple(
            replace(
                objective,
                sources=tuple(replace(source, field="strategy") for source in objective.sources),
                key_results=tuple(
                    replace(
                        item,
                        text=item.text.partition(" (")[0],
                        metric=None,
                        unit=None,
                        baseline=None,
                        target=None,
                        long_term=None,
                        deadline=None,
                    )
                    for item in objective.key_results
                ),
            )
            for objective in okr_set.objectives
        ),
    )


@pytest.mark.parametrize("language", Language)
def test_markdown_is_read_back_as_the_same_set(language: Language) -> None:
    """Lines, owners, sources, reasons, initiatives, and what is said of the whole set."""
    given = read_recorded(record(language)).okr_set
    read = read_set_markdown(exported(ExportForm.MD, language).decode()).okr_set
    assert _told(read) == _told(given)


@pytest.mark.parametrize("language", Language)
def test_a_period_that_the_title_does_not_say_is_read_back(language: Language) -> None:
    """A set of the leader's own title keeps its days."""
    text = export_draft(record(language), ExportForm.MD, title="OKR").content.decode()
    read = read_set_markdown(text).okr_set.period
    assert read is not None
    assert (read.start, read.end) == (PERIOD.start, PERIOD.end)


def test_questions_and_the_rhythm_stand_in_markdown() -> None:
    """What is asked comes with the draft."""
    text = exported(ExportForm.MD).decode()
    assert ("1. Mål 1, NR2: Q2?\n2. Q?" in text, "Oppfølging: innsjekk hver mandag" in text) == (True, True)
