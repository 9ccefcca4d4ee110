"""Every rule says in one sentence on what ground it attributes."""

import subprocess
import sys

import pytest

from claims.text.rules import explain, prior, rule, rule_names


def test_every_rule_explains_itself_in_one_short_sentence() -> None:
    for name in rule_names():
        sentence = explain(name)
        assert sentence.endswith((".", ").")), name
        assert 20 < len(sentence) < 160, name


def test_every_rule_has_a_chance_of_being_right() -> None:
    assert all(0 < prior(name) < 1 for name in rule_names())


@pytest.mark.parametrize("ask", [explain, prior])
def test_unknown_rules_are_refused_by_name(ask) -> None:
    with pytest.raises(ValueError, match="no_such_rule"):
        ask("no_such_rule")


def test_a_rule_without_a_docstring_is_refused() -> None:
    def silent() -> None:
        pass

    with pytest.raises(ValueError, match="silent"):
        rule(0.5)(silent)


def test_two_rules_never_share_a_name() -> None:
    def said_by_name() -> None:
        """Another rule of the same name."""

    with pytest.raises(ValueError, match="said_by_name"):
        rule(0.5)(said_by_name)


def test_rules_explain_themselves_to_who_never_loaded_the_extractor() -> None:
    code = "from claims.text.rules import explain; print(explain('said_by_name'))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "verb of speech" in done.stdout
