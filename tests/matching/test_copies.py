"""Copies: one text of several outlets is known through changes and cuts, and a common speech makes none."""

import pytest

from claims.matching.copies import SHINGLE, WINDOW, Copy, CopyKind, compare, read_text
from claims.matching.copy_groups import (
    MOST_COMPARED,
    MOST_OF_A_GROUP,
    MOST_OF_AN_OUTLET,
    MOST_STORED,
    MOST_TEXTS,
    Holder,
    Linked,
    choose_candidates,
    group_copies,
)

LEAD = (
    "HALDEN. The delegations of Kessaria and Norvand met again on Friday in the old customs house above the "
    "harbour, and left it after nine hours without a word to the crowd that had waited in the rain."
)
MIDDLE = (
    "Ferries between the two banks have lain idle since the winter of the year before, when a patrol boat "
    "fired on the Maren and both governments closed their moorings to each other."
)
MORE = (
    "Fishermen from Sella said their nets had stayed dry for the longest time that anybody in the village "
    "could remember, and asked for a table of their own beside that of the diplomats."
)
END = (
    "A second round is planned for the end of April, in Kess, where workmen have begun to paint the hall of "
    "the former assembly and to hang new lamps along the quay."
)
WIRE = "\n\n".join((LEAD, MIDDLE, MORE, END))
SPEECH = (
    "“We have come to this house with open hands, and we will leave it with a text that our children can "
    "read without shame. Nobody asked us to give up the river. Nobody will. But we can share its water, its "
    "fish and its light, as our fathers did before the wars.”"
)


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        (WIRE, CopyKind.EXACT),
        # another outlet's type-setting
        (WIRE.upper().replace("\n\n", "\n"), CopyKind.EXACT),
        # another dateline, an agency line behind it
        (
            WIRE.replace("HALDEN. The", "By our correspondent. The") + "\n\nWith material of LakesWire",
            CopyKind.NEAR,
        ),
        # corrected words
        (WIRE.replace("Friday", "Saturday").replace("workmen", "painters"), CopyKind.NEAR),
        # cut from the end; and in the middle
        (f"{LEAD}\n\n{MIDDLE}", CopyKind.CUT),
        (f"{LEAD}\n\n{END}", CopyKind.CUT),
        (LEAD, CopyKind.CUT),
    ],
)
def test_one_text_printed_again_is_a_copy(printed, kind):
    found = compare(read_text(WIRE), read_text(printed))

    assert found is not None
    assert found.kind is kind
    assert 0.85 <= found.share <= 1.0


def test_compare_does_not_depend_on_the_order():
    wire, cut = read_text(WIRE), read_text(f"{LEAD}\n\n{END}")

    assert compare(wire, cut) == compare(cut, wire)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # an agency's and a newspaper's own article on one speech
        (f"{LEAD}\n\n{SPEECH}", f"{MIDDLE}\n\n{SPEECH}"),
        # the last item of a round-up, which stands alone elsewhere
        (WIRE, END),
        # one paragraph of background
        (f"{LEAD}\n\n{MIDDLE}", f"{END}\n\n{MIDDLE}"),
        # too short to tell
        ("Photo: Radio Halden", "Photo: Radio Halden, archive"),
        ("Video", "Video"),
        ("", ""),
    ],
)
def test_what_two_texts_have_in_common_makes_no_copy(left, right):
    assert compare(read_text(left), read_text(right)) is None


def test_one_form_with_new_figures_is_no_copy():
    form = (
        "Shares in Kess closed {} points higher at {} on Monday. Orrin Mills rose by {} crowns to {} and the "
        "Lume Ferry Company by {} crowns to {}, while the crown itself stood at {} against the mark at noon."
    )

    found = compare(read_text(form.format(*range(10, 17))), read_text(form.format(*range(50, 57))))

    assert found is None


def test_boilerplate_counts_for_nothing():
    # two short pages of one outlet: what they share is what all of its pages have
    standing = f"{MIDDLE} {MORE} {END}"
    pages = [f"{own}\n\n{standing}" for own in ("Rain in Kess until Sunday.", "The Maren is afloat again.")]
    read = [read_text(page) for page in pages]
    stopped = set(read[0].fingerprints) & set(read[1].fingerprints)

    assert compare(*read) == Copy(CopyKind.NEAR, pytest.approx(0.95, abs=0.03))
    assert compare(*read, stopped=stopped) is None


def test_texts_with_enough_words_in_a_row_share_a_fingerprint():
    # the promise of winnowing, wherever the stretch stands in the other text
    common = " ".join(f"word{number}" for number in range(SHINGLE + WINDOW - 1))
    alone = set(read_text(common).fingerprints)

    for length in (1, 40, 333):
        around = " ".join(f"other{number}" for number in range(length))
        assert alone & set(read_text(f"{around} {common} {around}").fingerprints)


def test_fingerprints_are_few_and_the_same_every_time():
    text = " ".join(f"word{number * number}" for number in range(1000))

    read = read_text(text)

    assert len(read.fingerprints) < 80
    assert read.fingerprints == read_text(text).fingerprints
    assert all(0 <= value < 1 << 48 for value in read.fingerprints)


def test_scripts_without_blanks_are_read_by_letters():
    text = "代表団は金曜日に港の上の古い税関でふたたび会談し、雨の中で待っていた群衆に何も言わずに去った。"

    assert len(read_text(text).words) > 40


# ------------------------------------------------------------------ candidates


def test_candidates_share_enough_of_the_shorter_one():
    holders = {
        value: [Holder(1, None, 3000), Holder(2, None, 3000)][: 1 + (value < 2)] for value in range(20)
    }

    assert choose_candidates(holders, 3000).articles == (1,)


def test_what_many_texts_have_is_boilerplate():
    pages = [Holder(number, None, 300) for number in range(MOST_TEXTS + 1)]

    found = choose_candidates({7: pages, 8: pages[:1]}, 300)

    assert found.stopped == {7}
    assert found.articles == (0,)


def test_what_many_pages_of_one_outlet_have_is_boilerplate_even_if_they_were_taken_for_copies():
    pages = [Holder(number, 5, 300, outlet=3) for number in range(MOST_OF_AN_OUTLET + 1)]

    assert choose_candidates({7: pages}, 300).stopped == {7}
    assert choose_candidates({7: pages[1:]}, 300).stopped == frozenset()


def test_one_text_of_many_outlets_is_no_boilerplate():
    copies = [Holder(number, 5, 300, outlet=number) for number in range(MOST_STORED)]

    found = choose_candidates({7: copies}, 300)

    assert found.stopped == frozenset()
    assert found.full == {7}
    assert found.articles == tuple(range(MOST_OF_A_GROUP))


def test_an_article_is_compared_with_a_bounded_number_of_others():
    holders = {value: [Holder(10 * value + n, None, 300) for n in range(10)] for value in range(30)}

    assert len(choose_candidates(holders, 300).articles) == MOST_COMPARED


# ------------------------------------------------------------------ groups


def test_copies_of_copies_are_one_group():
    pairs = [Linked(1, 2, 1.0), Linked(5, 6, 0.9), Linked(2, 9, 0.8)]

    assert group_copies(pairs, denied=[]) == [[1, 2, 9], [5, 6]]


def test_what_a_person_denied_stays_apart_and_the_surer_pair_wins():
    pairs = [Linked(1, 2, 0.8), Linked(2, 3, 1.0)]

    assert group_copies(pairs, denied=[(1, 3)]) == [[2, 3]]
    assert group_copies(reversed(pairs), denied=[(1, 3)]) == [[2, 3]]
