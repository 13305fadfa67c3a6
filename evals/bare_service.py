"""The least a service can be, to measure ours beside: FastAPI with one endpoint that validates a body and answers."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from assistant.formats.records import read_review_record
from assistant.formats.sets import read_set_text
from assistant.review import Checker


class Body(BaseModel):
    """What ``POST /v1/check`` takes."""

    okr_set: str | dict[str, Any]
    brief: str | dict[str, Any] | None = None


def create_app() -> FastAPI:
    """Make it."""
    app = FastAPI()

    @app.post("/echo")
    async def echo(body: Body) -> Body:
        return body

    @app.post("/check")
    async def check(body: Body) -> dict[str, Any]:
        read = read_set_text(str(body.okr_set))
        review = Checker().check(read.okr_set, read.ignored())
        return read_review_record(review, read, review.language)

    return app
