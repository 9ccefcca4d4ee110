"""Copies: grouped after an import, whatever the order; a person's word keeps texts apart; ids survive."""

import io
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command

from claims.models import Article, ArticleFingerprint, Change, CopyGroup, CopyPair, Membership, Run
from claims.queries.copies import check_copies, copies_of, folded_behind
from claims.queries.history import changes_of_article
from claims.services.changes import save_quietly
from claims.services.copies import UnableToPartCopies, compare_articles, part_copies, regroup_copies
from claims.services.over_corpus import find_all_copies, find_new_copies
from claims.services.progress import Stopped
from claims.services.recounting import recount_corpus
from claims.services.rights import NotAllowed
from claims.services.undo import undo
from tests.matching.test_copies import END, LEAD, MIDDLE, MORE, SPEECH, WIRE
from tests.services.corpus import make_article, make_run, make_user

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 14)


@pytest.fixture
def wire() -> Article:
    """Return a wire text as its agency sent it, before the others of this module."""
    return make_article(
        WIRE, title="Nine hours in the customs house", outlet="LakesWire", day=date(2026, 3, 13)
    )


def group_of(*articles: Article) -> list[tuple[int | None, str]]:
    """Return the group and kind of articles as they are stored now."""
    for article in articles:
        article.refresh_from_db()
    return [(article.copies_id, article.copy_kind) for article in articles]


def test_one_text_of_two_outlets_is_grouped_and_the_earliest_is_first(wire):
    copy = make_article(WIRE, title="No word after nine hours", outlet="Norvand Today")

    compared = find_new_copies()

    assert (compared.articles, compared.copies) == (2, 1)
    group = CopyGroup.objects.get()
    assert group_of(wire, copy) == [(group.pk, ""), (group.pk, Article.CopyKind.EXACT)]
    assert group.first == wire
    assert copy.copy_share == 1.0


def test_near_and_cut_copies_are_told_apart(wire):
    near = make_article(f"By our correspondent.\n\n{WIRE}\n\nWith LakesWire", outlet="Kess Telegraph")
    cut = make_article(f"{LEAD}\n\n{END}", outlet="Radio Halden")

    find_new_copies()

    assert [kind for _, kind in group_of(wire, near, cut)] == [
        "",
        Article.CopyKind.NEAR,
        Article.CopyKind.CUT,
    ]


def test_two_articles_on_one_speech_are_no_copies():
    one = make_article(f"{LEAD}\n\n{SPEECH}", outlet="LakesWire")
    other = make_article(f"{MIDDLE}\n\n{SPEECH}", outlet="Norvand Today")

    find_new_copies()

    assert group_of(one, other) == [(None, ""), (None, "")]


def test_the_order_of_import_does_not_matter():
    # the cut comes first, its whole text later; the day decides who was first, and of one day the time
    cut = make_article(LEAD, outlet="Radio Halden")
    late = make_article(WIRE, outlet="Kess Telegraph")
    early = make_article(WIRE, outlet="LakesWire")
    Article.objects.filter(pk=late.pk).update(published_at=datetime(2026, 3, 14, 12, tzinfo=UTC))
    Article.objects.filter(pk=early.pk).update(published_at=datetime(2026, 3, 14, 9, tzinfo=UTC))

    find_new_copies()

    assert CopyGroup.objects.get().first == early
    assert [kind for _, kind in group_of(cut, late, early)] == ["CUT", "EXACT", ""]


def test_a_new_article_joins_and_merges_groups_and_the_older_id_survives():
    # two short versions have nothing in common until the whole text comes
    upper = make_article(LEAD, outlet="Radio Halden")
    upper_again = make_article(LEAD, outlet="Orrin Observer")
    lower = make_article(f"{MIDDLE}\n\n{MORE}\n\n{END}", outlet="Kess Telegraph")
    lower_again = make_article(f"{MIDDLE}\n\n{MORE}\n\n{END}", outlet="Norvand Today")
    find_new_copies()
    (older, _), _, (younger, _), _ = group_of(upper, upper_again, lower, lower_again)
    assert older != younger

    whole = make_article(WIRE, outlet="LakesWire")
    find_new_copies()

    every = (upper, upper_again, lower, lower_again, whole)
    assert {group for group, _ in group_of(*every)} == {older}
    assert CopyGroup.objects.count() == 1
    assert list(check_copies()) == []


def test_a_retired_article_leaves_and_the_next_becomes_first(wire):
    second = make_article(WIRE, outlet="Norvand Today")
    third = make_article(WIRE, outlet="Kess Telegraph", day=date(2026, 3, 20))
    find_new_copies()
    Article.objects.filter(pk=wire.pk).update(is_live=False)
    assert any("not shown" in finding.problem for finding in check_copies())

    regroup_copies([wire.pk])

    group = CopyGroup.objects.get()
    assert group_of(wire, second, third) == [(None, ""), (group.pk, ""), (group.pk, "EXACT")]
    assert list(check_copies()) == []


