"""The keyring of the system: which one it is, whether it is open, what it keeps for a vault.

Only a child process may come here (job "keyring"), for a keyring that is locked or hangs may
answer never. Nothing asks the person for a password unless the request says that a person
pressed a button for it (docs/decisions/0014-keyring.md).
"""

import json
import sys
from contextlib import closing
from importlib import import_module
from typing import Any, cast

from keyring import core
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError

SERVICE = "Workspace"
"""The neutral name under which a keyring lists the entries; the account is the vault's id."""

REAL = {
    "keyring.backends.SecretService.Keyring": "SecretService",
    "keyring.backends.kwallet.DBusKeyring": "KWallet",
    "keyring.backends.macOS.Keyring": "macOS",
    "keyring.backends.Windows.WinVaultKeyring": "Windows",
}
"""The back-ends that seal what they keep with the login of the person, and their short names."""

_HERE = {"darwin": ("macOS",), "win32": ("Windows",)}.get(
    sys.platform, ("SecretService", "KWallet")
)
"""Those that this system can have, in a fixed order: what else is installed changes nothing."""


def run(data: bytes) -> bytes:
    """Answer one request: `deed` (read, write, remove), `account`, `backend`, `secret`, `ask`.

    The answer has a `standing` (kept, empty, locked, replaced, refused, absent), the `backend`
    and for a reading the `secret`.
    """
    asked = cast("dict[str, Any]", json.loads(data))
    ring, name = choose(asked["backend"])
    if ring is None:
        answer = {"standing": "refused" if name else "absent", "backend": name}
    elif asked["backend"] not in ("", name):
        answer = {"standing": "replaced", "backend": name}
    else:
        answer = {"backend": name, **_do(asked, ring, name)}
    return json.dumps(answer).encode()


def choose(wanted: str) -> tuple[KeyringBackend | None, str]:
    """The real keyring that would be used, or the wanted one if it is there too; its short name.

    Without a real one: None, and the full name of the one that the person's settings name
    instead, "" when there is none at all.
    """
    try:
        named = core.load_env() or core.load_config()
    except (ImportError, AttributeError, RuntimeError, ValueError):
        return None, ""  # the settings name one that cannot be loaded
    if named is None:
        rings = _here()
    else:
        rings = named.backends if isinstance(named, chainer.ChainerBackend) else [named]
    real = {REAL[name]: ring for ring in rings if (name := _full_name(ring)) in REAL}
    if real:
        name = wanted if wanted in real else next(iter(real))
        return _prepared(real[name], name), name
    others = [_full_name(ring) for ring in rings if not isinstance(ring, fail.Keyring)]
    return None, next(iter(others), "")


def _here() -> list[KeyringBackend]:
    """The real ones that are there. The library's own search loads whatever is installed."""
    found: list[KeyringBackend] = []
    for full_name, name in REAL.items():
        module, _dot, kind = full_name.rpartition(".")
        if name in _HERE and (ring := getattr(import_module(module), kind)).viable:
            found.append(ring())
    return found


def _full_name(ring: KeyringBackend) -> str:
    return f"{type(ring).__module__}.{type(ring).__name__}"


def _prepared(ring: KeyringBackend, name: str) -> KeyringBackend:
    """With the settings that the library leaves open."""
    if name == "Windows":
        cast("Any", ring).persist = "local machine"  # else it travels with a roaming profile
    if name == "KWallet":
        cast("Any", ring).appid = SERVICE  # else the wallet is told the path of the program
    return ring


def _do(asked: dict[str, Any], ring: KeyringBackend, name: str) -> dict[str, str]:
    """The deed, unless it would make the keyring ask the person unbidden."""
    if not asked["ask"]:
        lock = _lock(ring, name)
        if lock == "closed" or (lock == "missing" and asked["deed"] == "write"):
            return {"standing": "locked"}
        if lock == "missing":
            return {"standing": "empty"}
    try:
        if asked["deed"] == "write":
            return _write(ring, asked["account"], asked["secret"])
        if asked["deed"] == "remove":
            _remove(ring, asked["account"])
        return _read(ring, asked["account"])
    except (KeyringLocked, InitError):
        return {"standing": "locked"}  # the question was closed without an answer


def _read(ring: KeyringBackend, account: str) -> dict[str, str]:
    try:
        secret = ring.get_password(SERVICE, account)
    except UnicodeDecodeError:
        secret = ""  # another program's, and no text
    return {"standing": "empty"} if secret is None else {"standing": "kept", "secret": secret}


def _write(ring: KeyringBackend, account: str, secret: str) -> dict[str, str]:
    """Kept only if it can be read again: not every keyring says when it took nothing."""
    ring.set_password(SERVICE, account, secret)
    return {"standing": "kept" if ring.get_password(SERVICE, account) == secret else "empty"}


def _remove(ring: KeyringBackend, account: str) -> None:
    try:
        ring.delete_password(SERVICE, account)
    except PasswordDeleteError:
        return  # what is still there is seen when it is read


def _lock(ring: KeyringBackend, name: str) -> str:
    """Whether it is "open", "closed", or "missing": then it would have to be made first.

    Looking never unlocks. macOS and Windows open theirs with the login, and offer no such look.
    """
    if name == "SecretService":
        return _collection_lock()
    if name == "KWallet":
        return _wallet_lock(cast("Any", ring))
    return "open"


def _collection_lock() -> str:
    import secretstorage  # noqa: PLC0415 - there is none but on Linux

    with closing(secretstorage.dbus_init()) as bus:
        try:
            return "closed" if secretstorage.Collection(bus).is_locked() else "open"
        except secretstorage.ItemNotFoundException:
            return "missing"


def _wallet_lock(ring: Any) -> str:  # noqa: ANN401 - the class exists with KDE's libraries only
    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - there is none but on Linux
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - the same

    wallets = DBusAddress(ring.object_path, ring.bus_name, "org.kde.KWallet")
    with open_dbus_connection() as bus:
        named = bus.send_and_get_reply(new_method_call(wallets, "networkWallet")).body[0]
        look = new_method_call(wallets, "isOpen", "s", (named,))
        return "open" if bus.send_and_get_reply(look).body[0] else "closed"
