"""HTML and Markdown read as browsers and code hosts read them: what are elements, and what is text."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from typing_extensions import override

VOID = frozenset(("meta", "br", "hr", "img", "link", "input"))


@dataclass(frozen=True)
class Element:
    """A tag and its attributes."""

    tag: str
    attributes: dict[str, str | None]


class Page(HTMLParser):
    """A page that was read.

    Attributes:
        elements: Its elements, in order.
        shape: Where they begin, with what attributes, and where they end.
        texts: The texts between them.
        open: What has begun and not ended.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.shape: list[str] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, tag: str, kind: str) -> list[dict[str, str | None]]:
        """The attributes of the elements of a tag and a class."""
        return [it.attributes for it in self.elements if it.tag == tag and it.attributes.get("class") == kind]

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))
        self.shape.append(f"{tag} {attrs}")

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.shape.append(f"/{tag}")

    @override
    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @override
    def handle_comment(self, data: str) -> None:
        self.shape.append("comment")


def rendered(markdown: str) -> Page:
    """Markdown as a code host shows it: tables and lines through words, and HTML where somebody wrote it."""
    return Page(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


def one_line(text: str) -> str:
    return " ".join(text.split())
