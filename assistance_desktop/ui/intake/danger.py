"""What must be seen at once: a serious threat, and somebody in the room who may hear.

Pure. Unknown is never no: a serious threat stands until it is known to be against things alone
or against somebody whom the duty to tell does not name (S39; facts.md 7.5 for close persons).
"""

from collections.abc import Callable
from typing import TypeAlias

from assistance_desktop.cases.changes import Answer

ABOUT_THREAT = ("threat_serious", "threat_against", "threat_target")
"""The questions that decide whether there is a serious threat."""

_GRAVE = ("life", "health", "freedom")
_NAMED = ("client", "worker", "another_victim")

LookUp: TypeAlias = "Callable[[str], Answer]"
"""Gives the answer to a question by its name."""


def is_serious(answer_to: LookUp) -> bool:
    """Whether the answers say that there is a serious threat to life, health or freedom."""
    return (
        answer_to("threat_serious") == "yes"
        and answer_to("threat_against") != "property"
        and answer_to("threat_target") != "other"
    )


def must_be_told(answer_to: LookUp) -> bool:
    """Whether the three steps of a serious threat come before the interview goes on (D20).

    While it is not known what or whom it is against, they come too. Somebody close, property and
    the like are assessed with the office: the steps are offered and hold nobody up.
    """
    return (
        answer_to("threat_serious") == "yes"
        and answer_to("threat_against") in (*_GRAVE, None)
        and answer_to("threat_target") in (*_NAMED, None)
    )


def is_overheard(answer_to: LookUp) -> bool:
    """Whether somebody who came along is in the room."""
    return answer_to("companion_place") == "in_room"
