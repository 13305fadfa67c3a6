"""What a document is made of, put together as the Markdown that a brief is read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_DEEPEST_HEADING = 6
_LONGEST_BOLD = 80


class Block(NamedTuple):
    """A paragraph, a heading, an item of a list or a table.

    Attributes:
        text: Its text in Markdown.
        item: Whether it is an item of a list, which stands close to the next.
    """

    text: str
    item: bool = False


def heading(text: str, level: int) -> Block:
    """A heading, 1 for the document's title."""
    return Block(f"{'#' * min(level, _DEEPEST_HEADING)} {one_line(text)}")


def item(text: str, depth: int = 0) -> Block:
    """An item of a list."""
    return Block(f"{'  ' * depth}- {one_line(text)}", item=True)


def paragraph(text: str, *, bold: bool = False) -> Block:
    """A paragraph; one that is short and all bold is what people use for a heading."""
    line = one_line(text)
    if bold and len(line) <= _LONGEST_BOLD and not line.endswith((".", ",", ";")):
        return Block(f"**{line}**")
    return Block("\n".join(filter(None, (one_line(part) for part in text.split("\n")))))


def table(rows: Sequence[Sequence[str]]) -> Block:
    """A table; its first row is what stands at the top of the columns."""
    width = max(map(len, rows))
    lines = [f"| {' | '.join([*map(_cell, row), *[''] * (width - len(row))])} |" for row in rows]
    return Block("\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]]))


def _cell(text: str) -> str:
    return one_line(text).replace("|", "/")


def one_line(text: str) -> str:
    """``text`` with every run of white space a single space."""
    return " ".join(text.split())


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks below each other, those that say something."""
    return "".join(_joined(block for block in blocks if block.text.strip(" -#*|"))).strip() + "\n"


def _joined(blocks: Iterable[Block]) -> Iterator[str]:
    after_item = False
    for block in blocks:
        yield f"{'' if after_item and block.item else chr(10)}{block.text}\n"
        after_item = block.item
