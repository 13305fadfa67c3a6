"""The zip files that office documents are, packed so that the same content always gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from assistant.okr import Language

LOCALES = {Language.NB: "nb-NO", Language.NN: "nn-NO", Language.EN: "en-GB"}
"""The three languages as office programs name them."""

_TIME = (2000, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>{locale}</dc:language>'
    "</cp:coreProperties>"
)


def repacked(data: bytes, title: str, language: Language) -> bytes:
    """An office document with its title and language as its only properties: no names, no times.

    Args:
        data: The document as the library wrote it.
        title: Its title, without characters that XML cannot hold.
        language: Its language.
    """
    core = _CORE.format(title=escape(title), locale=LOCALES[language]).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(file, "w") as packed:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            packed.writestr(entry, core if name == _PROPERTIES else given.read(name))
    return file.getvalue()
