"""A small world for tests of pages, built through the services that the site itself uses.

Radio Halden (English)
  14 March 2026  "Vosk and Okarrin leave Halden with a date and no text"
  quote  vosk         direct    Ilyana Vosk       statement "signed"    A treaty will be signed this year.
                                                  statement "fair"      The Halden text is a fair basis, …
  quote  okarrin      mixed     Anselm Okarrin    statement "nobody"    “nobody serious expects …
  quote  unknown      direct    nobody known      statement "spring"    We have been told ‘in spring’ …
  16 March 2026  "Okarrin rules out a treaty this year"
  quote  no_treaty    direct    Anselm Okarrin    statement "not"       No treaty will be signed this year.
Kess Telegraph (English)
  15 March 2026  "President repeats her promise"
  quote  promise      direct    Ilyana Vosk       statement "within"    A treaty will be signed within …
  quote  observers    indirect  Tural Əzizbəyli   statement "observers" the observers could stay …

matches        signed–within reworded 0.91;  signed–not contradiction? 0.88, a "not" differs;
               fair–observers reworded 0.35
codebook       "Lume valley talks": group Treaty ( "A peace treaty will be signed" [1] ),
               group Valley ( "Observers should stay" [2] )
its people     lead (Miriam Oduya), coder (Jonas Weide), reader (Rui Amaral)
tags           coder: signed supports treaty;  not opposes treaty
stranger       has an account and no codebook
"""

from dataclasses import dataclass, field
from datetime import date

from claims.models import (
    Annotation,
    Article,
    Claim,
    Codebook,
    Match,
    Outlet,
    Quote,
    Run,
    Speaker,
    Statement,
    User,
)
from claims.readers.documents import Document, LeftOut
from claims.services.annotations import tag_statement
from claims.services.articles import store_document
from claims.services.claims import add_claim
from claims.services.codebooks import add_member, create_codebook, publish_version
from claims.services.extraction import write_found_quotes
from claims.services.recounts import deal_slots
from claims.services.runs import begin_run
from claims.text.found import Form, FoundQuote, FoundSpeaker, Kind
from claims.text.spans import Span

PASSWORD = "halden-lake-ferry-12"

VOSK = FoundSpeaker("Ilyana Vosk", position="President of Kessaria", aliases=("Vosk",))
OKARRIN = FoundSpeaker("Anselm Okarrin", position="Prime Minister of Norvand", aliases=("Okarrin",))
AZIZBEYLI = FoundSpeaker("Tural Əzizbəyli", position="Foreign Minister of Kessaria")

DATE_AND_NO_TEXT = (
    "Vosk and Okarrin leave Halden with a date and no text\n\n"
    "HALDEN. The leaders of Kessaria and Norvand ended two days of talks on the Lume valley.\n\n"
    "President of Kessaria Ilyana Vosk said: “A treaty will be signed this year. The Halden text is a fair "
    "basis, although three of its articles have to be written again.”\n\n"
    "Norvand’s prime minister, Anselm Okarrin, told reporters that “nobody serious expects signatures this "
    "year” while the border had not been marked on any map.\n\n"
    "“We have been told ‘in spring’ for eleven years,” a woman outside the hall said."
)
RULED_OUT = (
    "Okarrin rules out a treaty this year\n\n"
    "“No treaty will be signed this year,” said Anselm Okarrin in Orrin."
)
REPEATED = (
    "President repeats her promise\n\n"
    "“A treaty will be signed within the year,” Ilyana Vosk told the assembly in Kess.\n\n"
    "Her foreign minister, Tural Əzizbəyli, confirmed that the observers could stay until the first snow."
)


@dataclass
class World:
    """Everything that was built, by the names of the docstring above."""

    people: dict[str, User] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    quotes: dict[str, Quote] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    tags: dict[str, Annotation] = field(default_factory=dict)
    matches: dict[str, Match] = field(default_factory=dict)
    codebook: Codebook = field(default_factory=Codebook)


def build_world() -> World:
    """Build the world of the docstring above."""
    world = World()
    _add_people(world)
    _add_articles(world)
    _add_quotes(world)
    _add_matches(world)
    _add_codebook(world)
    return world


def _add_people(world: World) -> None:
    for name, first, last in (
        ("lead", "Miriam", "Oduya"),
        ("coder", "Jonas", "Weide"),
        ("reader", "Rui", "Amaral"),
        ("stranger", "Olga", "Brandt"),
    ):
        world.people[name] = User.objects.create_user(
            name, password=PASSWORD, first_name=first, last_name=last
        )


def _add_articles(world: World) -> None:
    run = begin_run(program=Run.Program.READ, version="1")
    for name, text, outlet, day in (
        ("halden", DATE_AND_NO_TEXT, "Radio Halden", date(2026, 3, 14)),
        ("ruled_out", RULED_OUT, "Radio Halden", date(2026, 3, 16)),
        ("repeated", REPEATED, "Kess Telegraph", date(2026, 3, 15)),
    ):
        document = Document(
            place=f"{name}.txt",
            title=text.partition("\n\n")[0],
            text=text,
            body_start=text.index("\n\n") + 2,
            published_on=day,
            outlet=outlet,
            language="en",
            url=f"https://{outlet.lower().replace(' ', '-')}.example/{name}",
            data=text.encode(),
            left_out=(LeftOut("Most read: The bridge that nobody wants to own", "line of a list of links"),),
        )
        article = store_document(document=document, run=run).article
        world.articles[name] = article
        world.outlets[outlet] = Outlet.objects.get(pk=article.outlet_id)


