"""A tagged study for the tests of exports."""

from claims.models import Statement, Utterance
from claims.services.annotations import tag_statement
from claims.services.decisions import decide
from tests.studies import Study, build_study


def build_tagged_study() -> Study:
    """Build the study with three tags, one of them carried, a "no claim" of jon's, and two utterances."""
    study = build_study()
    jon, ada = study.people["jon"], study.people["ada"]
    signed, opens = study.claims["signed"], study.claims["opens"]
    first = tag_statement(
        statement=study.statements[1], claim=signed, stance="SUPPORTS", note="=a promise", by=jon
    )
    tag_statement(
        statement=study.statements[3],
        claim=signed,
        stance="SUPPORTS",
        way="CARRIED",
        carried_from=first,
        by=jon,
    )
    tag_statement(
        statement=study.statements[2], claim=opens, stance="OPPOSES", certainty="NOT_CERTAIN", by=ada
    )
    tag_statement(
        statement=study.statements[4],
        claim=study.claims["water"],
        stance="UNCLEAR",
        by=study.people["olga"],
    )
    decide(statement=study.statements[5], codebook=study.codebook, outcome="NO_CLAIM", by=jon)
    for statement in (study.statements[4], study.statements[5]):
        utterance = Utterance.objects.create(first=statement)
        Statement.objects.filter(pk=statement.pk).update(utterance=utterance)
    return study
