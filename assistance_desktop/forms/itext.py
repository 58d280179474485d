"""Texts of a form: labels, hints and messages with their translations and filled-in values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.etree.ElementTree import Element

from assistance_desktop.forms.form import UNTRANSLATED, Expression, Text, Wording
from assistance_desktop.forms.markup import attributes, child, children, local

Compile: TypeAlias = Callable[[str, str], Expression]
"""Source and place of a formula to the formula."""
Pieces: TypeAlias = tuple[str | Expression, ...]


@dataclass(slots=True)
class Texts:
    """The texts of one form while it is read."""

    compile: Compile
    languages: tuple[str, ...] = ()
    default_language: str = UNTRANSLATED
    by_id: dict[str, Wording] = field(default_factory=dict[str, Wording])

    def read_itext(self, model: Element) -> None:
        """Take in the translations of the model."""
        itext = child(model, "itext")
        if itext is None:
            return
        versions: dict[str, dict[str, Text]] = {}
        languages: list[str] = []
        for translation in children(itext, "translation"):
            language = translation.get("lang", UNTRANSLATED)
            languages.append(language)
            if translation.get("default") is not None:
                self.default_language = language
            for text in children(translation, "text"):
                versions.setdefault(text.get("id", ""), {})[language] = self._text(text)
        self.languages = tuple(dict.fromkeys(languages))
        if self.default_language not in self.languages and self.languages:
            self.default_language = self.languages[0]
        self.by_id = {key: Wording(found) for key, found in versions.items()}

    def wording(self, element: Element | None) -> Wording | None:
        """The text of a label or hint, whether it stands there or among the translations."""
        if element is None:
            return None
        reference = element.get("ref")
        if reference is None:
            return Wording({UNTRANSLATED: Text(self._pieces(element))})
        return self.referred(reference)

    def referred(self, reference: str) -> Wording:
        """`jr:itext('id')`, or a formula that gives an id or the text itself."""
        key = _literal_id(reference)
        if key is not None:
            return self.by_id.get(key, Wording())
        return Wording(chosen_by=self.compile(reference, f"{reference} label"))

    def message(self, written: str | None) -> Wording | None:
        """The text of a message attribute of a bind."""
        if written is None:
            return None
        if "itext(" in written:
            return self.referred(written)
        return Wording({UNTRANSLATED: Text((written,))})

    def _text(self, text: Element) -> Text:
        pieces: Pieces = ()
        guidance: Pieces = ()
        media: dict[str, str] = {}
        for value in children(text, "value"):
            form = value.get("form", "")
            if form == "guidance":
                guidance = self._pieces(value)
            elif form in ("", "long", "short"):
                pieces = self._pieces(value) if form != "short" or not pieces else pieces
            else:
                media[form] = file_name("".join(value.itertext()))
        return Text(pieces, media, guidance)

    def _pieces(self, element: Element) -> Pieces:
        found: list[str | Expression] = [element.text or ""]
        for inner in element:
            if local(str(inner.tag)) == "output":
                source = inner.get("value") or inner.get("ref") or "''"
                found.append(self.compile(source, f"{source} label"))
            else:
                found.extend(self._pieces(inner))
            found.append(inner.tail or "")
        return tuple(piece for piece in found if piece != "")


def file_name(reference: str) -> str:
    """`jr://images/a.png` as `a.png`."""
    return reference.strip().rpartition("/")[2]


def _literal_id(reference: str) -> str | None:
    for quote in ("'", '"'):
        opening, closing = f"jr:itext({quote}", f"{quote})"
        compact = reference.strip()
        if compact.startswith(opening) and compact.endswith(closing):
            key = compact[len(opening) : -len(closing)]
            return key if quote not in key else None
    return None


def extra_attributes(element: Element, known: frozenset[str]) -> Mapping[str, str]:
    """The attributes that the engine does not know, such as `fact`."""
    return {key: value for key, value in attributes(element).items() if key not in known}
