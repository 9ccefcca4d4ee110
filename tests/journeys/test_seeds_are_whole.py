"""The sample corpus in seeds/ agrees with itself: its lists, articles, codebook and annotations.

Pure checks of the files, so that a mistake in them is told here, in their own words, and not by a
first start that fails.
"""

import csv
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES = SEEDS / "articles"

#: keys that the workbench leaves free for claims
CLAIM_KEYS = set("123456789acefhilpqrtvw")
MAX_CLAIM_NAME = 80
MIN_ARTICLES = 12
MIN_WORDS = 5  # "A treaty will be signed" is about as short as a statement's beginning may be
SPEECH_DASH = re.compile(r"^ {4}- \w", re.MULTILINE)
LISTED_TIME = re.compile(r"^ {4}\d{1,2} May 2025 - \d\d:\d\d$", re.MULTILINE)


class _ShownText(HTMLParser):
    """Collect the text of a page that a reader sees, a line for each stretch."""

    hidden = frozenset({"script", "style", "head"})

    def __init__(self) -> None:
        super().__init__()
        self.stretches: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag, attrs):
        self.depth += tag in self.hidden

    def handle_endtag(self, tag):
        self.depth -= tag in self.hidden

    def handle_data(self, data):
        if not self.depth:
            self.stretches.append(data)


def _plain(raw: str, suffix: str) -> str:
    if suffix == ".html":
        page = _ShownText()
        page.feed(raw)
        raw = "".join(page.stretches)
    return raw.replace("\u00a0", " ")


def _rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8", newline="") as lines:
        if path.suffix == ".csv":
            yield from csv.DictReader(lines)
        else:
            yield from (json.loads(line) for line in lines)


def _read_articles() -> dict[str, str]:
    """The texts by their place: a path under seeds/, with "#" and the row's id for tables."""
    texts = {}
    for path in sorted(ARTICLES.rglob("*.*")):
        place = path.relative_to(SEEDS).as_posix()
        if path.suffix in {".csv", ".jsonl"}:
            for row in _rows(path):
                body = row.get("content") or row["text"]
                texts[f"{place}#{row['id']}"] = _plain(f"{row['title']}\n\n{body}", "")
        else:
            texts[place] = _plain(path.read_text(encoding="utf-8"), path.suffix)
    return texts


def _toml(name: str) -> dict:
    return tomllib.loads((SEEDS / name).read_text(encoding="utf-8"))


TEXTS = _read_articles()
CORPUS = _toml("corpus.toml")
CODEBOOK = _toml("codebook.toml")
ANNOTATIONS = list(_rows(SEEDS / "annotations.csv"))
TAGS = [row for row in ANNOTATIONS if row["outcome"] == "claims"]


def _text_of(name: str) -> str:
    (text,) = (text for place, text in TEXTS.items() if name in place)
    return text


# Articles and where they come from


def test_there_are_at_least_twelve_articles():
    assert len(TEXTS) >= MIN_ARTICLES


def test_every_article_file_is_listed_in_the_corpus_once():
    on_disk = sorted(path.relative_to(SEEDS).as_posix() for path in ARTICLES.rglob("*.*"))

    assert sorted(entry["path"] for entry in CORPUS["files"]) == on_disk


def test_every_outlet_that_a_file_or_row_names_is_described():
    named = {entry["outlet"] for entry in CORPUS["files"] if "outlet" in entry}
    named |= {row["publication"] for row in _rows(ARTICLES / "press-review.csv")}
    named |= {row["source"] for row in _rows(ARTICLES / "archive.jsonl")}

    assert named == {outlet["name"] for outlet in CORPUS["outlets"]}


def test_every_outlet_has_an_invented_domain_and_a_known_time_zone():
    for outlet in CORPUS["outlets"]:
        assert outlet["domain"].endswith(".example")
        ZoneInfo(outlet["time_zone"])


def test_no_article_points_to_a_real_address():
    raw = [path.read_text(encoding="utf-8") for path in ARTICLES.rglob("*.*")]
    hosts = {host for text in raw for host in re.findall(r"https?://([\w.-]+)", text)}

    assert {host for host in hosts if not host.endswith(".example")} == {"schema.org"}  # JSON-LD's name


def test_readme_says_that_all_is_invented_and_describes_every_file():
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")

    assert "invented" in readme
    for entry in CORPUS["files"]:
        assert entry["path"].removeprefix("articles/") in readme


# Forms


