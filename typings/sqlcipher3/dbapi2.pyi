# sqlcipher3 is the standard library's sqlite3 module over SQLCipher, plus set_key.

from sqlite3 import Connection as _Connection
from sqlite3 import DatabaseError as DatabaseError
from sqlite3 import IntegrityError as IntegrityError
from sqlite3 import OperationalError as OperationalError
from sqlite3 import Row as Row

class Connection(_Connection):
    def set_key(self, key: bytes, /) -> None: ...

def connect(
    database: str, *, isolation_level: None = ..., check_same_thread: bool = ..., uri: bool = ...
) -> Connection: ...
