"""The scorecard: what was run, how it went, and what has changed, for people and for machines."""

from __future__ import annotations

from pathlib import Path

from assistant.formats.records import plain, to_json
from evals.scorecard.markdown import as_markdown
from evals.scorecard.page import as_page
from evals.scorecard.scorecard import Scorecard

__all__ = ["Scorecard", "write"]


def write(card: Scorecard, folder: Path) -> list[Path]:
    """Write the scorecard as Markdown, as one page of HTML and as JSON.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    forms = {"md": as_markdown(card), "html": as_page(card), "json": to_json(plain(card.record())) + "\n"}
    files = {folder / f"scorecard.{end}": text for end, text in forms.items()}
    for file, text in files.items():
        file.write_text(text, encoding="utf-8")
    return list(files)
