"""Looking into a zip file before a library unpacks it: what is too large, encrypted or has entities is not read."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from assistant.formats.document_limits import Refusal, RefusedError

_MOST_ENTRIES = 1_000
_MOST_BYTES = 100 * 1_048_576
_MOST_TIMES = 200
"""How many times larger than packed an entry may be; XML of a real document packs to a tenth or a twentieth."""
_ALWAYS_FINE = 4 * 1_048_576
"""Bytes; an entry no larger may be as repetitive as it likes: a picture may be all white."""
_PIECE = 65_536
_ENCRYPTED = 0x1
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_MARKUP = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0<", b" ", b"\n", b"\r", b"\t")
"""What an XML file may begin with, whatever it is called."""
_MAIN_PARTS = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml"}


def checked_package(data: bytes, kind: str) -> str:
    """Check an office document that is a zip file, reading every byte of it once and keeping none.

    Args:
        data: The file.
        kind: ``docx`` or ``pptx``, or ``package`` where nothing says which.

    Returns:
        Which of the two it is.

    Raises:
        RefusedError: It is neither, not the one it was said to be, encrypted, too large when unpacked, or has a document
            type.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_headers(entries)
            names = {entry.filename for entry in entries}
            found = [known for known, main in _MAIN_PARTS.items() if main in names]
            if len(found) != 1 or "[Content_Types].xml" not in names:
                raise RefusedError(Refusal.NOT_TAKEN)
            if kind not in {"package", found[0]}:
                raise RefusedError(Refusal.DIFFERS)
            total = 0
            for entry in entries:
                total = _read_through(package, entry, total)
            return found[0]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        raise RefusedError(Refusal.BROKEN) from None


def _check_headers(entries: list[zipfile.ZipInfo]) -> None:
    """What the file says of itself; it may lie, and is counted afterwards."""
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise RefusedError(Refusal.TOO_LARGE_UNPACKED)
    if len({entry.filename for entry in entries}) < len(entries):
        raise RefusedError(Refusal.BROKEN)  # two readers would see two documents
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise RefusedError(Refusal.ENCRYPTED)
        if entry.compress_type not in _METHODS:
            raise RefusedError(Refusal.BROKEN)
        if entry.file_size > max(_ALWAYS_FINE, _MOST_TIMES * entry.compress_size):
            raise RefusedError(Refusal.TOO_LARGE_UNPACKED)


def _read_through(package: zipfile.ZipFile, entry: zipfile.ZipInfo, total: int) -> int:
    """Unpack an entry piece by piece; how many bytes there have been with it."""
    parser: Any = None
    first = total
    with package.open(entry) as file:
        while piece := file.read(_PIECE):
            if total == first and piece.startswith(_MARKUP):
                parser = _parser()
            total += len(piece)
            if total > _MOST_BYTES:
                raise RefusedError(Refusal.TOO_LARGE_UNPACKED)
            if parser is not None:
                _feed(parser, piece)
    return total


def _parser() -> Any:  # noqa: ANN401 - defusedxml has no types
    from defusedxml.expatreader import DefusedExpatParser

    return DefusedExpatParser(forbid_dtd=True)


def _feed(parser: Any, piece: bytes) -> None:  # noqa: ANN401 - the same
    """Refuse a document type and entities; whether the rest is sound is for the reader to find out."""
    from xml.sax import SAXParseException

    from defusedxml import DefusedXmlException

    try:
        parser.feed(piece)
    except DefusedXmlException:
        raise RefusedError(Refusal.BROKEN) from None
    except SAXParseException:
        raise RefusedError(Refusal.BROKEN) from None
