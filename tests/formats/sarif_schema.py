"""The part of SARIF 2.1.0 that is written, as a JSON schema: nothing may stand in a log that is not named here.

Written by hand from the OASIS standard; the sections are those of its chapter 3, «File format».
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def _object(required: str, **properties: Schema) -> Schema:
    """An object with these properties and no other; ``required`` names those that must be there."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": {name.replace("_schema", "$schema"): schema for name, schema in properties.items()},
    }


def _array(items: Schema, **limits: int | bool) -> Schema:
    return {"type": "array", "items": items, **limits}


TEXT: Schema = {"type": "string", "minLength": 1, "pattern": r"\S"}
COUNT: Schema = {"type": "integer", "minimum": 1}
URI: Schema = {"type": "string", "pattern": r"^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$"}
"""A URI reference (RFC 3986): other characters are percent-encoded."""

MESSAGE = _object("text", text=TEXT)
"""§3.11 message, and §3.12 multiformatMessageString: plain text."""

LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
"""§3.27.10 and §3.58.6."""

REGION: Schema = {
    **_object("startLine", startLine=COUNT, endLine=COUNT, startColumn=COUNT, endColumn=COUNT),
    "dependentRequired": {"endColumn": ["startColumn"]},
}
"""§3.30: lines and columns count from 1."""

LOCATION = _object(
    "physicalLocation",
    physicalLocation=_object("artifactLocation", artifactLocation=_object("uri", uri=URI), region=REGION),
)
"""§3.28, §3.29 and §3.4."""

SUPPRESSION = _object("kind", kind={"enum": ["inSource", "external"]}, justification=TEXT)
"""§3.35."""

RESULT = _object(
    "ruleId message level locations",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=_array(LOCATION, minItems=1, maxItems=1),
    suppressions=_array(SUPPRESSION, uniqueItems=True),
)
"""§3.27; one location, since a second would mean that both have to be mended."""

NOTIFICATION = _object("message level locations", message=MESSAGE, level=LEVEL, locations=_array(LOCATION, minItems=1))
"""§3.58."""

INVOCATION = _object(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=_array(NOTIFICATION),
)
"""§3.20."""

RULE = _object(
    "id",
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    helpUri=URI,
    defaultConfiguration=_object("level", level=LEVEL),
)
"""§3.49 reportingDescriptor."""

DRIVER = _object("name rules", name=TEXT, version=TEXT, informationUri=URI, rules=_array(RULE, uniqueItems=True))
"""§3.19 toolComponent."""

RUN = _object(
    "tool results columnKind",
    tool=_object("driver", driver=DRIVER),
    language={"type": "string", "pattern": r"^[a-z]{2}(?:-[A-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=_array(INVOCATION, minItems=1),
    results=_array(RESULT),
)
"""§3.14; columns have to say what they count wherever there are any."""

LOG: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object("version runs", _schema=URI, version={"const": "2.1.0"}, runs=_array(RUN, minItems=1)),
}
"""§3.13."""
