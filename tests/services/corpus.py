"""A small corpus for tests: articles made in a line, and quotes as the extractor gives them."""

from datetime import date

from claims.models import Article, Codebook, Membership, Run, User
from claims.readers.documents import Document
from claims.services.articles import store_document
from claims.services.changes import save_quietly
from claims.services.extraction import write_found_quotes
from claims.services.runs import begin_run
from claims.text.found import Form, FoundQuote, FoundSpeaker, Kind
from claims.text.spans import Span

VOSK = FoundSpeaker("Ilyana Vosk", position="President of Kessaria", aliases=("Vosk",))
OKARRIN = FoundSpeaker("Anselm Okarrin", position="Prime Minister of Norvand", aliases=("Okarrin",))


def make_run(program: str = Run.Program.QUOTES) -> Run:
    """Return a new run of a program."""
    return begin_run(program=program, version="test")


def make_article(
    body: str, *, title: str = "", day: date | None = date(2026, 3, 14), outlet: str = "Radio Halden"
) -> Article:
    """Store an article without its quotes."""
    text = f"{title}\n\n{body}" if title else body
    document = Document(
        place="page.txt",
        title=title,
        text=text,
        body_start=len(title) + 2 if title else 0,
        published_on=day,
        outlet=outlet,
        language="en",
        data=text.encode(),
    )
    return store_document(document=document, run=make_run(Run.Program.READ)).article


def find(
    text: str,
    words: str,
    *speakers: FoundSpeaker,
    statements: tuple[str, ...] = (),
    mention: str = "",
    confidence: float = 0.9,
    kind: Kind = Kind.DIRECT,
    inside: int | None = None,
) -> FoundQuote:
    """Return a quote as the extractor would: ``words`` of the text, said by the speakers."""
    span = span_in(text, words)
    cuts = tuple((span_in(text, cut),) for cut in statements) or ((span,),)
    return FoundQuote(
        parts=(span,),
        quoted=() if kind == Kind.INDIRECT else (span,),
        statements=cuts,
        kind=kind,
        form=Form.REPORTED if kind == Kind.INDIRECT else Form.MARKS,
        rule="after_marks",
        confidence=confidence,
        mention=span_in(text, mention) if mention else None,
        speakers=speakers,
        inside=inside,
    )


def span_in(text: str, words: str) -> Span:
    """Return where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def write(article: Article, *found: FoundQuote) -> None:
    """Store what an extraction found."""
    write_found_quotes(article=article, found=found, run=make_run())


def make_user(name: str = "miriam", *, role: str = Membership.Role.CODER) -> User:
    """Return a member of the study "Lume valley talks"."""
    user = User.objects.create_user(name)
    codebook = Codebook.objects.first() or Codebook(name="Lume valley talks")
    save_quietly(codebook)
    membership = Membership(codebook=codebook, user=user, role=role, pseudonym=name)
    save_quietly(membership)
    return user
