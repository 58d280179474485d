"""What a disk holds after the power was cut: what was flushed, and by chance some of the rest.

The model: what was written to a file before its last flush is there; of what was written later,
each write is there, is not, or is torn at 512 bytes. A new name, a rename or a removal holds for
certain once its folder was flushed; before that some of the newest are missing: from some moment
on, as in a file system with a journal, or any of them (`orderly=False`).
"""

from collections import defaultdict

SECTOR = 512
NAMING = ("create", "rename", "unlink", "mkdir", "rmdir")


def cut(log, base, at, chance, *, orderly, lying=()):
    """Names and contents after a cut before entry `at`; all before `base` is held.

    Of the files whose names `lying` holds, flushes only seemed to happen from `base` on.
    """
    liars = {entry[2] for entry in log[:at] if entry[0] == "create" and entry[1] in lying}
    return _names(log[:at], base, chance, orderly), _contents(log[:at], base, chance, liars)


def _contents(log, base, chance, liars):
    flushed = defaultdict(lambda: base)
    for n, entry in enumerate(log):
        if entry[0] == "fsync" and (entry[1] not in liars):
            flushed[entry[1]] = max(n, base)
    mood = defaultdict(lambda: chance.choice(("gone", "some", "there")))
    contents = defaultdict(bytearray)
    for n, entry in enumerate(log):
        if entry[0] == "create":
            contents[entry[2]] = bytearray()
        elif entry[0] in ("write", "truncate"):
            certain = n < flushed[entry[1]]
            _apply(contents[entry[1]], entry, chance, "there" if certain else mood[entry[1]])
    return contents


def _apply(content, entry, chance, mood):
    if mood == "gone" or (mood == "some" and chance.random() < 0.4):
        return
    if entry[0] == "truncate":
        del content[entry[2] :]
        content.extend(bytes(entry[2] - len(content)))
        return
    offset, data = entry[2:]
    content.extend(bytes(max(offset + len(data) - len(content), 0)))
    torn = mood == "some" and chance.random() < 0.5
    for start in range(0, len(data), SECTOR):
        if not torn or chance.random() < 0.5:
            piece = data[start : start + SECTOR]
            content[offset + start : offset + start + len(piece)] = piece


def _names(log, base, chance, orderly):
    naming = [(n, entry) for n, entry in enumerate(log) if entry[0] in NAMING]
    flushed = defaultdict(lambda: base)
    for n, entry in enumerate(log):
        if entry[0] == "fsyncdir":
            flushed[entry[1]] = max(n, base)
    certain = [n < flushed[_folder(entry[-1] if entry[0] == "rename" else entry[1])]
               for n, entry in naming]  # fmt: skip
    last = max((at for at, sure in enumerate(certain) if sure), default=-1) + 1
    stop = chance.randint(last, len(naming))
    names = {"/": 0}
    for at, (_n, entry) in enumerate(naming):
        kept = at < stop if orderly else chance.random() < 0.5
        if certain[at] or kept:
            _rename(names, entry)
    return names


def _folder(path):
    return path.rpartition("/")[0] or "/"


def _rename(names, entry):
    kind, path, *rest = entry
    if kind == "create":
        names[path] = rest[0]
    elif kind == "mkdir":
        names[path] = 0
    elif kind in ("unlink", "rmdir"):
        names.pop(path, None)
    else:
        within = f"{path}/"
        for old in [name for name in names if name == path or name.startswith(within)]:
            names[rest[0] + old.removeprefix(path)] = names.pop(old)


def lay_out(names, contents, folder, within):
    """Put what is left of one folder of the disk into a real one."""
    start = f"{within}/"
    for name, number in names.items():
        if number and name.startswith(start):
            path = folder / name.removeprefix(start)
            path.parent.mkdir(parents=True, exist_ok=True)
            data = contents[number]
            with path.open("wb") as file:
                if any(data[:SECTOR]) or len(data) < 1 << 20:
                    file.write(data)
                file.truncate(len(data))
