"""A condition in words, from the very tree that is evaluated: there is no second text (issue 4).

The names of facts and values stand in the pack's vocabulary.toml, in every language of the pack.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from assistance_desktop.guidance.rules import (
    Condition,
    Fact,
    IsUnknown,
    Not,
    Surely,
    Together,
)
from assistance_desktop.guidance.tables import Words, in_language


@dataclass(frozen=True)
class Vocabulary:
    """What facts and values are called, and how a condition is put together, in each language."""

    facts: Mapping[str, Words]
    values: Mapping[str, Words]
    words: Mapping[str, Words]

    def fact(self, path: str, language: str) -> str:
        """What a fact is called; its path when nobody named it."""
        return in_language(self.facts[path], language) if path in self.facts else path

    def value(self, value: object, language: str) -> str:
        """A value in words; as it is written when nobody named it."""
        key = str(value).lower() if isinstance(value, bool) else str(value)
        key = "[]" if value in ((), []) else key
        return in_language(self.values[key], language) if key in self.values else key

    def pattern(self, word: str, language: str) -> str:
        """How a word of the conditions is said."""
        return in_language(self.words[word], language)


NEEDED = (
    "is", "one_of", "or", "includes", "before", "under", "at_least", "at_most", "unknown",
    "not", "surely", "all", "any", "and", "either", "always",
)  # fmt: skip
"""The words that every vocabulary has."""


def in_words(condition: Condition, vocabulary: Vocabulary, language: str) -> str:
    """The condition as a sentence part, such as "role of the person: witness"."""

    def say(part: Condition) -> str:
        return in_words(part, vocabulary, language)

    match condition:
        case Fact(path, operation, operand):
            return _fact(path, operation, operand, vocabulary, language)
        case IsUnknown(path):
            pattern = vocabulary.pattern("unknown", language)
            return pattern.format(fact=vocabulary.fact(path, language))
        case Not(part):
            return vocabulary.pattern("not", language).format(part=say(part))
        case Surely(part):
            return vocabulary.pattern("surely", language).format(part=say(part))
        case Together(parts, settled_by):
            word, joint = ("any", "either") if settled_by else ("all", "and")
            bracketed = (
                f"({say(part)})" if isinstance(part, Together) else say(part) for part in parts
            )
            joined = vocabulary.pattern(joint, language).join(bracketed)
            return vocabulary.pattern(word, language).format(parts=joined)
        case _:
            return vocabulary.pattern("always", language)


def _fact(path: str, operation: str, operand: object, vocabulary: Vocabulary, language: str) -> str:
    pattern, fact = vocabulary.pattern(operation, language), vocabulary.fact(path, language)
    if operation == "one_of":
        named = [vocabulary.value(one, language) for one in cast("tuple[object, ...]", operand)]
        joint = f" {vocabulary.pattern('or', language)} "
        return pattern.format(fact=fact, values=joint.join(named))
    return pattern.format(fact=fact, value=vocabulary.value(operand, language))