def test_a_page_saved_as_text_has_two_dash_speeches_and_forty_headlines_below():
    page = _text_of("vosk-verkhoventsev-meeting")

    body, furniture = page.split("Subscribe to our Telegram channel")
    assert len(SPEECH_DASH.findall(body)) == 2
    assert "said, according to LakesWire:" in body
    assert "Read also" in furniture
    assert len(LISTED_TIME.findall(furniture.split("Latest news")[1])) >= 40


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("marutyan-interview", "\n\nSeda Marutyan: "),
        ("joint-press-conference", "\n\nQuestion: "),
        ("statement-halden", "Press Service"),
        ("al-khatibi-im-gespraech", "„"),
        ("do-the-observers-see-enough", "‘They count barriers."),
    ],
)
def test_the_forms_that_real_pages_have_are_there(name, sign):
    assert sign in _text_of(name)


def test_the_saved_html_page_has_furniture_and_structured_data():
    page = (ARTICLES / "radio-halden/2026-03-14-vosk-and-okarrin-leave-halden.html").read_text("utf-8")

    for part in (
        "application/ld+json",
        "<nav",
        'class="related"',
        'class="newsletter"',
        "comments",
        "<footer",
    ):
        assert part in page


def test_two_outlets_print_the_agency_dispatch_almost_alike():
    agency, same, cut = (
        set(re.split(r"(?<=[.”])\s+", _text_of(name)))
        for name in ("mediators-draft", "treaty-presented", "cool-on-draft")
    )

    assert len(agency & same) > 0.8 * len(same)
    assert 0.5 * len(cut) < len(agency & cut) < 0.8 * len(cut)


# Codebook


def test_claims_stand_in_a_tree_of_known_groups_and_claims():
    known = {group["name"] for group in CODEBOOK["groups"]}
    for claim in CODEBOOK["claims"]:
        assert claim["parent"] in known, "a claim stands below what was described before it"
        known.add(claim["name"])

    assert any(claim["parent"] in {c["name"] for c in CODEBOOK["claims"]} for claim in CODEBOOK["claims"])


def test_claim_names_and_keys_are_usable_and_unique():
    names = [claim["name"] for claim in CODEBOOK["claims"]]
    keys = [claim["key"] for claim in CODEBOOK["claims"]]

    assert len(set(names)) == len(names) and max(map(len, names)) <= MAX_CLAIM_NAME
    assert len(set(keys)) == len(keys) and set(keys) <= CLAIM_KEYS


@pytest.mark.parametrize("part", ["definition", "take", "leave", "examples"])
def test_every_claim_is_defined_with_its_rules_and_examples(part):
    assert [claim["name"] for claim in CODEBOOK["claims"] if not claim[part]] == []


# Annotations


def test_annotated_words_stand_in_their_article_exactly_once():
    wrong = {
        (row["file"], row["words"]): count
        for row in ANNOTATIONS
        if (count := TEXTS[row["file"]].count(row["words"])) != 1
    }

    assert wrong == {}


def test_annotated_words_are_long_enough_to_be_recognised():
    assert [row["words"] for row in ANNOTATIONS if len(row["words"].split()) < MIN_WORDS] == []


def test_annotations_name_claims_of_the_codebook_and_all_of_them():
    assert {row["claim"] for row in TAGS} == {claim["name"] for claim in CODEBOOK["claims"]}


def test_annotations_use_known_values_only():
    assert {row["stance"] for row in TAGS} <= {"supports", "opposes", "neutral", "unclear"}
    assert {row["certainty"] for row in TAGS} == {"certain", "not_certain"}


def test_a_decision_without_claim_carries_no_tag():
    for row in ANNOTATIONS:
        if row["outcome"] != "claims":
            assert (row["outcome"], row["claim"], row["stance"], row["certainty"]) == ("no_claim", "", "", "")


def test_no_coder_tags_a_statement_with_one_claim_twice():
    tags = [(row["file"], row["words"], row["coder"], row["claim"]) for row in ANNOTATIONS]

    assert len(set(tags)) == len(tags)


def test_two_coders_overlap_and_sometimes_differ():
    seen = defaultdict(lambda: defaultdict(set))
    for row in ANNOTATIONS:
        seen[row["file"], row["words"]][row["coder"]].add((row["claim"], row["stance"]))

    both = [by_coder for by_coder in seen.values() if len(by_coder) == 2]
    differing = [by_coder for by_coder in both if by_coder["Coder A"] != by_coder["Coder B"]]
    assert len(TAGS) >= 70
    assert len(both) >= 25
    assert 5 <= len(differing) <= len(both) / 3
