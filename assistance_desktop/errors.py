"""What a person can be told when something does not work.

Everything raised as an AppError has a translated problem and a hint; anything else is a bug.
"""


class AppError(Exception):
    """A problem and what to do about it, both as sentences in the user's language.

    Neither sentence ever holds a value that a person typed about a client.
    """

    def __init__(self, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.problem} {self.hint}".strip()
