"""Statements for the tests: reports of a peace process between two invented countries."""

from claims.matching.matcher import Statement

TEXTS = [
    "We are ready to sign the peace treaty with Norvand without preconditions.",
    "“ready to sign the peace treaty with Norvand without preconditions”",
    "They are ready to sign the treaty with Norvand, but not without preconditions",
    "The railway through the Lume valley will be opened by the end of the year.",
    "The president said that they would open the railway through the Lume valley by the end of the year",
    "Seventeen of the nineteen articles of the treaty have been agreed in Halden.",
    "Fifteen of the nineteen articles of the treaty have been agreed in Halden.",
    "Kessaria did not open fire on Norvandian positions near Halden last night.",
    "Kessaria opened fire on Norvandian positions near Halden last night.",
    "Thank you very much for your question.",
    "The harvest in the Lume valley was better than in any year before.",
    "Four villages were returned, the fence was removed within ten days and not one shot was fired there.",
    "“not one shot was fired there”",
]


def statements() -> list[Statement]:
    """Return the statements, each of a quote of its own; ids from 1."""
    return [Statement(number, text, quote=number) for number, text in enumerate(TEXTS, start=1)]
