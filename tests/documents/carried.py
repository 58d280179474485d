"""Made-up people whose papers are printed: their facts, choices and consents."""

from datetime import date

from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM

TODAY = date(2026, 10, 13)

FACTS = {
    "role": "possible_victim",
    "in_finland": True,
    "date_of_birth": "2002-03-14",
    "citizenships": ["VN"],
    "stay": {"basis": "none"},
    "municipality": None,
    "customer": "admitted",
    "proposal_consent": "given",
    "children": [{"date_of_birth": "2017-05-02", "in_finland": True}],
    "languages": [{"code": "vi", "reads": True}, {"code": "en", "reads": False}],
    "income": "none",
    "home_safe": False,
    "health_need": True,
    "threat": {"serious": False},
    "police": {"wish": "yes", "process": "pre_trial"},
    "own_offence": {"mentioned": True, "under_pressure": True},
    "decisions": {
        "HOUSING": "accepts",
        "HEALTH": "accepts",
        "MONEY": "accepts",
        "LEGAL": "accepts",
        "INTERP": "accepts",
        "SOCIAL": "later",
        "SUPPORT": "declines",
    },
    "reflection": {
        "grants": [{"start": "2026-04-24", "end": "2026-10-24", "by": "assistance_system"}]
    },
}

PRINT = {
    "client_name": "Aurora",
    "appointments": [
        {
            "day": "2026-10-14",
            "time": "09:00",
            "text": "Health station. We meet at the side door. Pihlaja comes with you.",
        },
        {"day": "2026-10-15", "time": "10:00", "text": "You move to the place we talked about."},
        {"day": "2026-10-16", "time": "13:00", "text": "We fill in the money form together."},
    ],
    "phone": "09 000 0000",
    "worker_initials": "P.",
}

CONSENT = {
    "consent/1": {
        "recipient": ASSISTANCE_SYSTEM,
        "state": "given",
        "given_on": "2026-10-13",
        "until": "2027-01-13",
        "how": "Spoken",
        "language": "fr",
    }
}
