"""Documents in and out over HTTP."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import docx
import icalendar
import openpyxl
import pytest

from assistant.formats.set_markdown import read_set_markdown
from tests.api.asking import Served
from tests.formats.making_documents import as_docx, as_pdf, as_pptx

STRATEGY = Path("examples/strategi.md").read_text(encoding="utf-8")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def _export(service: Served, form: str, brief: str = STRATEGY) -> tuple[bytes, str, str]:
    made = service.ask("POST", "/v1/drafts", {"brief": brief}).json()
    answer = service.ask("GET", f"/v1/drafts/{made['id']}/export?format={form}")
    assert answer.status_code == 200, answer.text
    return answer.content, answer.headers["content-type"], answer.headers["content-disposition"]


def test_a_draft_is_exported_as_markdown_that_is_read_again(service: Served) -> None:
    """What is taken along as Markdown is the same set."""
    content, kind, name = _export(service, "md")
    assert kind.startswith("text/markdown")
    assert name == 'attachment; filename="okr-t1-2027.md"'
    assert len(read_set_markdown(content.decode()).okr_set.objectives) == 3


def test_a_draft_is_exported_as_word(service: Served) -> None:
    """The document has the objectives as headings."""
    content, kind, _ = _export(service, "docx")
    assert kind == DOCX
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    headings = [it.text for it in paragraphs if it.style is not None and "Heading" in str(it.style.name)]
    assert any("Kunder som blir" in heading for heading in headings)


def test_a_draft_is_exported_as_excel(service: Served) -> None:
    """The sheet has a row a key result, and no formula but its own."""
    content, _, _ = _export(service, "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("Frafallet blant kunder" in text for text in texts)


def test_a_draft_is_exported_as_csv(service: Served) -> None:
    """A Norwegian spreadsheet opens it as it is."""
    content, kind, _ = _export(service, "csv")
    assert kind.startswith("text/csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert len({len(row) for row in rows}) == 1


def test_a_draft_is_exported_as_a_calendar(service: Served) -> None:
    """The deadlines of the period are events."""
    content, kind, _ = _export(service, "ics")
    assert kind.startswith("text/calendar")
    assert icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_a_draft_without_dates_has_no_calendar(service: Served) -> None:
    """Dates are not made up: it is refused, and said why."""
    made = service.ask("POST", "/v1/drafts", {"brief": "# Strategi\n\n- Kundene skal bli hos oss lenger."}).json()
    assert service.ask("GET", f"/v1/drafts/{made['id']}/export?format=ics").status_code == 422


def test_a_kind_of_file_that_is_none_is_refused(service: Served) -> None:
    """There are six kinds."""
    made = service.ask("POST", "/v1/drafts", {"brief": STRATEGY}).json()
    assert service.ask("GET", f"/v1/drafts/{made['id']}/export?format=exe").status_code == 422
    assert service.ask("GET", f"/v1/drafts/{made['id']}/export").status_code == 422


@pytest.mark.parametrize(
    ("make", "kind"), [(as_docx, DOCX), (as_pptx, PPTX), (as_pdf, "application/pdf"), (str.encode, "text/markdown")]
)
def test_a_document_becomes_a_brief(service: Served, make: object, kind: str) -> None:
    """A file is read to text that a draft can be made from, whether it is the body or in a form."""
    assert callable(make)
    data = make(STRATEGY)
    raw = service.ask("POST", "/v1/briefs", content=data, headers={"Content-Type": kind})
    form = service.ask("POST", "/v1/briefs", files={"file": ("strategi", data, kind)})
    assert raw.status_code == 200, raw.text
    assert form.json() == raw.json()
    assert raw.json()["language"] == "nb"
    assert raw.json()["fields"]["strategy"] > 10
    assert raw.json()["fields"]["vision"] == 1
    assert service.ask("POST", "/v1/drafts", {"brief": raw.json()["brief"]}).status_code == 201


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04" + b"\0" * 100, DOCX),
        (b"%PDF-1.7\n%%EOF", "application/pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, DOCX),
        (b"GIF89a", "image/gif"),
        (b"", "text/plain"),
        (b"\xff\xfe", "text/plain"),
    ],
)
def test_what_is_no_document_is_refused(service: Served, data: bytes, kind: str) -> None:
    """A broken, locked, foreign or empty file is a 422 in words."""
    answer = service.ask("POST", "/v1/briefs", content=data, headers={"Content-Type": kind, "Accept-Language": "nb"})
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_a_document_has_a_limit(service: Served) -> None:
    """More than ten MiB is not read, neither as a body nor in a form."""
    large = b"a" * (10 * 1_048_576 + 200_000)
    for sent in ({"content": large, "headers": {"Content-Type": "text/plain"}}, {"files": {"file": ("a.txt", large)}}):
        answer = service.ask("POST", "/v1/briefs", **sent)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
        assert "10 MiB" in answer.json()["detail"]


def test_a_document_in_a_form_is_not_put_on_the_disk(service: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it is kept, not even while it is read."""

    def refuse(*_given: Any, **_named: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    text = b"# Strategi\n\n- Vi skal vokse fra 40 til 60.\n" + b"\n" * 2_000_000
    answer = service.ask("POST", "/v1/briefs", files={"file": ("a.md", text, "text/markdown")})
    assert answer.status_code == 422  # a text is no larger than a MiB


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"Content-Encoding": "gzip"}, 415), ({"Content-Type": "multipart/form-data"}, 400)],
    ids=["compressed", "without a boundary"],
)
def test_a_form_that_cannot_be_read_is_refused(service: Served, headers: dict[str, str], status: int) -> None:
    """What holds for a document that is the body holds for one in a form."""
    boundary = {"Content-Type": "multipart/form-data; boundary=b"}
    content = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n# Strategi\r\n--b--\r\n'
    answer = service.ask("POST", "/v1/briefs", content=content, headers={**boundary, **headers})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=x"])
def test_what_is_no_form_is_refused(service: Served, kind: str) -> None:
    """Without a boundary, or without the parts it should divide, there is nothing to read."""
    answer = service.ask("POST", "/v1/briefs", content=b"Strategi", headers={"Content-Type": kind})
    assert answer.status_code == 400


def test_a_form_without_a_file_is_refused(service: Served) -> None:
    """The field is named `file`, and holds one."""
    answer = service.ask("POST", "/v1/briefs", files={"other": ("a.txt", b"Strategi", "text/plain")})
    assert (answer.status_code, answer.json()["errors"]) == (422, [{"pointer": "/file", "problem": "missing"}])
