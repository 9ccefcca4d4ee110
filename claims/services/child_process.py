"""The door into a process that matches beside another one. It imports nothing that needs Django set up."""

import pickle
import signal
from dataclasses import astuple
from multiprocessing import parent_process
from multiprocessing.connection import Connection


def match_in_child(query: bytes, run_id: int, answer: Connection) -> None:
    """Match the articles of a query for a run, and send what was done through ``answer``."""
    import django

    django.setup()
    from claims.models import Article, Run
    from claims.services.matches import match_articles
    from claims.services.progress import Stopped

    class WhileParentLives:
        """Stops when the process that started this one is gone."""

        def begin(self, total: int, what: str) -> None:
            """Take no notice."""

        def advance(self, done: int = 1) -> None:
            """Look whether the parent lives."""
            parent = parent_process()
            if parent is None or not parent.is_alive():
                raise Stopped

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl C is the parent's to hear; it ends this one
    articles = Article.objects.all()
    articles.query = pickle.loads(query)  # noqa: S301 (our own parent made it)
    try:
        matched = match_articles(
            articles=articles, run=Run.objects.get(pk=run_id), progress=WhileParentLives()
        )
    except Stopped:
        return
    answer.send(astuple(matched))
