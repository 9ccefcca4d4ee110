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


NAVIGATION = (
    Entry("Home", "home", "h", ("home",)),
    Entry("Articles", "articles", "a", ("articles", "article", "article_history", "add_quote")),
    Entry(
        "Quotes",
        "quotes",
        "q",
        (
            "quotes", "statements", "statement", "utterances", "utterance", "carry_over", "carry_over_list",
            "carry_over_utterance", "correct_quote",
        ),  # fmt: skip
    ),
    Entry(
        "Speakers",
        "speakers",
        "s",
        ("speakers", "speaker", "merge_speakers", "split_speaker", "rename_speaker"),
    ),
    Entry("Claims", "claims", "l", ("claims", "claim")),
    Entry("Matches", "matches", "m", ("matches",)),
)
