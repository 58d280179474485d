"""The lists of a form: rows written in it, and CSV, XML and GeoJSON files beside it.

Every list ends up in the shape that formulas expect: `root/item/column`. A file that is missing
gives an empty list and is reported; the rest of the form runs.
"""

import csv
import io
import json
from collections.abc import Collection, Mapping
from typing import cast
from xml.etree.ElementTree import Element as Markup

from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.itext import file_name
from assistance_desktop.forms.markup import children, local, read_markup
from assistance_desktop.forms.media import Media
from assistance_desktop.forms.remarks import FormRefused

_MOST_ROWS = 200_000


def read_lists(
    model: Markup, media: Media, searched: Collection[str] = ()
) -> tuple[Mapping[str, Element], list[str]]:
    """All secondary instances by id, and the names of the files that were not there.

    `searched` are CSV files that no instance declares.
    """
    lists: dict[str, Element] = {}
    missing: list[str] = []
    for number, instance in enumerate(children(model, "instance")):
        name, source = instance.get("id", ""), instance.get("src", "")
        if number == 0 or not name:
            continue
        holder = Element(name)
        if source:
            rows = _from_file(file_name(source), media)
            if rows is None and not source.startswith("jr://instance"):
                missing.append(file_name(source))
            holder.append(rows or Element("root"))
        else:
            for inner in instance:
                holder.append(static(inner))
        lists[name] = holder
    for name in sorted(set(searched) - set(lists)):
        holder = lists[name] = Element(name)
        rows = _from_file(f"{name}.csv", media)
        if rows is None:
            missing.append(f"{name}.csv")
        holder.append(rows or Element("root"))
    for name, holder in _external(media).items():
        lists.setdefault(name, holder)
    return lists, missing


def _external(media: Media) -> dict[str, Element]:
    """The lists of itemsets.csv, which `select_one_external` asks by name."""
    content = media.read("itemsets.csv")
    lists: dict[str, Element] = {}
    for row in _from_csv(content).children if content is not None else ():
        names = row.named.get("list_name", [])
        holder = lists.setdefault(names[0].text if names else "", Element("itemsets"))
        if not holder.children:
            holder.append(Element("root"))
        holder.children[0].append(row)
    return lists


def static(markup: Markup) -> Element:
    """An XML element as expressions see it."""
    has_children = len(markup) > 0
    element = Element(local(str(markup.tag)), "" if has_children else markup.text or "")
    for key, value in markup.attrib.items():
        element.set_attribute(local(key), value)
    for inner in markup:
        element.append(static(inner))
    return element


def _from_file(name: str, media: Media) -> Element | None:
    content = media.read(name)
    if content is None:
        return None
    try:
        if name.endswith(".xml"):
            return static(read_markup(content))
        if name.endswith(".geojson"):
            return _from_geojson(content)
        return _from_csv(content)
    except (FormRefused, ValueError, csv.Error):
        return None


def _from_csv(content: bytes) -> Element:
    text = content.decode("utf-8-sig", errors="replace")
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    root = Element("root")
    for number, row in enumerate(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)):
        if number >= _MOST_ROWS:
            break
        item = Element("item")
        for column, value in row.items():
            if isinstance(column, str) and column.strip():
                item.append(Element(column.strip(), value if isinstance(value, str) else ""))
        root.append(item)
    return root


def _from_geojson(content: bytes) -> Element:
    """Each feature is a row: its properties, its id, and its geometry in ODK's notation."""
    document: object = json.loads(content)
    root = Element("root")
    features = _dict(document).get("features")
    for feature in cast("list[object]", features) if isinstance(features, list) else []:
        item = Element("item")
        parts = _dict(feature)
        geometry = _dict(parts.get("geometry"))
        cells = {"geometry": _geometry(str(geometry.get("type", "")), geometry.get("coordinates"))}
        if parts.get("id") is not None:
            cells["id"] = _scalar(parts["id"])
        for key, value in _dict(parts.get("properties")).items():
            cells[key] = _scalar(value)
        for key, value in cells.items():
            item.append(Element(key, value))
        root.append(item)
    return root


def _dict(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _scalar(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _geometry(kind: str, coordinates: object) -> str:
    if not isinstance(coordinates, list):
        return ""
    points = cast("list[object]", coordinates)
    if kind == "Point":
        return _point(points)
    line = points if kind == "LineString" else (points[0] if points else [])
    if kind not in ("LineString", "Polygon") or not isinstance(line, list):
        return ""
    return "; ".join(_point(cast("list[object]", p)) for p in cast("list[object]", line))


def _point(numbers: list[object]) -> str:
    longitude, latitude = numbers[0], numbers[1]
    return f"{latitude} {longitude} 0 0"
