"""One page of a PDF as bare pixels. Nothing in it is run: no script, no form, no link."""

import pypdfium2
from pypdfium2 import raw

from assistance_desktop.child import unwrap, wrap
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

_MOST_PAGES = 10_000


def run(data: bytes) -> bytes:
    """Width, height and the count of `pages`, then RGBA bytes without gaps, of the page `page`.

    Pages count from 0; `longest` is the longer side in pixels.
    """
    options, content = unwrap(data)
    try:
        paper = pypdfium2.PdfDocument(bytes(content))
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    pages = min(len(paper), _MOST_PAGES)
    try:
        page = paper[max(0, min(int(options["page"]), pages - 1))]
        picture = page.render(
            scale=int(options["longest"]) / max(1.0, *page.get_size()),  # pyright: ignore[reportArgumentType] - it takes a float
            may_draw_forms=False,
            rev_byteorder=True,
            force_bitmap_format=raw.FPDFBitmap_BGRA,
            fill_color=(255, 255, 255, 255),
        )
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise _refusal(error) from error
    told = {"width": picture.width, "height": picture.height, "pages": pages}
    return wrap(told, _without_gaps(picture))


def _without_gaps(picture: pypdfium2.PdfBitmap) -> bytes:
    """The rows one behind the other; PDFium may leave room between them."""
    row = picture.width * 4
    whole = bytes(picture.buffer)
    if picture.stride == row:
        return whole
    starts = range(0, picture.stride * picture.height, picture.stride)
    return b"".join(whole[start : start + row] for start in starts)


def _refusal(error: Exception) -> AppError:
    if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
        return AppError(
            _("This paper is locked with a password."),
            _("Ask whoever made it for one without. It is kept as it is."),
        )
    return AppError(_("This paper cannot be shown: it is damaged."), _("It is kept as it is."))
