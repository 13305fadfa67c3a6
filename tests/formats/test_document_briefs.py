"""A strategy as a document drafts what its Markdown drafts."""

from __future__ import annotations

import pytest

from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafting import draft
from assistant.formats.briefs import read_brief_text
from assistant.formats.documents import read_document
from assistant.okr import OkrSet
from tests.formats.making_documents import as_docx, as_pdf, as_pptx
from tests.running import ROOT

STRATEGIES = ["examples/strategi.md", "evals/datasets/briefs/nn-kraftlag.md", "evals/datasets/briefs/en-software.md"]
MAKERS = {"docx": as_docx, "pptx": as_pptx, "pdf": as_pdf}


def drafted(text: str) -> list[tuple[str, str | None, list[tuple[str, str | None]], tuple[str, ...]]]:
    """What a draft says: objectives, owners, key results with their sources, initiatives."""
    okr_set: OkrSet = draft(read_brief_text(text, name=".md"), ExtractiveDrafter()).okr_set
    return [
        (item.text, item.owner, [(result.text, result.data_source) for result in item.key_results], item.initiatives)
        for item in okr_set.objectives
    ]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("path", STRATEGIES)
def test_a_strategy_drafts_the_same_whatever_file_it_lies_in(path: str, kind: str) -> None:
    """Objectives, owners, key results, their sources and initiatives, in all three languages."""
    markdown = (ROOT / path).read_text("utf-8")
    assert drafted(read_document(MAKERS[kind](markdown), f"strategi.{kind}")) == drafted(markdown)
