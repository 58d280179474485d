"""The files that belong to a form: where they are, and which are missing.

Only file names count; a form cannot reach out of its folder. Nothing is ever downloaded.
"""

from dataclasses import dataclass, field
from pathlib import Path

_MOST_FILES = 20_000
_LARGEST = 50_000_000


@dataclass(slots=True)
class Media:
    """A folder searched in depth, by file name; without a folder there are no files."""

    folder: Path | None = None
    extra: dict[str, bytes] = field(default_factory=dict[str, bytes])
    """Files that the form itself brought, such as itemsets.csv."""
    _found: dict[str, Path] | None = None

    def path(self, name: str) -> Path | None:
        """Where the file of this name lies; the one nearest to the top wins."""
        if self._found is None:
            self._found = self._search()
        return self._found.get(name)

    def read(self, name: str) -> bytes | None:
        """What the file of this name holds; None when it is missing or larger than 50 MB."""
        if name in self.extra:
            return self.extra[name]
        path = self.path(name)
        if path is None or path.stat().st_size > _LARGEST:
            return None
        return path.read_bytes()

    def _search(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        if self.folder is None or not self.folder.is_dir():
            return found
        files = [path for path in self.folder.rglob("*") if path.is_file()][:_MOST_FILES]
        for path in sorted(files, key=lambda p: (len(p.parts), str(p))):
            found.setdefault(path.name, path)
        return found
