"""The page of an utterance: prints that say the same words, and other utterances like it."""

import pytest

from claims.models import Article, CopyGroup, Statement, Utterance
from claims.queries.utterances import near_to, show_prints
from tests.studies import Study, build_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return build_study()


def utterance_of(study: Study, *numbers: int) -> Utterance:
    rows = [study.statements[number] for number in numbers]
    utterance = Utterance.objects.create(first=rows[0], statements=len(rows))
    Statement.objects.filter(pk__in=[row.pk for row in rows]).update(utterance=utterance)
    return utterance


def let_say(study: Study, number: int, words: str) -> None:
    Statement.objects.filter(pk=study.statements[number].pk).update(exact=words)


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("A peace treaty will be signed this year,", True),  # the sign that ends it is of its sentence
        ("A peace treaty will be signed next year.", False),
    ],
)
def test_the_words_of_a_print_need_not_be_read_again_where_they_are_those_of_the_first(words, is_told, study):
    utterance = utterance_of(study, 1, 3)
    let_say(study, 3, words)
    rows = Statement.objects.filter(utterance=utterance).select_related("article").order_by("id")

    first, other = show_prints(rows, utterance, user=study.people["jon"], codebook_id=None)

    assert (first.repeats_first, other.repeats_first) == (False, is_told)


def test_of_the_same_words_in_copies_of_one_text_one_utterance_is_shown_as_like_it(study):
    own, other, copied = utterance_of(study, 1), utterance_of(study, 3), utterance_of(study, 4)
    let_say(study, 4, study.statements[3].exact)
    assert [near.utterance for near in near_to(own)] == [other, copied]

    articles = [study.statements[number].article_id for number in (3, 4)]
    group = CopyGroup.objects.create(first_id=articles[0])
    Article.objects.filter(pk__in=articles).update(copies=group)

    assert [near.utterance for near in near_to(own)] == [other]
