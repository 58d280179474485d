"""Nature words that stand for names nobody asked for."""

import secrets

from assistance_desktop import paths


def draw_name() -> str:
    """One of the pack's words, by chance."""
    names = (paths.resources() / "packs" / "finland" / "pseudonyms.txt").read_text("utf-8")
    return secrets.choice(names.split())
