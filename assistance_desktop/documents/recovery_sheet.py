"""The recovery sheet on paper (P5): one page that opens nothing by its look.

No name of a program, a person or a computer; the title of the file is "Sheet". It is for the
worker, so its words are of the screens' catalogue, and what it quotes is what stands there.
"""

from collections.abc import Sequence
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.pages import Version, lay_out, make_pdf
from assistance_desktop.documents.layout.paper import A4_PLAIN
from assistance_desktop.documents.layout.runs import Words, rich
from assistance_desktop.documents.voice import Voice
from assistance_desktop.i18n import N_

TITLE = "Sheet"

LINK = N_("Use your recovery sheet instead")
"""What the way in is called on the first page; the paper quotes it."""

_CARE = (
    N_("Do not photograph it, copy it by e-mail or store it in a cloud."),
    N_("Do not keep it with the computer."),
    N_(
        "If it is lost or someone has seen it: make a new one in Settings. This one then stops "
        "working."
    ),
    N_("Without this sheet and without the passphrase nothing can be opened."),
)


def write(groups: Sequence[str], on: date, language: str) -> Version:
    """What the sheet says in a language of the screens, drawn on a day."""
    said = i18n.catalogue("ui", language).gettext

    def words(sentence: str, **values: str) -> Words:
        return rich(said(sentence), **values)

    return Version(
        language,
        (
            say.Title(words(N_("Recovery sheet"))),
            say.Text(
                words(N_("{day}. Keep this paper in a locked place."), day=Voice(language).day(on))
            ),
            say.Groups(tuple(groups)),
            say.Text(
                words(
                    N_(
                        "The last sign of each group is a check sign: a typing mistake is found "
                        "at once."
                    )
                ),
                apart=True,
            ),
            say.Section(words(N_("How to use it"))),
            say.Text(
                words(
                    N_(
                        "On the first page choose “{link}”. Type the groups in order. Capital and "
                        "small letters are the same. The letters I, L, O and U are never used: "
                        "what looks like them is 1 or 0 or V."
                    ),
                    link=said(LINK),
                )
            ),
            say.Section(words(N_("Take care"))),
            *(say.Item(words(sentence)) for sentence in _CARE),
            say.Section(words(N_("A second copy by hand, for another locked place"))),
            say.Groups(("",) * len(groups)),
        ),
    )


def as_pdf(groups: Sequence[str], on: date, language: str) -> bytes:
    """The sheet as a PDF of one A4 page."""
    return make_pdf(TITLE, lay_out(A4_PLAIN, [write(groups, on, language)]), language)
