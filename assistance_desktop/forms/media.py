"""The files that belong to a form: where they are, and which are missing.

Only file names count; a form cannot reach out of its folder. Nothing is ever downloaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistance_desktop.forms.form import Choices, Form, Question, Wording

_MOST_FILES = 20_000
_LARGEST = 50_000_000


@dataclass(slots=True)
class Media:
    """A folder searched in depth, by file name; without a folder there are no files."""

    folder: Path | None = None
    extra: dict[str, bytes] = field(default_factory=dict[str, bytes])
    """Files that the form itself brought, such as itemsets.csv."""
    _found: dict[str, Path] | None = None
    _read: set[str] = field(default_factory=set[str])

    def path(self, name: str) -> Path | None:
        """Where the file of this name lies; the one nearest to the top wins."""
        if self._found is None:
            self._found = self._search()
        return self._found.get(name)

    def read(self, name: str) -> bytes | None:
        """What the file of this name holds; None when it is missing or larger than 50 MB."""
        self._read.add(name)
        if name in self.extra:
            return self.extra[name]
        path = self.path(name)
        if path is None or path.stat().st_size > _LARGEST:
            return None
        return path.read_bytes()

    def names(self, endings: tuple[str, ...]) -> list[str]:
        """The names of all files there are with one of these endings."""
        if self._found is None:
            self._found = self._search()
        return sorted(name for name in self._found if name.lower().endswith(endings))

    def glance(self, name: str, most: int) -> bytes | None:
        """As `read`, up to `most` bytes, for who does not know yet whether the form uses it."""
        path = self.path(name)
        if path is None or path.stat().st_size > min(most, _LARGEST):
            return None
        return path.read_bytes()

    def belonging(self, form: Form) -> dict[str, bytes]:
        """The files that a form has read or names in its texts, as far as they are there."""
        names = sorted({*self._read, *self.extra, *_named(form)})
        found = {name: self.read(name) for name in names}
        return {name: content for name, content in found.items() if content is not None}

    def _search(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        if self.folder is None or not self.folder.is_dir():
            return found
        files = [path for path in self.folder.rglob("*") if path.is_file()][:_MOST_FILES]
        for path in sorted(files, key=lambda p: (len(p.parts), str(p))):
            found.setdefault(path.name, path)
        return found


def _named(form: Form) -> Iterator[str]:
    """The files that are seen or heard in the texts of a form."""
    for wording in (*form.itext.values(), *_wordings(form)):
        for text in wording.versions.values():
            yield from text.media.values()


def _wordings(form: Form) -> Iterator[Wording]:
    for item in form.items():
        choices = item.choices if isinstance(item, Question) and item.choices else Choices()
        for wording in (item.label, item.hint, *(choice.label for choice in choices.fixed)):
            if wording is not None:
                yield wording
