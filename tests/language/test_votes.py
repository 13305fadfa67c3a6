"""Votes are told from decisions, and proposals that were turned down from those that were carried."""

from __future__ import annotations

import pytest

from assistant.language.votes import is_turned_down, read_vote


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("(4 mot 1)", True),
        ("(1 mot 4)", False),
        ("(Samrøystes)", True),
        ("Enstemmig.", True),
        ("Carried by 7 votes to 2", True),
        ("Fra 4 til 7", None),
        ("Kampen endte 4 mot 1", None),
    ],
)
def test_a_vote_says_whether_the_decision_was_carried(text: str, *, carried: bool | None) -> None:
    """A sentence that is only a vote is read; others are none."""
    assert read_vote(text) is carried


@pytest.mark.parametrize(
    "text",
    [
        "Forslaget om ny logo ble enstemmig avvist.",
        "Framlegget om å stengje om søndagen fall.",
        "The motion to open on Sundays was not carried.",
        "Åpne på søndager (1 mot 6)",
    ],
)
def test_a_proposal_that_was_turned_down_is_seen(text: str) -> None:
    """The words or the votes say that it fell."""
    assert is_turned_down(text)


@pytest.mark.parametrize(
    "text",
    [
        "Andelen forslag som blir avvist, skal ned fra 12 % til 8 %.",
        "Forslaget ble avvist, og i stedet skal køen ned til 20 dager.",
        "The proposal was carried.",
        "Åpne på søndager (6 mot 1)",
    ],
)
def test_what_was_carried_or_is_to_be_instead_was_not_turned_down(text: str) -> None:
    """A carried proposal, a measured rejection and what comes instead are left alone."""
    assert not is_turned_down(text)
