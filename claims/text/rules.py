"""The rules that find and attribute quotes, by name.

A rule is a function. Its name stands beside every quote it found, its docstring's first sentence says on
what ground, and its prior is how often it named the right speaker in hand-read news.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

_EXPLANATIONS: dict[str, str] = {}
_PRIORS: dict[str, float] = {}


def rule(prior: float) -> Callable[[Function], Function]:
    """Return a decorator that enters a function as a rule that is right with the chance ``prior``.

    :raises ValueError: if the name is taken, the docstring is missing, or ``prior`` is no chance.
    """

    def enter(function: Function) -> Function:
        name = function.__name__
        if name in _EXPLANATIONS or not function.__doc__ or not 0 <= prior <= 1:
            raise ValueError(f"a rule needs a name of its own, a docstring and a chance: {name}, {prior}")
        _EXPLANATIONS[name] = " ".join(function.__doc__.split("\n\n")[0].split())
        _PRIORS[name] = prior
        return function

    return enter


def explain(rule_name: str) -> str:
    """Return the sentence that tells a reader on what ground a rule attributes a quote.

    :raises ValueError: if there is no such rule.
    """
    _enter_all()
    if rule_name not in _EXPLANATIONS:
        raise ValueError(f"no rule is called {rule_name!r}")
    return _EXPLANATIONS[rule_name]


def prior(rule_name: str) -> float:
    """Return how often a rule names the right speaker, from 0 to 1.

    :raises ValueError: if there is no such rule.
    """
    if rule_name not in _PRIORS:
        raise ValueError(f"no rule is called {rule_name!r}")
    return _PRIORS[rule_name]


def rule_names() -> list[str]:
    """Return the names of all rules, in the order of the alphabet."""
    _enter_all()
    return sorted(_EXPLANATIONS)


def _enter_all() -> None:
    """Load the extractor, whose modules enter their rules; for readers who only want an explanation."""
    import_module("claims.text.extract")
