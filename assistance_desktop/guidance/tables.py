"""A table of a pack file, taken apart key by key, so that a mistake is told with its place.

A key that is missing, of the wrong kind, or left over is refused with file and place.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias, cast

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.rules import Always, Condition, parse
from assistance_desktop.i18n import _

_AMOUNT = re.compile(r"(?:€|\bEUR\b|\beuro\w*)\s*\d|\d[\d .,]*(?:€|EUR\b|euro)", re.IGNORECASE)
"""A number with a currency: amounts change, and none is ever promised (issue 4)."""

Words: TypeAlias = Mapping[str, str]
"""One text in each language of the pack."""


def in_language(words: Words, language: str) -> str:
    """The text in the language, in its plain form (`sv` for `sv-FI`), or in English."""
    for code in (language, language.partition("-")[0]):
        if code in words:
            return words[code]
    return words["en"]


class Table:
    """One table of a TOML file and the place where it stands."""

    def __init__(self, file: str, place: str, content: Mapping[str, object]) -> None:
        self.file = file
        self.place = place
        self._content = content
        self._taken: set[str] = set()

    def error(self, problem: str, hint: str) -> AppError:
        """What is wrong in this table, with file and place."""
        where = f"{self.file}, {self.place}" if self.place else self.file
        return AppError(_("{file}: {problem}").format(file=where, problem=problem), hint)

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._content

    def raw(self, key: str) -> object:
        """The value as TOML gives it."""
        self._taken.add(key)
        if key not in self._content:
            raise self.error(
                _("{key} is missing.").format(key=key), _("Add it, as in the tables beside it.")
            )
        return self._content[key]

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.raw(key)
        if not isinstance(value, str) or not value.strip():
            raise self._misfit(key, _("Write a text in quotation marks."))
        return value

    def text_if_any(self, key: str) -> str:
        """A text, or an empty one when it is not written."""
        return self.text(key) if self.has(key) else ""

    def number(self, key: str) -> int:
        """A whole number."""
        value = self.raw(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._misfit(key, _("Write a whole number."))
        return value

    def truth(self, key: str) -> bool:
        """`true` or `false`; false when it is not written."""
        value = self.raw(key) if self.has(key) else False
        if not isinstance(value, bool):
            raise self._misfit(key, _("Write true or false."))
        return value

    def day(self, key: str) -> date:
        """A plain day, written as TOML writes one or in quotation marks."""
        value = self.raw(key)
        if type(value) is date:
            return value
        try:
            return date.fromisoformat(cast("str", value))
        except (TypeError, ValueError):
            raise self._misfit(key, _("Write a day, such as 2026-11-23.")) from None

    def day_if_any(self, key: str) -> date | None:
        """A plain day, or None when it is not written."""
        return self.day(key) if self.has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when it is not written."""
        value = self.raw(key) if self.has(key) else []
        listed = cast("list[object]", value) if isinstance(value, list) else [None]
        if not all(isinstance(one, str) for one in listed):
            raise self._misfit(key, _("Write a list of texts in square brackets."))
        return tuple(cast("list[str]", listed))

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        value = self.raw(key)
        listed = cast("list[object]", value) if isinstance(value, list) else [None]
        if not all(isinstance(one, int) for one in listed):
            raise self._misfit(key, _("Write a list of whole numbers in square brackets."))
        return tuple(cast("list[int]", listed))

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        value = self.raw(key)
        if not isinstance(value, dict):
            raise self._misfit(key, _("Write a table."))
        return Table(self.file, f"{self.place} {key}".strip(), cast("Mapping[str, object]", value))

    def tables(self, key: str) -> Sequence["Table"]:
        """A list of tables inside this one; empty when it is not written."""
        value = self.raw(key) if self.has(key) else []
        listed = cast("list[object]", value) if isinstance(value, list) else [None]
        if not all(isinstance(one, dict) for one in listed):
            raise self._misfit(key, _("Write tables in double square brackets."))
        return [
            Table(self.file, f"{self.place} {key} {count}".strip(), one)
            for count, one in enumerate(cast("list[Mapping[str, object]]", listed), 1)
        ]

    def plain(self) -> Mapping[str, object]:
        """All of it as it stands."""
        self._taken.update(self._content)
        return self._content

    def names(self) -> tuple[str, ...]:
        """Every key that is written."""
        return tuple(self._content)

    def named_tables(self) -> Mapping[str, "Table"]:
        """Every key of this table as a table of its own."""
        return {key: self.table(key) for key in self._content}

    def words(self, key: str, languages: Sequence[str]) -> Words:
        """A text in every language of the pack."""
        table = self.table(key)
        words = {code: table.text(code) for code in languages}
        table.finish()
        if any(_AMOUNT.search(text) for text in words.values()):
            raise table.error(
                _("A text names an amount of money."), _("Say that it is applied for, and no sum.")
            )
        return words

    def words_if_any(self, key: str, languages: Sequence[str]) -> Words | None:
        """A text in every language, or None when it is not written."""
        return self.words(key, languages) if self.has(key) else None

    def condition(self, key: str, named: Mapping[str, Condition]) -> Condition:
        """A condition; always true when it is not written."""
        if not self.has(key):
            return Always()
        try:
            return parse(self.raw(key), named)
        except AppError as error:
            raise self.error(error.problem, error.hint) from None

    def finish(self) -> None:
        """Refuse a key that nobody asked for: it is likely a slip of the pen."""
        for key in self._content:
            if key not in self._taken:
                raise self._stranger(key)

    def _stranger(self, key: str) -> AppError:
        return self.error(
            _("{key} means nothing here.").format(key=key), _("Take it out, or mend its name.")
        )

    def _misfit(self, key: str, hint: str) -> AppError:
        return self.error(_("{key} cannot be used.").format(key=key), hint)


def open_file(folder: Path, name: str, place: str = "") -> Table:
    """A TOML file of the pack as one table.

    Raises AppError when it is missing or is no TOML.
    """
    try:
        return Table(name, place, tomllib.loads((folder / name).read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError):
        raise AppError(
            _("The pack file {file} cannot be read.").format(file=name),
            _("Put the whole pack back, or choose another one."),
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise AppError(
            _("{file}: {problem}").format(file=name, problem=str(error)),
            _("Mend the line that it names."),
        ) from None
