"""Utterances: statements of one speaker in the same words, counted once."""

import random
from itertools import pairwise

import pytest

from claims.matching.relation import Relation
from claims.matching.utterances import Group, Link, Said, group_utterances, turns_words

PUTIN, BRANDT = 1, 2


def same(left: int, right: int, score: float = 0.95) -> Link:
    return Link(left, right, score, Relation.SAME_WORDS)


def contained(left: int, right: int, score: float = 0.9) -> Link:
    return Link(left, right, score, Relation.CONTAINED)


def said(*ids: int, **fields: int) -> list[Said]:
    return [Said(number, BRANDT, **{"day": 10, "length": 12, **fields}) for number in ids]


def members(
    statements: list[Said], links: list[Link], **words: list[tuple[int, int]]
) -> list[tuple[int, ...]]:
    return [group.statements for group in group_utterances(statements, links, **words).groups]


def test_the_same_words_of_one_speaker_are_one_utterance() -> None:
    assert members(said(1, 2, 3, 4), [same(1, 2), same(2, 4)]) == [(1, 2, 4), (3,)]


def test_other_speakers_and_unknown_ones_stay_apart() -> None:
    statements = [Said(1, BRANDT), Said(2, PUTIN), Said(3, None), Said(4, None)]

    assert members(statements, [same(1, 2), same(3, 4), same(1, 3)]) == [(1,), (2,), (3,), (4,)]


def test_weak_links_and_other_relations_join_nothing() -> None:
    links = [
        same(1, 2, score=0.79),
        Link(1, 3, 0.99, Relation.REWORDED),
        Link(2, 3, 0.99, Relation.CONTRADICTION),
    ]

    assert members(said(1, 2, 3), links) == [(1,), (2,), (3,)]


def test_a_line_said_again_later_is_another_utterance() -> None:
    statements = [*said(1, day=10), *said(2, day=14), *said(3, day=40)]

    assert members(statements, [same(1, 2), same(1, 3), same(2, 3)]) == [(1, 2), (3,)]


def test_an_utterance_does_not_creep_from_day_to_day() -> None:
    statements = [each for day in range(0, 30, 5) for each in said(day + 1, day=day)]
    links = [same(one.id, other.id) for one, other in pairwise(statements)]

    assert max(len(group) for group in members(statements, links)) == 2


def test_an_unknown_day_is_within_reach_but_is_no_bridge() -> None:
    statements = [*said(1, day=10), Said(2, BRANDT), *said(3, day=40)]

    assert members(statements, [same(1, 2, 0.99), same(2, 3)]) == [(1, 2), (3,)]


def test_a_fragment_joins_the_better_statement_and_chains_nothing() -> None:
    fragment = Said(3, BRANDT, day=10, length=4)

    found = members([*said(1, 2), fragment], [contained(1, 3, 0.85), contained(2, 3, 0.95)])

    assert found == [(1,), (2, 3)]


def test_words_that_two_direct_quotes_turn_round_were_said_twice() -> None:
    assert members(said(1, 2), [contained(1, 2)._replace(is_turned=True)]) == [(1,), (2,)]


LONG = "The text is a fair basis, and even its seventh article is less bad than it was in January."


@pytest.mark.parametrize(
    ("cut", "is_turned"),
    [
        ("even its seventh article is less bad than it was", False),
        ("The text is less bad than it was in January", False),  # words in the middle left out
        ("[Article 7] is less bad than it was", False),  # an editor's words
        ("The draft is a fair basis", False),  # another word is no other order
        ("Article 7 is less bad than it was", True),
        ("In January it was less bad", True),
    ],
)
def test_a_cut_keeps_the_order_of_the_words(cut: str, is_turned: bool) -> None:
    assert turns_words(cut, LONG, "en") is is_turned
    assert turns_words(LONG, cut, "en") is is_turned


def test_people_join_what_the_program_would_not() -> None:
    statements = [Said(1, BRANDT, day=1), Said(2, PUTIN, day=99)]

    assert members(statements, [], joins=[(2, 1)]) == [(1, 2)]


def test_people_part_what_the_program_would_join() -> None:
    links = [same(1, 2), same(2, 3), same(1, 3)]

    found = members(said(1, 2, 3), links, partings=[(1, 3)])

    assert found in ([(1, 2), (3,)], [(1,), (2, 3)])


def test_a_parting_stands_before_a_join() -> None:
    assert members(said(1, 2), [], joins=[(1, 2)], partings=[(2, 1)]) == [(1,), (2,)]


def test_an_utterance_keeps_its_id_while_it_grows() -> None:
    statements = [*said(5, utterance=70), *said(6)]

    assert group_utterances(statements, [same(5, 6)]).groups == [Group(70, (5, 6))]


def test_of_two_that_become_one_the_older_id_stays_and_the_other_leads_to_it() -> None:
    statements = [*said(1, utterance=80), *said(2, utterance=70)]

    found = group_utterances(statements, [same(1, 2)])

    assert found.groups == [Group(70, (1, 2))]
    assert found.merged == {80: 70}


def test_of_one_that_is_parted_the_first_statement_keeps_the_id() -> None:
    statements = said(1, 2, utterance=70)

    found = group_utterances(statements, [same(1, 2)], partings=[(1, 2)])

    assert found.groups == [Group(70, (1,)), Group(None, (2,))]
    assert found.merged == {}


def test_every_statement_is_in_one_utterance_whatever_the_order() -> None:
    chance = random.Random(4)
    statements = [Said(n, chance.choice([PUTIN, BRANDT]), day=chance.randrange(9)) for n in range(60)]
    links = [same(*sorted(chance.sample(range(60), 2)), chance.random()) for _ in range(300)]
    wanted = group_utterances(statements, links)

    again = group_utterances(chance.sample(statements, 60), chance.sample(links, 300))

    assert again == wanted
    assert sorted(number for group in wanted.groups for number in group.statements) == list(range(60))


def test_links_to_statements_that_are_not_given_are_left_out() -> None:
    assert members(said(1), [same(1, 9)], joins=[(1, 8)], partings=[(1, 7)]) == [(1,)]
