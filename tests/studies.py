"""A small study for tests, in the invented world of the Lume valley.

Radio Halden, 14 March 2026     Ilyana Vosk      1 "A peace treaty will be signed this year."
                                                 2 "The Sella road stays closed."
Kess Telegraph, 15 March 2026   Ilyana Vosk      3 "A peace treaty will be signed within this year."
Norvand Today, day unknown      Anselm Okarrin   4 "- No peace treaty will be signed this year."
                                nobody known     5 "=We shall see"

matches                  1–3 reworded 0.93,  1–4 contradiction? 0.81,  2–5 reworded 0.31
codebook "Lume talks"    Treaty ( A peace treaty will be signed [1], The other side delays [3] ),
                         Road ( The Sella road should open [8] )
its members              mira (lead), jon and ada (coders), rui (reader)
codebook "Water"         led by olga, who is no member of the first; one claim
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256

from claims.models import (
    Alias,
    Article,
    Attribution,
    Claim,
    Codebook,
    Match,
    Membership,
    Outlet,
    Position,
    Quote,
    Run,
    Speaker,
    Statement,
    User,
)
from claims.models.base import UNKNOWN_DAY
from claims.services.changes import save_quietly
from claims.services.claims import add_claim
from claims.services.codebooks import add_member, create_codebook, publish_version

PASSWORD = "a-long-password-of-tests"


@dataclass
class Study:
    """Everything that was built, by the names of the docstring above."""

    people: dict[str, User] = field(default_factory=dict)
    articles: list[Article] = field(default_factory=list)
    #: number in the docstring → statement
    statements: dict[int, Statement] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    matches: dict[tuple[int, int], Match] = field(default_factory=dict)
    codebook: Codebook | None = None
    other_codebook: Codebook | None = None


def build_study() -> Study:
    """Build the study: the corpus as programs would store it, the codebooks through their services."""
    study = Study()
    for name in ("mira", "jon", "ada", "rui", "olga"):
        study.people[name] = User.objects.create_user(name, password=PASSWORD)
    _build_corpus(study)
    _build_codebooks(study)
    return study


def _build_corpus(study: Study) -> None:
    run = Run.objects.create(program=Run.Program.QUOTES, version="1")
    vosk = _speaker(run, "Ilyana Vosk", "President of Kessaria")
    okarrin = _speaker(run, "Anselm Okarrin", "")
    radio = _article(
        study, run, "Radio Halden", "Talks go on", date(2026, 3, 14), datetime(2026, 3, 14, 20, 5, tzinfo=UTC)
    )
    telegraph = _article(study, run, "Kess Telegraph", "Vosk on the treaty", date(2026, 3, 15), None)
    norvand = _article(study, run, "Norvand Today", "Okarrin doubts", None, None)
    _quote(
        study,
        run,
        radio,
        vosk,
        {1: "A peace treaty will be signed this year.", 2: "The Sella road stays closed."},
    )
    _quote(study, run, telegraph, vosk, {3: "A peace treaty will be signed within this year."})
    _quote(study, run, norvand, okarrin, {4: "- No peace treaty will be signed this year."})
    _quote(study, run, norvand, None, {5: "=We shall see"})
    relation = Match.Relation
    _match(study, run, 1, 3, 0.93, relation.REWORDED)
    _match(study, run, 1, 4, 0.81, relation.CONTRADICTION)
    _match(study, run, 2, 5, 0.31, relation.REWORDED)


TEXTS = {
    "Radio Halden": "Vosk said: “A peace treaty will be signed this year. The Sella road stays closed.”",
    "Kess Telegraph": "Vosk promised: “A peace treaty will be signed within this year.”",
    "Norvand Today": (
        "“- No peace treaty will be signed this year.”, Anselm Okarrin said. A guard said: “=We shall see”"
    ),
}


def _article(
    study: Study, run: Run, outlet: str, title: str, day: date | None, at: datetime | None
) -> Article:
    publisher = Outlet(name=outlet, name_folded=outlet.lower())
    save_quietly(publisher)
    text = f"{title}\n\n{TEXTS[outlet]}"
    article = Article(
        outlet=publisher,
        title=title,
        text=text,
        body_start=len(title) + 2,
        length=len(text),
        text_hash=sha256(text.encode()).hexdigest(),
        language="en",
        url=f"https://{outlet.lower().replace(' ', '-')}.example/1",
        published_on=day,
        published_at=at,
        day=day or UNKNOWN_DAY,
        read_run=run,
        quotes_run=run,
    )
    save_quietly(article)
    study.articles.append(article)
    return article


def _speaker(run: Run, name: str, title: str) -> Speaker:
    speaker = Speaker(name=name, run=run, country="Kessaria")
    save_quietly(speaker)
    save_quietly(Alias(speaker=speaker, name=name, name_folded=name.lower(), run=run))
    if title:
        save_quietly(Position(speaker=speaker, title="Mayor of Halden", ends_on=date(2019, 1, 31), run=run))
        save_quietly(Position(speaker=speaker, title=title, starts_on=date(2019, 2, 1), run=run))
    return speaker


def _quote(study: Study, run: Run, article: Article, speaker: Speaker | None, words: dict[int, str]) -> None:
    exact = " ".join(words.values())
    start = article.text.index(exact)
    quote = Quote(
        article=article,
        start=start,
        end=start + len(exact),
        parts=[[start, start + len(exact)]],
        exact=exact,
        kind="DIRECT",
        form="MARKS",
        rule="marks",
        confidence=0.9 if speaker else 0.4,
        day=article.day,
        outlet=article.outlet,
        run=run,
    )
    save_quietly(quote)
    alias = speaker.aliases.get() if speaker else None
    attribution = Attribution(
        quote=quote, speaker=speaker, alias=alias, confidence=0.9, day=article.day, run=run
    )
    save_quietly(attribution)
    for number, sentence in words.items():
        start = article.text.index(sentence)
        statement = Statement(
            quote=quote,
            article=article,
            number=number,
            start=start,
            end=start + len(sentence),
            parts=[[start, start + len(sentence)]],
            exact=sentence,
            words_hash=sha256(sentence.encode()).hexdigest(),
            day=article.day,
            run=run,
        )
        save_quietly(statement)
        study.statements[number] = statement


def _match(study: Study, run: Run, left: int, right: int, score: float, relation: str) -> None:
    match = Match(
        left=study.statements[left],
        right=study.statements[right],
        score=score,
        raw_score=score,
        relation=relation,
        run=run,
    )
    match.save()
    study.matches[left, right] = match


def _build_codebooks(study: Study) -> None:
    mira, olga = study.people["mira"], study.people["olga"]
    study.codebook = create_codebook(name="Lume talks", by=mira)
    for name, role in (("jon", "CODER"), ("ada", "CODER"), ("rui", "READER")):
        add_member(codebook=study.codebook, user=study.people[name], role=role, by=mira)
    treaty = add_claim(codebook=study.codebook, name="Treaty", is_group=True, by=mira)
    road = add_claim(codebook=study.codebook, name="Road", is_group=True, by=mira)
    study.claims = {
        "treaty": treaty,
        "road": road,
        "signed": _claim(study, "A peace treaty will be signed", treaty, "1"),
        "delays": _claim(study, "The other side delays", treaty, "3"),
        "opens": _claim(study, "The Sella road should open", road, "8"),
    }
    publish_version(codebook=study.codebook, by=mira)
    study.other_codebook = create_codebook(name="Water", by=olga)
    study.claims["water"] = add_claim(codebook=study.other_codebook, name="The lake is low", by=olga)
    assert Membership.objects.count() == 5


def _claim(study: Study, name: str, parent: Claim, key: str) -> Claim:
    assert study.codebook is not None
    return add_claim(codebook=study.codebook, name=name, parent=parent, key=key, by=study.people["mira"])
