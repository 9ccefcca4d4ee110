"""The pages in the head, their keys after "g", and which pages lie under each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the main navigation."""

    name: str
    #: name of the address
    url: str
    #: pressed after "g"
    key: str
    #: names of the addresses that stand under this entry
    pages: tuple[str, ...]
    #: what the count beside it counts, in words; empty where there is none
    counts: str = ""
    #: whether its pages count statements or utterances, and keep which
    keeps_count: bool = False


NAVIGATION = (
    Entry("Home", "home", "h", ("home",), keeps_count=True),
    Entry(
        "Articles",
        "articles",
        "a",
        ("articles", "article", "article_history", "add_quote", "extraction", "expected_changes"),
    ),
    Entry(
        "Quotes",
        "quotes",
        "q",
        (
            *("quotes", "statements", "statement", "utterances", "utterance", "correct_quote"),
            *("carry_over", "carry_over_list", "carry_over_utterance"),
        ),
    ),
    Entry(
        "Speakers",
        "speakers",
        "s",
        ("speakers", "speaker", "merge_speakers", "split_speaker", "rename_speaker", "speaker_pairs"),
        keeps_count=True,
    ),
    Entry("To check", "check", "t", ("check",), counts="quotes that nobody looked at"),
    Entry("Claims", "claims", "l", ("claims", "claim", "consistency"), keeps_count=True),
    Entry("Matches", "matches", "m", ("matches", "match"), counts="without a verdict"),
)
