"""The optional extra ``semantic`` on the command line."""

from typing import Any

from django.core.management.base import CommandError

from claims.matching.meaning import Embedder
from claims.services.embedding import UnableToReadMeanings, embedder_in_settings


def chosen_embedder(options: dict[str, Any]) -> Embedder | None:
    """Return the model of meanings if ``--semantic`` was given.

    :raises CommandError: if it was given and there is none.
    """
    if not options["semantic"]:
        return None
    try:
        return embedder_in_settings()
    except UnableToReadMeanings as error:
        raise CommandError(str(error)) from error
