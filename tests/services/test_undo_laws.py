"""Whatever people did one after the other, undoing it from the last to the first gives everything back."""

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from claims.models import (
    Alias,
    Article,
    Attribution,
    Change,
    Kind,
    Match,
    Position,
    Quote,
    Speaker,
    Statement,
    Verdict,
)
from claims.services.attributing import UnableToName
from claims.services.matches import judge_match, match_articles
from claims.services.quotes import (
    UnableToCorrectQuote,
    add_quote,
    change_kind,
    confirm_quote,
    name_speaker,
    reject_quote,
    restore_quote,
    set_speakers,
)
from claims.services.speakers import (
    UnableToChangeSpeaker,
    add_alias,
    merge_speakers,
    rename_speaker,
    split_speaker,
)
from claims.services.undo import undo
from claims.text.found import FoundSpeaker
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, write
from tests.services.laws import Laws
from tests.services.test_rerun_laws import problems

TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."
REFUSALS = (UnableToCorrectQuote, UnableToChangeSpeaker, UnableToName)
NAMES = ["Ilyana Vosk", "Vosk", "Orla Vosk", "Anselm Okarrin"]
ACTS = [
    "merge", "split", "rename", "alias", "name", "set", "reject", "restore", "confirm", "kind", "judge", "add"
]  # fmt: skip

acts = st.tuples(st.sampled_from(ACTS), st.integers(0, 9), st.integers(0, 9), st.sampled_from(NAMES))


#: a quote that was set, whose speaker was merged, and which was rejected then
REJECTED_AFTER_A_MERGE = [
    ("set", 7, 8, "Vosk"),
    ("merge", 4, 6, "Anselm Okarrin"),
    ("reject", 7, 8, "Anselm Okarrin"),
]

GENERATE = [Phase.explicit, Phase.generate]  # shrinking a run over a database takes minutes
SLOW = [HealthCheck.too_slow]


class UndoLaws(Laws):
    """The laws of undo, on random acts."""

    @settings(max_examples=12, deadline=None, phases=GENERATE, suppress_health_check=SLOW)
    @example(REJECTED_AFTER_A_MERGE)
    @given(st.lists(acts, min_size=3, max_size=6))
    def test_undoing_all_in_reverse_gives_everything_back(self, wanted):
        build_corpus()
        coder = make_user()
        before = everything()

        for act in wanted:
            try:
                do(*act, coder)
            except REFUSALS:
                continue
            assert problems() == []
        for change in Change.objects.filter(undoes__isnull=True).order_by("-id"):
            undo(change=change, by=coder)
            assert problems() == []

        assert everything() == before


def build_corpus():
    """Three articles by three speakers, one of them under a bare surname; matched."""
    for outlet, speakers in (("A", (VOSK,)), ("B", (FoundSpeaker("Vosk"),)), ("C", (OKARRIN, VOSK))):
        article = make_article(f"“{TREATY}” was said. “It is a calendar,” said the envoy.", outlet=outlet)
        text = article.text
        write(article, find(text, TREATY, *speakers), find(text, "It is a calendar,", OKARRIN))
    match_articles(articles=Article.objects.without_matches_run(), run=make_run())


def do(act, place, other, name, coder):
    """Let a person do something to what stands at a place in its list; refuse as the services do."""
    quote = pick(Quote.objects.all(), place)
    speaker, second = pick(Speaker.objects.all(), place), pick(Speaker.objects.all(), other)
    if act == "merge":
        merge_speakers(speakers=[speaker], into=second, by=coder)
    elif act == "split":
        split_speaker(speaker=speaker, aliases=[pick(Alias.objects.all(), other)], name=name, by=coder)
    elif act == "rename":
        rename_speaker(speaker=speaker, name=name, by=coder)
    elif act == "alias":
        add_alias(speaker=speaker, name=name, by=coder)
    elif act == "name":
        name_speaker(quote=quote, name=name, by=coder)
    elif act == "set":
        set_speakers(quote=quote, speakers=[speaker] if other % 3 else [], by=coder)
    elif act == "add":
        add_quote(article=quote.article, start=0, end=quote.article.length, kind=Kind.INDIRECT, by=coder)
    elif act == "judge":
        match = pick(Match.objects.live(), place)
        if match is not None:
            judge_match(match=match, kind=list(Verdict.Kind)[other % 4], by=coder)
    elif act == "kind":
        change_kind(quote=quote, kind=Kind.MIXED, by=coder)
    else:
        verbs = {"reject": reject_quote, "restore": restore_quote, "confirm": confirm_quote}
        verbs[act](quote=quote, by=coder)


def pick(rows, place):
    """The row at a place of the list, or none of an empty one."""
    rows = list(rows.order_by("id"))
    return rows[place % len(rows)] if rows else None


def everything():
    """What stands, and what it says; a row that was made and taken back stands no more.

    What orders the queue (``reach``, ``worth``) may wait for the next matching run.
    """
    left_out = {"touched_by_id", "touched_at", "slot", "utterance_id", "reach", "worth"}
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in left_out}
            for row in model.objects.filter(**condition).order_by("id").values()
        ]
        for model, condition in (
            (Quote, {"is_live": True}),
            (Attribution, {"is_live": True}),
            (Statement, {"is_live": True}),
            (Match, {"is_live": True}),
            (Speaker, {"is_live": True}),
            (Alias, {"speaker__is_live": True, "run__isnull": False}),
            (Position, {"is_live": True}),
            (Verdict, {"is_latest": True}),
        )
    }
