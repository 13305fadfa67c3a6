"""A draft as a Word document: the objectives with their key results, what is open, and a page for following up."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from assistant.formats import draft_words as words
from assistant.formats.check_ins import QUESTIONS, CheckIns, check_ins
from assistant.formats.draft_rows import Row, columns, rows
from assistant.formats.packing import LOCALES, repacked
from assistant.formats.recorded import Recorded, plain_words
from assistant.okr import Language, Objective, Quantity
from assistant.rules.facts import fact, written_date
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from docx.document import Document as Page
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_DRAFT = Text(nb="Utkast", nn="Utkast", en="Draft")
_ORGANISATION = Text(nb="Virksomhet", nn="Verksemd", en="Organisation")
_NOT_SAID = Text(nb="ikke avtalt ennå", nn="ikkje avtalt enno", en="not agreed yet")
_TABLE_OF = Text(
    nb="Nøkkelresultatene til mål {number}",
    nn="Nøkkelresultata til mål {number}",
    en="Key results of objective {number}",
)
_ASKED_EACH_TIME = Text(
    nb="De samme spørsmålene hver gang, i denne rekkefølgen:",
    nn="Dei same spørsmåla kvar gong, i denne rekkjefølgja:",
    en="The same questions each time, in this order:",
)
_FROM_STRATEGY = Text(nb="Forankret i strategien", nn="Forankra i strategien", en="From the strategy")
_RHYTHM = Text(nb="Rytme", nn="Rytme", en="Rhythm")
_NEXT = Text(nb="De første innsjekkene", nn="Dei første innsjekkane", en="The first check-ins")
_DAY_PROPOSED = Text(
    nb="Dagen er foreslått. Flytt den om en annen passer bedre.",
    nn="Dagen er eit framlegg. Flytt han om ein annan passar betre.",
    en="The day is proposed. Move it if another suits you better.",
)
_WHERE_WE_ARE = Text(nb="Slik står det til", nn="Slik står det til", en="Where we are")
_DATE = Text(nb="Dato", nn="Dato", en="Date")
_BY_CODE = Text(
    nb="Satt sammen av ord og tall fra strategien, uten språkmodell.",
    nn="Sett saman av ord og tal frå strategien, utan språkmodell.",
    en="Put together from words and figures of the strategy, without a language model.",
)
_BY_MODEL = Text(
    nb="Formulert av en språkmodell og kontrollert mot strategien. Les gjennom før dere vedtar målene.",
    nn="Formulert av ein språkmodell og kontrollert mot strategien. Les gjennom før de vedtek måla.",
    en="Worded by a language model and checked against the strategy. Read it through before you adopt the objectives.",
)
_PAGE = Text(nb="Side ", nn="Side ", en="Page ")

_HEAD_COLOUR = "1F3864"
_WIDTHS = (1.6, 6.6, 1.9, 1.9, 2.2, 2.6)
"""Centimetres, of an A4 page with margins of 2.1."""
_DAYS_SHOWN = 4


def write_docx(recorded: Recorded) -> bytes:
    """A recorded draft as a Word document."""
    title = plain_words(recorded.okr_set.title or "OKR")
    writer = _Writer(recorded, Document())
    writer.front(title)
    for number, objective in enumerate(recorded.okr_set.objectives, 1):
        writer.objective(number, objective)
    writer.open_questions()
    writer.follow_up()
    file = io.BytesIO()
    writer.page.save(file)
    return repacked(file.getvalue(), title, recorded.language)


class _Writer:
    def __init__(self, recorded: Recorded, page: Page) -> None:
        self.recorded = recorded
        self.language = recorded.language
        self.page = page
        self.rows = rows(recorded)
        _set_up(page, self.language)

    def say(self, text: Text) -> str:
        return text.in_language(self.language)

    def paragraph(self, text: str, style: str | None = None, label: Text | None = None) -> Paragraph:
        """A paragraph of plain words, with its label in bold before them."""
        paragraph = self.page.add_paragraph(style=style)
        if label is not None:
            paragraph.add_run(f"{self.say(label)}: ").bold = True
        paragraph.add_run(plain_words(text))
        return paragraph

    def front(self, title: str) -> None:
        """The title, and what holds for the whole set."""
        okr_set = self.recorded.okr_set
        self.page.add_paragraph(title, style="Title")
        period = okr_set.period
        told = (
            f"{written_date(period.start, self.language)} – {written_date(period.end, self.language)}" if period else ""
        )
        if period and ".." not in period.label:
            told = f"{plain_words(period.label)} ({told})"
        for label, value in (
            (_ORGANISATION, okr_set.organisation),
            (words.PERIOD, told),
            (words.SPONSOR, okr_set.sponsor or self.say(_NOT_SAID)),
            (words.AMBASSADOR, okr_set.ambassador or self.say(_NOT_SAID)),
            (words.SET_OWNER, okr_set.owner),
            (words.INVOLVED, okr_set.involved),
            (words.FOLLOW_UP, okr_set.follow_up),
        ):
            if value:
                self.paragraph(value, label=label).paragraph_format.space_after = Pt(2)
        made = {"extractive": _BY_CODE, "llm": _BY_MODEL}.get(self.recorded.drafter)
        if made is not None:
            self.paragraph(self.say(made), label=_DRAFT).paragraph_format.space_after = Pt(2)

    def objective(self, number: int, objective: Objective) -> None:
        """An objective: why, what it rests on, who owns it, its key results and initiatives."""
        self.page.add_heading(f"{self.say(words.OBJECTIVE)} {number}: {plain_words(objective.text)}", 1)
        if objective.why:
            self.paragraph(objective.why, label=words.WHY).paragraph_format.space_after = Pt(4)
        owner = objective.owner or self.recorded.okr_set.owner or self.say(_NOT_SAID)
        self.paragraph(owner, label=words.OWNER).paragraph_format.space_after = Pt(4)
        if objective.sources:
            anchored = self.paragraph("", label=_FROM_STRATEGY).paragraph_format
            anchored.keep_with_next, anchored.space_after = True, Pt(4)
        for source in objective.sources:
            self.paragraph(
                words.quoted(plain_words(source.quote), self.language), style="Quote"
            ).paragraph_format.space_after = Pt(3)
        if objective.key_results:
            names = columns(self.language)
            titles = [names.number, names.key_result, names.start, names.goal, names.deadline, names.source]
            table = self.table(titles, _WIDTHS, self.say(_TABLE_OF).format(number=number))
            own = [row for row in self.rows if row.number.partition("-")[0][1:] == str(number)]
            for row, item in zip(own, objective.key_results, strict=True):
                start, goal = (_with_unit(value, row.unit) for value in (item.baseline, item.target))
                deadline = written_date(row.deadline, self.language) if row.deadline else ""
                cells = _add_row(
                    table, [row.number.partition("-")[2], row.key_result, start, goal, deadline, row.source]
                )
                self.notes(cells[1], row, item.owner)
        if objective.initiatives:
            self.page.add_heading(self.say(words.INITIATIVES), 2)
            for initiative in objective.initiatives:
                self.paragraph(initiative, style="List Bullet")

    def notes(self, cell: _Cell, row: Row, owner: str | None) -> None:
        """Below a key result: an owner of its own, and what is proposed about it."""
        said = [f"{self.say(words.OWNER)}: {plain_words(owner)}"] if owner else []
        if row.remark:
            said.append(row.remark)
        if said:
            run = cell.add_paragraph().add_run("; ".join(said))
            run.italic, run.font.size = True, Pt(9)

    def open_questions(self) -> None:
        """What has to be mended and what is asked."""
        for title, style, items in (
            (words.TO_MEND, "List Bullet", self.recorded.remarks),
            (words.TO_ANSWER, "List Number", self.recorded.questions),
        ):
            if items:
                self.page.add_heading(self.say(title), 1)
            for item in items:
                paragraph = self.page.add_paragraph(style=style)
                if name := words.name_of(item.path, self.language):
                    paragraph.add_run(f"{name}: ").bold = True
                paragraph.add_run(plain_words(item.text))

    def follow_up(self) -> None:
        """A page of its own: the rhythm, what is asked each time, and room for the values."""
        self.page.add_heading(self.say(words.FOLLOW_UP), 1).paragraph_format.page_break_before = True
        self.paragraph(self.recorded.okr_set.follow_up or self.say(_NOT_SAID), label=_RHYTHM)
        found = check_ins(self.recorded.okr_set, self.language)
        if found is not None:
            days = ", ".join(written_date(day, self.language) for day in found.days[:_DAYS_SHOWN])
            self.paragraph(days + (" …" if len(found.days) > _DAYS_SHOWN else ""), label=_NEXT)
            if found.proposed:
                self.paragraph(self.say(_DAY_PROPOSED))
        self.paragraph(self.say(_ASKED_EACH_TIME)).paragraph_format.keep_with_next = True
        for question in QUESTIONS:
            self.paragraph(self.say(question), style="List Bullet")
        self.values(found)

    def values(self, found: CheckIns | None) -> None:
        """A table to fill in: the value of each key result at the first check-ins."""
        measured = [row for row in self.rows if row.key_result]
        if not measured:
            return
        self.page.add_heading(self.say(_WHERE_WE_ARE), 2)
        days = list(found.days[:_DAYS_SHOWN]) if found else []
        dates = [
            f"{day.day}.{day.month}." if self.language is not Language.EN else f"{day.day}/{day.month}" for day in days
        ]
        dates += [f"{self.say(_DATE)}:"] * (_DAYS_SHOWN - len(days))
        names = columns(self.language)
        table = self.table([names.number, names.key_result, *dates], (2.2, 6.6, 2, 2, 2, 2), self.say(_WHERE_WE_ARE))
        for row in measured:
            _add_row(table, [row.number, fact("text", row.key_result, self.language), *[""] * _DAYS_SHOWN])

    def table(self, titles: Sequence[str], widths: Sequence[float], described: str) -> Table:
        """A table with its first row in sight on every page, and a description for whoever cannot see it."""
        table: Table = self.page.add_table(rows=1, cols=len(titles), style="Table Grid")
        table.autofit = False
        for element, value in (("w:tblCaption", described), ("w:tblDescription", described)):
            _append(table._tbl.tblPr, element, value)  # noqa: SLF001 - python-docx has no name for it
        for cell, title, width, column in zip(table.rows[0].cells, titles, widths, table.columns, strict=True):
            column.width = cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(title)
            run.bold, run.font.color.rgb, run.font.size = True, RGBColor(0xFF, 0xFF, 0xFF), Pt(10)
            shade = OxmlElement("w:shd")
            for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", _HEAD_COLOUR)):
                shade.set(qn(name), value)
            cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the same
        properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - the same
        properties.append(OxmlElement("w:tblHeader"))
        return table


def _add_row(table: Table, texts: Sequence[str]) -> tuple[_Cell, ...]:
    """A row that no page break divides."""
    row: Any = table.add_row()  # type: ignore[no-untyped-call] # python-docx has types for most, not for this
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no name for it
    for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
        cell.width = column.width
        cell.paragraphs[0].add_run(text).font.size = Pt(10)
    return tuple(row.cells)


def _with_unit(quantity: Quantity | None, unit: str) -> str:
    """A value with its unit, also where the line says the unit once: «fra 34 til 20 minutter»."""
    text = plain_words(quantity.text) if quantity else ""
    bare = text != "" and not re.search(r"[^\W\d_]|%|[€$£]", text)
    return f"{text} {unit}" if bare and unit else text


def _append(parent: Any, name: str, value: str) -> None:  # noqa: ANN401 - an element of lxml, which has no types
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    parent.append(element)


def _set_up(page: Page, language: Language) -> None:
    """A4, one typeface, the language for spelling and screen readers, and page numbers."""
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin = section.bottom_margin = Cm(2.2)
    normal = page.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    for name in ("Title", "Heading 1", "Heading 2"):
        page.styles[name].font.color.rgb = RGBColor.from_string(_HEAD_COLOUR)
    for element in page.styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            element.set(qn(name), LOCALES[language])
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run(_PAGE.in_language(language))
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no name for it
