"""The job "keyring": one request to the system's keyring (storage/system_keyring.py)."""

from assistance_desktop.storage.system_keyring import run

__all__ = ["run"]
