"""What must not be overlooked: a serious threat in red and first, days that run out in amber."""

from collections.abc import Sequence

from assistance_desktop.guidance.flags import RaisedFlag
from assistance_desktop.ui.kit.banner import Banner

AMBER = ("REFL-SOON", "REFL-OVER", "REFL-ENDED", "REFL-SHORT", "STAY-ENDS", "TURNS-18", "CLOCK")
"""Flags about days that run out or do not fit."""

_ICONS = {"THREAT": "phone", "TURNS-18": "child", "STAY-ENDS": "idcard", "CLOCK": "calendar"}


def banners(flags: Sequence[RaisedFlag]) -> list[Banner]:
    """A banner for each flag that somebody must look at, a serious threat first."""
    red = [Banner(one.text, "red", icon="phone") for one in flags if one.code == "THREAT"]
    amber = [
        Banner(one.text, "amber", icon=_ICONS.get(one.code, "hourglass"))
        for one in flags
        if one.code in AMBER
    ]
    return [*red, *amber]


def calm(flags: Sequence[RaisedFlag]) -> tuple[RaisedFlag, ...]:
    """The flags that need no banner."""
    return tuple(one for one in flags if one.code not in ("THREAT", *AMBER))
