"""Reads one document in a process of its own: ``python -m assistant.formats.document_reader KIND``.

The document comes on standard input, its text goes to standard output. The process may use so much time and memory and
no more; when it fails, only it does. It ends with 0, or with the reason as a :class:`Refusal`.
"""

from __future__ import annotations

import sys

from assistant.formats.document_limits import MOST_TEXT, Refusal, RefusedError

_SECONDS = 15
_BYTES = 1 << 30


def _limit() -> None:
    """Bound time and memory, and leave no core file behind, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for limit, most in ((resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_AS, _BYTES), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (least, least))


def _text(kind: str, data: bytes) -> str:
    if kind == "pdf":
        from assistant.formats.document_pdf import read_pdf

        return read_pdf(data)
    from assistant.formats.document_packages import checked_package

    if checked_package(data, kind) == "docx":
        from assistant.formats.document_docx import read_docx

        return read_docx(data)
    from assistant.formats.document_pptx import read_pptx

    return read_pptx(data)


def main(kind: str) -> int:
    """Read the document on standard input, and say how it went."""
    _limit()
    try:
        text = _text(kind, sys.stdin.buffer.read())
    except RefusedError as error:
        return error.refusal
    except (MemoryError, RecursionError):
        return Refusal.TOO_HEAVY
    written = text.replace("\0", "").encode("utf-8", "ignore")
    if len(written) > MOST_TEXT:
        return Refusal.TOO_MUCH_TEXT
    if not any(map(str.isalnum, text)):
        return Refusal.NO_TEXT
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
