"""Words that look like markup, written so that they stay words, and read back as they were."""

from __future__ import annotations

import re
import string

from assistant.formats.annotations import read_annotations
from assistant.formats.labels import read_label
from assistant.language.folding import Folded, fold

_IN_PROSE = re.compile(
    r"[\\`*<]|(?<=\])\(|^[>|\[]|(?<= )\|(?= )|(?<![^\s#])#|~(?=~)|(?<!\w)_|_(?!\w)|(?<=_)_|_(?=_)|&(?=#?\w+;)|:(?=//)"
)
_MARKUP = re.compile(rf"{_IN_PROSE.pattern}|(?<=[^\W\d][\w)])[.;](?= [^.:]{{2,30}}:)")
"""In a set a sentence may also end where a label begins: «… nå. Eier: Kari»."""
_ENDS_A_NOTE = re.compile(r"[()\[\];|:]")
_NOTE = re.compile(f"(?:{_MARKUP.pattern}|{_ENDS_A_NOTE.pattern})")
_ESCAPED = re.compile(rf"\\([{re.escape(string.punctuation)}])")
_HIDDEN = {ord(char): chr(0xFDD0 + at) for at, char in enumerate(string.punctuation)}
"""Each mark of ASCII, and the noncharacter that stands for it while it is no mark."""

_ANY_HIDDEN = re.compile("[\ufdd0-\ufdef]")
_SHOWN = {ord(hidden): chr(mark) for mark, hidden in _HIDDEN.items()}


def _backslashed(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _hidden(found: re.Match[str]) -> str:
    return found[0].translate(_HIDDEN)


def escaped(text: str) -> str:
    """``text`` as text: nothing in it can become a link, a tag, code, emphasis or a heading."""
    return _MARKUP.sub(_backslashed, fold(text).text)


def escaped_prose(text: str) -> str:
    """``text`` as text where no set is read: remarks and questions for a person, whose full stops stay as they are."""
    return _IN_PROSE.sub(_backslashed, fold(text).text)


def escaped_line(text: str) -> str:
    """``text`` as a line that may have notes behind it: what looks like a note of its own stays text."""
    hidden = _MARKUP.sub(_hidden, fold(text).text)
    while (kept := len(read_annotations(hidden).text)) < len(hidden):
        hidden = hidden[:kept] + _ENDS_A_NOTE.sub(_hidden, hidden[kept:])
    return _ANY_HIDDEN.sub(lambda found: f"\\{show_escaped(found[0])}", hidden)


def escaped_item(text: str) -> str:
    """``text`` as an item of a list: what looks like a label stays text."""
    text = fold(text).text
    label = read_label(text)
    if label is None:
        return escaped(text)
    at = max(text.rfind(mark, 0, label.start) for mark in ":.)")
    if at < 0:
        return escaped(text)
    return f"{_MARKUP.sub(_backslashed, text[:at])}\\{text[at]}{_MARKUP.sub(_backslashed, text[at + 1 :])}"


def escaped_note(text: str) -> str:
    """``text`` inside the brackets behind a line."""
    return _NOTE.sub(_backslashed, fold(text).text)


def hide_escaped(line: Folded) -> Folded:
    """``line`` with each escaped mark as one character that is no mark; it stands where the mark stood."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(line.text):
        found = _ESCAPED.match(line.text, at)
        after = at + (2 if found else 1)
        chars.append(_HIDDEN[ord(found[1])] if found else line.text[at])
        starts.append(line.starts[after - 1])
        ends.append(line.ends[after - 1])
        at = after
    return Folded("".join(chars), tuple(starts), tuple(ends))


def show_escaped(text: str) -> str:
    """``text`` with its hidden marks shown again."""
    return text if text.isascii() or not _ANY_HIDDEN.search(text) else text.translate(_SHOWN)
