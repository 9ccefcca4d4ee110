"""The model of the optional extra ``semantic``: named in the settings, loaded by sentence-transformers.

The only module that imports that library, and only when a model is asked for: it takes seconds.
"""

import importlib.util
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from claims.matching.meaning import Embedder

SETTING = "ON_RECORD_SEMANTIC_MODEL"
LIBRARY = "sentence_transformers"
#: texts that the model reads at once
AT_ONCE = 64


class UnableToReadMeanings(Exception):
    """Meanings cannot be read; the words say why and what to do."""


class SentenceModel:
    """A sentence-embedding model of the library; satisfies ``claims.matching.meaning.Embedder``."""

    def __init__(self, name: str, model: Any) -> None:
        self.name = name
        self.model = model

    def encode(self, texts: Sequence[str]) -> NDArray[np.floating]:
        """Return a row of numbers for each text."""
        found = self.model.encode(list(texts), batch_size=AT_ONCE, show_progress_bar=False)
        return np.asarray(found, np.float32)


def model_in_settings() -> str:
    """Return the name of the model that the settings name; empty if the extra is off."""
    return str(settings.SEMANTIC_MODEL)


def is_library_there() -> bool:
    """Say whether the extra is installed."""
    return importlib.util.find_spec(LIBRARY) is not None


def embedder_in_settings() -> Embedder:
    """Return the model that the settings name.

    :raises UnableToReadMeanings: if they name none, or it cannot be loaded.
    """
    name = model_in_settings()
    if not name:
        raise UnableToReadMeanings(
            f"No model of meanings is named. Set {SETTING} to the name of a sentence-embedding model or to "
            "a folder that holds one."
        )
    return load_embedder(name)


@lru_cache(maxsize=1)
def load_embedder(name: str) -> Embedder:
    """Load a model: from a folder, or by its name, which the library may have to download first.

    :raises UnableToReadMeanings: if the library or the model is missing.
    """
    if not is_library_there():
        raise UnableToReadMeanings(
            f"The model {name} needs the extra “semantic”, which is not installed: "
            f'pip install "on-record[semantic]". Or unset {SETTING}, and statements are matched by words.'
        )
    if _is_path(name) and not Path(name).is_dir():
        raise UnableToReadMeanings(f"There is no folder {name}. Set {SETTING} to a folder with a model.")
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # standard error is for what commands report
    try:
        return SentenceModel(name, SentenceTransformer(name))
    except (OSError, ValueError, RuntimeError) as error:
        raise UnableToReadMeanings(
            f"The model {name} cannot be loaded: {_first_line(error)}. Set {SETTING} to the name of a "
            "sentence-embedding model or to a folder that holds one; by name it is downloaded once."
        ) from error


def _is_path(name: str) -> bool:
    """Say whether a name can only be a folder's: names of models have one stroke at most."""
    return name.startswith((".", "/", "~")) or name.count("/") > 1 or "\\" in name


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
