"""XML as the form reader sees it: no entities, bounded size and depth, prefixes in known places."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from assistance_desktop.forms.remarks import FormRefused, Remark
from assistance_desktop.i18n import _

DEEPEST = 100
MOST_TAGS = 2_000_000
"""A form with 30,000 choices in five languages has under a million."""
_PREFIXES = {
    "http://www.w3.org/2002/xforms": "",
    "http://www.w3.org/1999/xhtml": "h:",
    "http://openrosa.org/javarosa": "jr:",
    "http://openrosa.org/xforms": "orx:",
    "http://www.opendatakit.org/xforms": "odk:",
    "http://www.opendatakit.org/xforms/entities": "entities:",
}


def read_markup(data: bytes) -> Element:
    """Parse XML.

    Raises FormRefused for XML that is broken, holds entities, or is nested too deep.
    """
    if data.count(b"<") > MOST_TAGS:
        raise FormRefused(
            Remark(
                _("The file has more than {limit} tags; it is not opened.").format(limit=MOST_TAGS),
                _("Put long lists into a CSV file beside the form (select_one_from_file)."),
            )
        )
    try:
        root = ElementTree.fromstring(data, forbid_dtd=False)
    except ParseError as error:
        line = error.position[0]
        raise FormRefused(
            Remark(
                _("The file is not well-formed XML, line {line}.").format(line=line),
                _("Export the form again; the file may be cut off."),
                row=line,
            )
        ) from error
    except DefusedXmlException as error:
        raise FormRefused(
            Remark(
                _("The file defines XML entities; such files are not opened."),
                _("Remove the DOCTYPE with its entities."),
            )
        ) from error
    except (ValueError, LookupError) as error:
        raise FormRefused(
            Remark(_("The text encoding of the file is not known."), _("Save the file as UTF-8."))
        ) from error
    _check_depth(root)
    return root


def _check_depth(root: Element) -> None:
    level = [root]
    depth = 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise FormRefused(
                Remark(
                    _("The file is nested more than {limit} levels deep.").format(limit=DEEPEST),
                    _("Use fewer groups inside groups."),
                )
            )
        level = [child for element in level for child in element]


def qualified(tag: str) -> str:
    """A name with the usual prefix of its namespace: `jr:count`, `h:body`, `select1`."""
    if not tag.startswith("{"):
        return tag
    uri, name = tag[1:].split("}", 1)
    return _PREFIXES.get(uri, "") + name


def local(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]


def child(element: Element, name: str) -> Element | None:
    """The first child of a name, whatever its namespace."""
    return next((c for c in element if local(str(c.tag)) == name), None)


def children(element: Element, name: str) -> Iterator[Element]:
    """All children of a name, whatever their namespace."""
    return (c for c in element if local(str(c.tag)) == name)


def attributes(element: Element) -> dict[str, str]:
    """All attributes with the usual prefixes."""
    return {qualified(key): value for key, value in element.attrib.items()}


def text_of(element: Element | None) -> str:
    """All text inside an element."""
    return "" if element is None else "".join(element.itertext())
