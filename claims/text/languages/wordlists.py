"""Patterns for lists of words.

A list is turned into a pattern that shares the words' beginnings, so that a text is read in one pass however
long the list is: an alternation of 700 verbs takes six times as long.
"""

import re
from collections.abc import Iterable

#: letters that may follow, with what may follow them; "" where a word may end
Node = dict[str, "Node"]


def exactly(words: Iterable[str]) -> str:
    """Return a pattern for any of the words as they are spelt; the longest one that fits."""
    root: Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(root) or "(?!)"


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, with a small or a capital first letter."""
    return exactly({form for word in words for form in (word, word[:1].upper() + word[1:])})


def _pattern(node: Node) -> str:
    branches = [re.escape(letter) + _pattern(node[letter]) for letter in sorted(node) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in node else joined
