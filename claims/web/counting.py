"""By what a page counts: statements or utterances, as its address says."""

from dataclasses import dataclass

from django.http import HttpRequest

from claims.queries.counting import Counting, read_counting

NAME = "count"  # in the address


@dataclass(frozen=True, slots=True)
class ShownCounting:
    """What is counted, as the templates say it and keep it in addresses."""

    counting: Counting

    @property
    def by_utterance(self) -> bool:
        """Whether utterances are counted."""
        return self.counting is Counting.UTTERANCES

    @property
    def one(self) -> str:
        """What one of them is called."""
        return "utterance" if self.by_utterance else "statement"

    @property
    def many(self) -> str:
        """What several of them are called."""
        return self.counting.value

    @property
    def query(self) -> str:
        """What an address of another page needs to count so too; nothing for the usual."""
        return f"?{self.and_query}" if self.by_utterance else ""

    @property
    def and_query(self) -> str:
        """The same after other values of an address."""
        return f"{NAME}={self.counting.value}" if self.by_utterance else ""


def counting_of(request: HttpRequest) -> Counting:
    """Return what the address says is to be counted."""
    return read_counting(request.GET.get(NAME))


def shown_counting(request: HttpRequest) -> ShownCounting:
    """Return the same for templates."""
    return ShownCounting(counting_of(request))