def _add_quotes(world: World) -> None:
    run = begin_run(program=Run.Program.QUOTES, version="1")
    halden, ruled_out, repeated = DATE_AND_NO_TEXT, RULED_OUT, REPEATED
    found = {
        "halden": [
            _found(
                halden,
                "A treaty will be signed this year. The Halden text is a fair basis, although three of its "
                "articles have to be written again.",
                VOSK,
                mention="President of Kessaria Ilyana Vosk",
                sentences=2,
            ),
            _found(
                halden,
                "“nobody serious expects signatures this year” while the border had not been marked on any "
                "map",
                OKARRIN,
                kind=Kind.MIXED,
                mention="Norvand’s prime minister, Anselm Okarrin",
                cue="told reporters that",
            ),
            _found(halden, "We have been told ‘in spring’ for eleven years,", None, confidence=0.4),
        ],
        "ruled_out": [
            _found(ruled_out, "No treaty will be signed this year,", OKARRIN, mention="Anselm Okarrin")
        ],
        "repeated": [
            _found(
                repeated, "A treaty will be signed within the year,", VOSK, mention="Ilyana Vosk", cue="told"
            ),
            _found(
                repeated,
                "the observers could stay until the first snow",
                AZIZBEYLI,
                kind=Kind.INDIRECT,
                mention="Tural Əzizbəyli",
                cue="confirmed that",
            ),
        ],
    }
    for name, quotes in found.items():
        write_found_quotes(article=world.articles[name], found=quotes, run=run)
        world.articles[name].refresh_from_db()
    deal_slots()
    _name_quotes(world)


def _found(
    text: str,
    words: str,
    speaker: FoundSpeaker | None,
    *,
    kind: Kind = Kind.DIRECT,
    mention: str = "",
    cue: str = "said",
    sentences: int = 1,
    confidence: float = 0.95,
) -> FoundQuote:
    """Return the quote with these words; two sentences part after the first full stop."""
    span = _span(text, words)
    statements = [(span,)]
    if sentences == 2:
        middle = span.start + words.index(". ") + 1
        statements = [(Span(span.start, middle),), (Span(middle + 1, span.end),)]
    return FoundQuote(
        parts=(span,),
        quoted=(span,) if kind == Kind.DIRECT else (),
        statements=tuple(statements),
        kind=kind,
        form=Form.REPORTED if kind == Kind.INDIRECT else Form.MARKS,
        rule="world",
        confidence=confidence,
        cue=_span(text, cue),
        mention=_span(text, mention) if mention else None,
        speakers=() if speaker is None else (speaker,),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _name_quotes(world: World) -> None:
    for name, words in (
        ("vosk", "A treaty will be signed this year. The"),
        ("okarrin", "“nobody serious"),
        ("unknown", "We have been told"),
        ("no_treaty", "No treaty"),
        ("promise", "A treaty will be signed within"),
        ("observers", "the observers"),
    ):
        world.quotes[name] = Quote.objects.get(exact__startswith=words)
    for name, words in (
        ("signed", "A treaty will be signed this year."),
        ("fair", "The Halden text"),
        ("nobody", "“nobody serious"),
        ("spring", "We have been told"),
        ("not", "No treaty"),
        ("within", "A treaty will be signed within"),
        ("observers", "the observers"),
    ):
        world.statements[name] = Statement.objects.get(exact__startswith=words)
    for name, full_name in (
        ("vosk", "Ilyana Vosk"),
        ("okarrin", "Anselm Okarrin"),
        ("azizbeyli", "Tural Əzizbəyli"),
    ):
        world.speakers[name] = Speaker.objects.get(name=full_name)


def _add_matches(world: World) -> None:
    run = begin_run(program=Run.Program.MATCHES, version="1")
    for one, other, score, relation in (
        ("signed", "within", 0.91, Match.Relation.REWORDED),
        ("signed", "not", 0.88, Match.Relation.CONTRADICTION),
        ("fair", "observers", 0.35, Match.Relation.REWORDED),
    ):
        left, right = sorted((world.statements[one], world.statements[other]), key=lambda row: row.pk)
        world.matches[f"{one}–{other}"] = Match.objects.create(
            left=left,
            right=right,
            score=score,
            raw_score=score,
            relation=relation,
            negation_differs=relation == Match.Relation.CONTRADICTION,
            run=run,
        )


def _add_codebook(world: World) -> None:
    lead, coder, reader = (world.people[name] for name in ("lead", "coder", "reader"))
    world.codebook = codebook = create_codebook(name="Lume valley talks", language="en", by=lead)
    add_member(codebook=codebook, user=coder, role="CODER", by=lead)
    add_member(codebook=codebook, user=reader, role="READER", by=lead)
    treaty = add_claim(codebook=codebook, name="Treaty", is_group=True, by=lead)
    valley = add_claim(codebook=codebook, name="Valley", is_group=True, by=lead)
    world.claims["treaty group"], world.claims["valley group"] = treaty, valley
    for name, words, parent, key in (
        ("treaty", "A peace treaty will be signed", treaty, "1"),
        ("observers", "Observers should stay", valley, "2"),
    ):
        world.claims[name] = add_claim(codebook=codebook, name=words, parent=parent, key=key, by=lead)
    publish_version(codebook=codebook, by=lead)
    for statement, stance in (("signed", "SUPPORTS"), ("not", "OPPOSES")):
        world.tags[statement] = tag_statement(
            statement=world.statements[statement], claim=world.claims["treaty"], stance=stance, by=coder
        )
