"""What a model is sent: data as JSON between markers it cannot contain, and nothing else."""

from __future__ import annotations

import json

from assistant.brief import Brief
from assistant.drafters import most_objectives
from assistant.language.addressing import speaks_to_the_assistant

OPENING, CLOSING = "<brief>", "</brief>"


def user_message(brief: Brief) -> str:
    """The brief as JSON between markers that cannot occur in it: it has neither ``<`` nor ``>``.

    What speaks to the assistant is left out, and what is not for this period is marked ``not_now``.
    """
    period = brief.period
    record = {
        "organisation": _unless_addressed(brief.organisation),
        "level": brief.level,
        "period": {"label": period.label, "start": f"{period.start}", "end": f"{period.end}"} if period else None,
        "max_objectives": most_objectives(brief),
        "roles": [role.text for role in brief.roles if not speaks_to_the_assistant(role.text)],
        "statements": [
            {
                "id": item.id,
                "field": item.field,
                **({"heading": item.section} if _unless_addressed(item.section) else {}),
                **({"lead": item.lead} if _unless_addressed(item.lead) else {}),
                "text": item.text,
                **({"not_now": True} if item.excluded else {}),
            }
            for item in brief.statements
            if not item.addressed and item.field != "roles"
        ],
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    return f"{OPENING}\n{text.replace('<', chr(92) + 'u003c').replace('>', chr(92) + 'u003e')}\n{CLOSING}"


def _unless_addressed(text: str | None) -> str | None:
    return text if text and not speaks_to_the_assistant(text) else None
