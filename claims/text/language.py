"""The language of a text, by py3langid."""

import py3langid

SAMPLE = 2_000  # characters; more does not change the answer and costs time
MIN_LETTERS = 40  # below this the answer is chance


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of ``text``, "" if it is too short to tell."""
    middle = max(0, (len(text) - SAMPLE) // 2)
    sample = text[middle : middle + SAMPLE]
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return ""
    code, _ = py3langid.classify(sample)
    return str(code)
