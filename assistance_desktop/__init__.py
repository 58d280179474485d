"""Assistance Desktop: intake, service plans and sealed exchange for people who help."""

__version__ = "0.1.0"