def test_a_search_that_was_stopped_goes_on_with_the_rest(wire):
    class StopsAfterOne:
        def begin(self, total, what):
            pass

        def advance(self, done=1):
            raise Stopped

    copy = make_article(WIRE, outlet="Norvand Today")

    with pytest.raises(Stopped):
        find_all_copies(progress=StopsAfterOne())
    assert group_of(wire, copy) == [(None, ""), (None, "")]
    compared = find_all_copies()

    assert compared.articles == 1
    assert group_of(copy)[0][1] == "EXACT"
    assert Run.objects.filter(program=Run.Program.COPIES).count() == 1


def test_searching_everything_again_changes_nothing(wire):
    make_article(WIRE, outlet="Norvand Today")
    make_article(LEAD, outlet="Radio Halden")
    find_new_copies()

    def rows():
        pairs = CopyPair.objects.order_by("left", "right").values_list("left", "right", "kind", "share")
        articles = Article.objects.order_by("id").values_list("id", "copies", "copy_kind", "copy_share")
        return list(pairs), list(articles), sorted(ArticleFingerprint.objects.values_list("article", "value"))

    before = rows()
    find_all_copies()

    assert rows() == before


def test_a_pair_that_the_rules_drop_says_nothing_any_more(wire):
    other = make_article(f"{MIDDLE}\n\n{SPEECH}", outlet="Norvand Today")
    find_new_copies()
    run = make_run(Run.Program.COPIES)
    save_quietly(CopyPair(left=wire, right=other, kind="NEAR", share=0.9, run=run))
    regroup_copies([wire.pk])
    assert group_of(other)[0][1] == "NEAR"

    find_all_copies()

    assert group_of(wire, other) == [(None, ""), (None, "")]


# ------------------------------------------------------------------ a person's word


def test_a_person_takes_an_article_out_of_its_group_for_good(wire):
    own = make_article(LEAD, outlet="Radio Halden")
    copy = make_article(WIRE, outlet="Norvand Today")
    find_new_copies()

    part_copies(article=own, by=make_user())
    find_all_copies()
    later = make_article(f"{WIRE}\n\nWith LakesWire", outlet="Kess Telegraph")
    find_new_copies()

    # a later copy is like both, and does not bring them together again
    (of_wire, _), (of_own, _), (of_copy, _), (of_later, _) = group_of(wire, own, copy, later)
    assert of_own is None
    assert of_wire == of_copy == of_later
    assert list(check_copies()) == []


def test_undo_brings_an_article_back_to_its_group(wire):
    copy = make_article(WIRE, outlet="Norvand Today")
    find_new_copies()
    before = group_of(wire, copy)
    reviewer = make_user()
    part_copies(article=copy, by=reviewer)
    assert group_of(wire, copy) == [(None, ""), (None, "")]

    change = Change.objects.get(verb="part_copies")
    assert change in changes_of_article(wire)
    undo(change=change, by=reviewer)

    assert [kind for _, kind in group_of(wire, copy)] == [kind for _, kind in before]
    assert not CopyPair.objects.filter(is_denied=True).exists()


def test_an_article_without_copies_cannot_be_taken_out(wire):
    with pytest.raises(UnableToPartCopies, match="text of its own already"):
        part_copies(article=wire, by=make_user())


def test_readers_part_nothing(wire):
    copy = make_article(WIRE, outlet="Norvand Today")
    find_new_copies()

    with pytest.raises(NotAllowed):
        part_copies(article=copy, by=make_user(role=Membership.Role.READER))


# ------------------------------------------------------------------ reads, checks, commands


def test_what_stands_behind_the_first_is_counted_with_its_outlets(wire):
    for outlet in ("Norvand Today", "Radio Halden"):
        make_article(WIRE, outlet=outlet)
    find_new_copies()
    wire.refresh_from_db()

    folded = folded_behind([wire])

    assert (folded[wire.pk].count, folded[wire.pk].outlets) == (2, ("Norvand Today", "Radio Halden"))
    assert [article.outlet.name for article in copies_of(wire)] == [
        "LakesWire",
        "Norvand Today",
        "Radio Halden",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"copy_kind": "NEAR"},
        {"copies": None},
    ],
)
def test_a_wrong_group_is_found_and_a_recount_mends_it(wire, wrong):
    make_article(WIRE, outlet="Norvand Today")
    find_new_copies()
    Article.objects.filter(pk=wire.pk).update(**wrong)
    assert list(check_copies())

    recount_corpus()

    assert list(check_copies()) == []
    assert group_of(wire)[0][1] == ""


def test_comparing_one_article_reads_a_fixed_number_of_rows(wire, django_assert_max_num_queries):
    for number in range(12):
        make_article(WIRE, outlet=f"Outlet {number}")
    find_new_copies()
    one_more = make_article(WIRE, outlet="One More")
    run = make_run(Run.Program.COPIES)

    with django_assert_max_num_queries(60):
        compare_articles(articles=Article.objects.filter(pk=one_more.pk), run=run)


def test_the_command_tells_what_was_found(wire):
    make_article(WIRE, outlet="Norvand Today")
    out = io.StringIO()

    call_command("find_copies", "--new", stdout=out, stderr=io.StringIO())
    assert "2 articles compared, 1 have copies. Texts that several articles print: 1." in out.getvalue()

    call_command("find_copies", "--new", stdout=out, stderr=io.StringIO())
    assert "nothing was changed" in out.getvalue()
