"""FACTS.json: one object, read as it stands, refused with file and place."""

import json
from pathlib import Path
from typing import Any

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


def read(path: Path) -> dict[str, Any]:
    """The object in the file. Raises AppError with the file and the line."""
    try:
        plain = json.loads(path.read_text("utf-8-sig"), object_pairs_hook=_once)
    except _TwiceError as error:
        raise AppError(
            _("{file}: the key {key} stands there twice.").format(file=path, key=error.args[0]),
            _("Remove one of them."),
        ) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise AppError(
            _("{file}: this is not JSON.").format(file=path), _("Write it as UTF-8 JSON.")
        ) from error
    except json.JSONDecodeError as error:
        raise AppError(
            _("{file}, line {line}, column {column}: this is not JSON.").format(
                file=path, line=error.lineno, column=error.colno
            ),
            _("Mend the JSON at this place."),
        ) from error
    if not isinstance(plain, dict):
        raise AppError(
            _("{file}: one JSON object is needed.").format(file=path),
            _("Put the facts into braces, as docs/cli.md shows."),
        )
    return plain


class _TwiceError(ValueError):
    """A key that stands twice in one object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found
