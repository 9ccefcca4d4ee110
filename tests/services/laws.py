"""Laws on random acts over a database, each example in a transaction of its own."""

from hypothesis.extra.django import TestCase

from claims.services.held_matcher import let_go


class Laws(TestCase):
    """The matcher that a process holds does not outlive an example, whose statements are rolled back."""

    def setup_example(self):
        let_go()
        super().setup_example()
