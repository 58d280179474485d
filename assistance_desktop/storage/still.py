"""A database that nobody writes, opened without leaving a trace: a backup on a stick.

Read as it lies there, without a journal and without locks, so that a stick which is protected
from writing can be read too.
"""

from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from assistance_desktop.storage import chain
from assistance_desktop.storage.chain import Damage
from assistance_desktop.storage.database import Connection, damaged, is_whole


@contextmanager
def reading(path: Path, key: bytes) -> Generator[Connection]:
    """A connection to a database that lies still. Raises VaultDamagedError, whatever the cause."""
    try:
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
        )
        with closing(connection):
            connection.set_key(f"x'{key.hex()}'".encode())
            connection.row_factory = dbapi2.Row
            connection.execute("PRAGMA cipher_log = off")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            yield connection
    except dbapi2.DatabaseError as error:
        raise damaged() from error


def check(path: Path, key: bytes, go_on: Callable[[], None]) -> Damage:
    """Read all of it: every page, every table, and what the chain shows. Raises VaultDamagedError.

    `go_on` is asked before each reading, and raises when nobody waits for it any more.
    """
    go_on()
    with reading(path, key) as pages:
        if not is_whole(pages):
            raise damaged()
    go_on()
    with reading(path, key) as writes:
        return chain.check(writes)
