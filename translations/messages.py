"""Extract the sentences, update every catalogue, compile them with their drafts.

Run by `python3 dev.py messages`. Two domains: `ui` (what `_`, `N_` and `ngettext` mark) and
`client` (what `C_` marks). A translation that no person reviewed carries the flag fuzzy.
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).resolve().parent
PACKAGE = FOLDER.parent / "assistance_desktop"
DOMAINS = {"ui": {"_": None, "N_": None, "ngettext": (1, 2)}, "client": {"C_": None}}


def extract(domain: str) -> Catalog:
    """The template of a domain, from the source as it is."""
    template = Catalog(project="Assistance Desktop", fuzzy=False, charset="utf-8")
    found = extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords=DOMAINS[domain], comment_tags=["Translators:"]
    )
    for file, _line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        template.add(message, locations=[(file, None)], auto_comments=comments, context=context)
    return template


def catalogues(domain: str) -> list[Path]:
    """The catalogues of a domain, one a language."""
    return sorted(FOLDER.glob(f"*/LC_MESSAGES/{domain}.po"))


def read(path: Path) -> Catalog:
    """A catalogue as it lies in the tree."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def as_po(catalogue: Catalog) -> bytes:
    """A catalogue as text, without dates, so that only a change of words changes the file."""
    out = BytesIO()
    write_po(out, catalogue, width=98, omit_header=False, sort_output=False, ignore_obsolete=True)
    lines = out.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if b"-Date: " not in line)


def as_mo(catalogue: Catalog) -> bytes:
    """A catalogue compiled, drafts included, without today's date for the same reason."""
    catalogue.creation_date = datetime.fromtimestamp(0, UTC)
    out = BytesIO()
    write_mo(out, catalogue, use_fuzzy=True)
    return out.getvalue()


def update(domain: str) -> None:
    """Bring template and catalogues of a domain up to the source and compile them."""
    template = extract(domain)
    (FOLDER / f"{domain}.pot").write_bytes(as_po(template))
    for path in catalogues(domain):
        catalogue = read(path)
        catalogue.update(template, no_fuzzy_matching=True)
        path.write_bytes(as_po(catalogue))
        path.with_suffix(".mo").write_bytes(as_mo(read(path)))
        empty = [m.id for m in catalogue if m.id and not all(_forms(m.string))]
        sys.stdout.write(f"{path.relative_to(FOLDER)}: {len(catalogue)}, {len(empty)} empty\n")


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


if __name__ == "__main__":
    for each in DOMAINS:
        update(each)
