"""A draft as an Excel workbook: the key results with their progress, the questions, and the check-ins.

Text is written as text and never as a formula; the only formulas are our own, and they hold nothing but cell names.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import DataBarRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assistant.formats import draft_words as words
from assistant.formats.check_ins import QUESTIONS, check_ins
from assistant.formats.draft_rows import Row, columns, rows
from assistant.formats.packing import repacked
from assistant.formats.recorded import Recorded, plain_words
from assistant.okr import Language
from assistant.rules.rule import Text

_SHEETS = (
    Text(nb="Nøkkelresultater", nn="Nøkkelresultat", en="Key results"),
    Text(nb="Spørsmål", nn="Spørsmål", en="Questions"),
    Text(nb="Innsjekk", nn="Innsjekk", en="Check-ins"),
)
_PROGRESS = Text(nb="Fremdrift", nn="Framdrift", en="Progress")
_ABOUT = Text(nb="Gjelder", nn="Gjeld", en="About")
_KIND = Text(nb="Slag", nn="Slag", en="Kind")
_QUESTION = Text(nb="Spørsmål", nn="Spørsmål", en="Question")
_MEND = Text(nb="Må på plass", nn="Må på plass", en="To be mended")
_ANSWER = Text(nb="Svar", nn="Svar", en="Answer")
_WHO = Text(nb="Hvem svarer", nn="Kven svarer", en="Who answers")
_WHOLE_SET = Text(nb="Alle målene", nn="Alle måla", en="All objectives")
_DATE = Text(nb="Dato", nn="Dato", en="Date")
_REMARK = Text(nb="Merknad", nn="Merknad", en="Remark")
_DAY_PROPOSED = Text(nb="Dagen er foreslått.", nn="Dagen er eit framlegg.", en="The day is proposed.")
_NO_RHYTHM = Text(
    nb="Rytmen er ikke avtalt. Fyll inn datoene når den er det.",
    nn="Rytmen er ikkje avtalt. Fyll inn datoane når han er det.",
    en="The rhythm is not agreed. Fill in the dates when it is.",
)
_ONLY_NUMBERS = Text(nb="Skriv et tall.", nn="Skriv eit tal.", en="Write a number.")
_ONLY_DATES = Text(nb="Skriv en dato.", nn="Skriv ein dato.", en="Write a date.")

_LONGEST = 32_000
"""Characters; no cell holds more than 32,767."""
_EMPTY_ROWS = 12
_LINE_HEIGHT, _MOST_LINES = 15.5, 26
"""Points; no row is higher than 409."""
_LETTERS_IN_WIDTH = 1.08
"""Widths count digits: most letters are narrower, and words do not fill their lines."""
_HEAD = PatternFill("solid", start_color="1F3864", end_color="1F3864")
_HEAD_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
_TO_FILL = PatternFill("solid", start_color="FFF9E5", end_color="FFF9E5")
_TOP = Alignment(vertical="top", wrap_text=True)
_DAY = Alignment(vertical="top", horizontal="center")
_LINE = Border(bottom=Side(style="hair", color="8EA9DB"))
_DATES = {Language.NB: "dd.mm.yyyy", Language.NN: "dd.mm.yyyy", Language.EN: "dd/mm/yyyy"}
_PER_CENT = frozenset(("%", "prosent", "pst", "pst.", "percent", "per cent"))
_START, _GOAL, _NOW, _PROGRESS_AT, _DEADLINE, _WIDTH = 6, 7, 8, 9, 10, 12
"""The columns of the first sheet, counted from one, and how many they are."""
_WIDTHS = (10, 30, 24, 50, 14, 11, 11, 11, 12, 13, 20, 34)


def write_xlsx(recorded: Recorded) -> bytes:
    """A recorded draft as an Excel workbook."""
    workbook = Workbook()
    book = _Book(recorded)
    book.key_results(workbook.active)
    book.questions(workbook.create_sheet())
    book.check_ins(workbook.create_sheet())
    for sheet, title in zip(workbook.worksheets, _SHEETS, strict=True):
        sheet.title = title.in_language(recorded.language)
        _fit_heights(sheet)
    file = io.BytesIO()
    workbook.save(file)
    return repacked(file.getvalue(), plain_words(recorded.okr_set.title or "OKR"), recorded.language)


class _Book:
    def __init__(self, recorded: Recorded) -> None:
        self.recorded = recorded
        self.language = recorded.language
        self.rows = rows(recorded)

    def say(self, text: Text) -> str:
        return text.in_language(self.language)

    def key_results(self, sheet: Worksheet) -> None:
        """One row a key result, and a chart of how far they have come."""
        names = columns(self.language)
        _head(sheet, [*names[:8], self.say(_PROGRESS), *names[8:]], _WIDTHS)
        for at, row in enumerate(self.rows, 2):
            self._key_result(sheet, at, row)
        last = len(self.rows) + 1
        sheet.freeze_panes = "B2"
        if not self.rows:
            return
        sheet.auto_filter.ref = f"A1:{get_column_letter(_WIDTH)}{last}"
        sheet.conditional_formatting.add(
            f"I2:I{last}", DataBarRule("num", 0, "num", 1, color="FF5B9BD5", showValue=True)
        )
        _only(sheet, "decimal", self.say(_ONLY_NUMBERS), f"F2:H{last}")
        _only(sheet, "date", self.say(_ONLY_DATES), f"J2:J{last}")
        sheet.add_chart(self._chart(sheet, last), f"B{last + 3}")

    def _key_result(self, sheet: Worksheet, at: int, row: Row) -> None:
        texts = (row.number, row.objective, row.owner, row.key_result, row.unit)
        for column, text in enumerate(texts, 1):
            _write(sheet, at, column, text)
        per_cent = row.unit.lower() in _PER_CENT
        shown = _number_format([row.start, row.goal], per_cent=per_cent)
        for column, value in ((_START, row.start), (_GOAL, row.goal), (_NOW, None)):
            scaled = round(value / 100, 12) if per_cent and isinstance(value, int | float) else value
            _write(sheet, at, column, scaled).number_format = shown
        sheet.cell(at, _NOW).fill = _TO_FILL
        progress = _write(sheet, at, _PROGRESS_AT, None)
        known, moved = f"COUNT(F{at},G{at},H{at})=3", f"(H{at}-F{at})/(G{at}-F{at})"
        progress.value, progress.number_format = f'=IF({known},IF(G{at}=F{at},"",{moved}),"")', "0%"
        _write(sheet, at, _DEADLINE, row.deadline).number_format = _DATES[self.language]
        _write(sheet, at, _DEADLINE + 1, row.source)
        _write(sheet, at, _WIDTH, row.remark)

    def _chart(self, sheet: Worksheet, last: int) -> BarChart:
        chart = BarChart()
        chart.type = "bar"
        chart.title = self.say(_PROGRESS)
        chart.legend = None
        chart.add_data(Reference(sheet, min_col=_PROGRESS_AT, min_row=2, max_row=last))
        chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
        chart.x_axis.scaling.orientation = "maxMin"  # the first key result on top
        chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
        chart.y_axis.number_format = "0%"
        chart.x_axis.delete = chart.y_axis.delete = False
        chart.width, chart.height = 22, min(20, 4 + len(self.rows))
        return chart

    def questions(self, sheet: Worksheet) -> None:
        """What has to be mended and what is asked, with room for the answers."""
        titles = [self.say(text) for text in (_KIND, _ABOUT, _QUESTION, _ANSWER, _WHO)]
        _head(sheet, titles, (14, 18, 80, 50, 22))
        asked = [(_QUESTION, item.path, item.text) for item in self.recorded.questions]
        mended = [(_MEND, item.path, f"{item.text} [{item.code}]") for item in self.recorded.remarks]
        for at, (kind, path, text) in enumerate((*asked, *mended), 2):
            about = words.name_of(path, self.language) or self.say(_WHOLE_SET)
            for column, value in enumerate((self.say(kind), about, plain_words(text)), 1):
                _write(sheet, at, column, value)
            for column in (4, 5):
                _write(sheet, at, column, None).fill = _TO_FILL
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:E{len(asked) + len(mended) + 1}"

    def check_ins(self, sheet: Worksheet) -> None:
        """A row for each check-in, with room for the value of each key result and the answers."""
        numbers = [row.number for row in self.rows if row.key_result]
        asked = [self.say(question) for question in QUESTIONS[1:]]
        titles = [self.say(_DATE), *numbers, *asked, self.say(_REMARK)]
        _head(sheet, titles, (13, *[11] * len(numbers), *[36] * len(asked), 40))
        found = check_ins(self.recorded.okr_set, self.language)
        days: Sequence[date] = found.days if found else ()
        remark = self.say(_NO_RHYTHM) if found is None else self.say(_DAY_PROPOSED) if found.proposed else None
        for at, (day, _) in enumerate(zip_longest(days, range(0 if days else _EMPTY_ROWS)), 2):
            _write(sheet, at, 1, day).number_format = _DATES[self.language]
            for column in range(2, len(titles)):
                _write(sheet, at, column, None).fill = _TO_FILL
            _write(sheet, at, len(titles), remark if days or at == 2 else None)
        last = 1 + (len(days) or _EMPTY_ROWS)
        _only(sheet, "date", self.say(_ONLY_DATES), f"A2:A{last}")
        sheet.freeze_panes = "B2"


def _write(sheet: Worksheet, row: int, column: int, value: float | str | date | None) -> Any:  # noqa: ANN401 - openpyxl has no types
    """Write a cell; text is text whatever it begins with, in the file and when somebody edits it."""
    cell = sheet.cell(row, column)
    cell.alignment, cell.border = (_DAY if isinstance(value, date) else _TOP), _LINE
    if isinstance(value, str):
        text = value if len(value) <= _LONGEST else f"{value[:_LONGEST]} …"
        cell.value = text or None
        if text:
            cell.data_type = "s"
            cell.quotePrefix = not (text[0].isalnum() or text[0] in "«“")
    elif value is not None:
        cell.value = value
    return cell


def _number_format(values: Sequence[float | str | None], *, per_cent: bool) -> str:
    """As many decimals as the values have, up to two."""
    numbers = [value for value in values if isinstance(value, int | float)]
    decimals = next((at for at in (0, 1) if all(round(value, at) == value for value in numbers)), 2)
    return f"{'0' if per_cent else '#,##0'}{'.' if decimals else ''}{'0' * decimals}{'%' if per_cent else ''}"


def _head(sheet: Worksheet, titles: Sequence[str], widths: Sequence[float]) -> None:
    """The first row, which stays in sight and comes again on every printed page."""
    for column, (title, width) in enumerate(zip(titles, widths, strict=True), 1):
        cell = sheet.cell(1, column, title)
        cell.font, cell.fill, cell.alignment = _HEAD_FONT, _HEAD, _TOP
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _fit_heights(sheet: Worksheet) -> None:
    """Make each row as high as its longest text: not every program does so by itself."""
    for row in sheet.iter_rows():
        widths = [sheet.column_dimensions[cell.column_letter].width * _LETTERS_IN_WIDTH for cell in row]
        texts = [cell.value if cell.data_type == "s" else "" for cell in row]
        lines = max(-(-len(text or "") // int(width)) for text, width in zip(texts, widths, strict=True))
        sheet.row_dimensions[row[0].row].height = _LINE_HEIGHT * min(max(1, lines), _MOST_LINES)


def _only(sheet: Worksheet, kind: str, error: str, cells: str) -> None:
    """Warn whoever writes something else into some cells; what stands there already may stay."""
    operator, least = ("greaterThan", "1") if kind == "date" else ("between", "-1E+300")
    most = None if kind == "date" else "1E+300"
    rule = DataValidation(
        type=kind, operator=operator, formula1=least, formula2=most, allow_blank=True, errorStyle="warning"
    )
    rule.error = error
    sheet.add_data_validation(rule)
    rule.add(cells)
