"""The text of a document that somebody has: Word, PowerPoint, PDF, Markdown or plain text.

What kind it is, its content says; a name or a media type that says otherwise is refused. Documents are read in a process
of their own, which has little time and memory and none of this one's secrets.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from assistant.formats import errors
from assistant.formats.decoding import BRIEF_LIMIT, decode
from assistant.formats.document_limits import MOST_PAGES, Refusal
from assistant.formats.errors import InputError
from assistant.rules.rule import Text

DOCUMENT_LIMIT = 10 * 1_048_576
"""Bytes of a document; pictures make them large, and few strategies are larger."""
DOCUMENT_ENDINGS = frozenset(("docx", "pptx", "pdf"))
"""How the files end that are not text."""

_SECONDS = 30
_TEXT = "text"
_PACKAGE, _PDF = "package", "pdf"
_BY_ENDING = {"docx": "docx", "pptx": "pptx", "pdf": _PDF, "md": _TEXT, "markdown": _TEXT, "txt": _TEXT, "text": _TEXT}
_OTHER_ENDINGS = frozenset(
    "doc docm dot dotx dotm ppt pptm pps ppsx pot potx xls xlsx xlsm xlsb csv odt odp ods rtf html htm xhtml mht xml pages key "
    "numbers epub tex png jpg jpeg gif webp tif tiff bmp heic svg zip rar 7z gz exe msg eml one vsdx".split()
)
_BY_MEDIA_TYPE = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/pdf": _PDF,
    "application/x-pdf": _PDF,
    "text/markdown": _TEXT,
    "text/x-markdown": _TEXT,
    "text/plain": _TEXT,
}
_SAYS_NOTHING = frozenset(
    ("", "application/octet-stream", "binary/octet-stream", "application/zip", "application/x-zip-compressed")
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HEAD = 1024
_MARKED_UP = (b"{\\rtf", b"<!doctype", b"<html", b"<?xml", b"<svg", b"<head", b"<body", b"%!ps", b"mime-version:")
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP")
"""What of the environment the reading process gets: what Python needs to start, and no keys."""

_NOT_TAKEN = Text(
    nb="Fila er av et slag som ikke kan leses her.",
    nn="Fila er av eit slag som ikkje kan lesast her.",
    en="The file is of a kind that cannot be read here.",
)
_TAKEN = Text(
    nb="Bruk .docx, .pptx, .pdf, .md eller .txt: eldre filer kan åpnes og lagres som .docx eller .pptx.",
    nn="Bruk .docx, .pptx, .pdf, .md eller .txt: eldre filer kan opnast og lagrast som .docx eller .pptx.",
    en="Use .docx, .pptx, .pdf, .md or .txt: older files can be opened and saved as .docx or .pptx.",
)
_DIFFERS = Text(
    nb="Innholdet i fila er et annet enn navnet eller filtypen sier.",
    nn="Innhaldet i fila er eit anna enn namnet eller filtypen seier.",
    en="The content of the file is other than its name or type says.",
)
_SAVE_AGAIN = Text(
    nb="Åpne fila og lagre den på nytt som .docx, .pptx eller .pdf, eller lim inn teksten.",
    nn="Opne fila og lagre henne på nytt som .docx, .pptx eller .pdf, eller lim inn teksten.",
    en="Open the file and save it again as .docx, .pptx or .pdf, or paste the text.",
)
_PASTE_PART = Text(
    nb="Ta med bare delene målene skal bygge på, eller lim inn teksten.",
    nn="Ta med berre dei delane måla skal byggje på, eller lim inn teksten.",
    en="Keep only the parts the objectives should build on, or paste the text.",
)
_SAID = {
    Refusal.ENCRYPTED: (
        Text(nb="Fila er låst med passord.", nn="Fila er låst med passord.", en="The file is locked with a password."),
        Text(
            nb="Lagre den uten passord, eller lim inn teksten.",
            nn="Lagre henne utan passord, eller lim inn teksten.",
            en="Save it without a password, or paste the text.",
        ),
    ),
    Refusal.NO_TEXT: (
        Text(
            nb="Det er ingen tekst i fila, bare bilder eller tomme sider.",
            nn="Det er ingen tekst i fila, berre bilete eller tomme sider.",
            en="There is no text in the file, only pictures or empty pages.",
        ),
        Text(
            nb="Er den skannet, kjør tekstgjenkjenning (OCR) først, eller lim inn teksten.",
            nn="Er ho skanna, køyr tekstattkjenning (OCR) først, eller lim inn teksten.",
            en="If it was scanned, run text recognition (OCR) first, or paste the text.",
        ),
    ),
    Refusal.TOO_MANY_PAGES: (
        Text(
            nb=f"Fila har flere enn {MOST_PAGES} sider.",
            nn=f"Fila har fleire enn {MOST_PAGES} sider.",
            en=f"The file has more than {MOST_PAGES} pages.",
        ),
        _PASTE_PART,
    ),
    Refusal.TOO_MUCH_TEXT: (errors.too_large(BRIEF_LIMIT), _PASTE_PART),
    Refusal.TOO_LARGE_UNPACKED: (
        Text(
            nb="Fila er mye større når den pakkes ut enn et dokument pleier å være.",
            nn="Fila er mykje større når ho blir pakka ut enn eit dokument plar vere.",
            en="The file is much larger when unpacked than a document tends to be.",
        ),
        _SAVE_AGAIN,
    ),
    Refusal.TOO_HEAVY: (
        Text(
            nb="Fila er for tung å lese.",
            nn="Fila er for tung å lese.",
            en="The file takes too much time or memory to read.",
        ),
        _SAVE_AGAIN,
    ),
    Refusal.NOT_TAKEN: (_NOT_TAKEN, _TAKEN),
    Refusal.DIFFERS: (_DIFFERS, _SAVE_AGAIN),
    Refusal.BROKEN: (
        Text(
            nb="Fila er skadet og kan ikke leses.",
            nn="Fila er skadd og kan ikkje lesast.",
            en="The file is damaged and cannot be read.",
        ),
        _SAVE_AGAIN,
    ),
}


def read_document(data: bytes, name: str = "", media_type: str = "") -> str:
    """The text of a document, as Markdown to be read as a brief.

    Args:
        data: The file.
        name: Its name, where it has one.
        media_type: The type its sender says it has.

    Raises:
        InputError: It is too large, of a kind that is not taken or another than it was said to be, encrypted, damaged,
            without text, or too heavy to read.
    """
    if len(data) > DOCUMENT_LIMIT:
        raise InputError(errors.too_large(DOCUMENT_LIMIT), _PASTE_PART)
    if not data.strip():
        raise InputError(errors.EMPTY, errors.PASTE_STRATEGY)
    said, found = _said_kinds(name, media_type), _found_kind(data)
    if found == _PACKAGE:
        if not said <= DOCUMENT_ENDINGS - {_PDF} or len(said) > 1:
            raise _refused(Refusal.DIFFERS)
        found = next(iter(said), _PACKAGE)
    elif said - {found}:
        raise _refused(Refusal.DIFFERS)
    return decode(data, BRIEF_LIMIT) if found == _TEXT else _read_apart(data, found)


def is_document(data: bytes, name: str) -> bool:
    """Whether a file is a document, by its name or its first bytes, and no text."""
    ending = name.lower().rpartition(".")[2]
    return ending in DOCUMENT_ENDINGS or data.startswith((b"PK\x03\x04", b"%PDF-", b"{\\rtf", _OLE))


def _refused(refusal: Refusal) -> InputError:
    return InputError(*_SAID[refusal])


def _said_kinds(name: str, media_type: str) -> set[str]:
    """The kinds that the name and the media type say; none where they say nothing."""
    ending = Path(name).suffix.lower().lstrip(".")
    kind = media_type.partition(";")[0].strip().lower()
    if ending in _OTHER_ENDINGS or (kind not in _BY_MEDIA_TYPE and kind not in _SAYS_NOTHING):
        raise _refused(Refusal.NOT_TAKEN)
    return {kinds[key] for kinds, key in ((_BY_ENDING, ending), (_BY_MEDIA_TYPE, kind)) if key in kinds}


def _found_kind(data: bytes) -> str:
    """The kind that the content says."""
    if data.startswith(b"PK\x03\x04"):
        return _PACKAGE
    if data[:_HEAD].lstrip().startswith(b"%PDF-"):
        return _PDF
    if data.startswith(_OLE):
        raise _refused(Refusal.ENCRYPTED if _ENCRYPTED_PACKAGE in data else Refusal.NOT_TAKEN)
    if data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKED_UP):
        raise _refused(Refusal.NOT_TAKEN)
    return _TEXT


def _read_apart(data: bytes, kind: str) -> str:
    """Have a process of its own read the document; whatever becomes of it, this one goes on."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and one of our own words
            [sys.executable, "-P", "-m", "assistant.formats.document_reader", kind],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _refused(Refusal.TOO_HEAVY) from None
    except OSError:
        raise _refused(Refusal.BROKEN) from None
    if done.returncode < 0:  # the system has ended it: it was over its limits
        raise _refused(Refusal.TOO_HEAVY)
    if done.returncode:
        known = done.returncode in Refusal.__members__.values()
        raise _refused(Refusal(done.returncode) if known else Refusal.BROKEN)
    return decode(done.stdout, BRIEF_LIMIT)
