"""Find the stretch of lines that is the article's body.

Every line gets a mark: prose counts for it by its words, furniture against it. The body is the stretch with
the greatest sum, after the idea of the maximum subarray (Kadane), which is linear. Headings below which
nothing of an article comes any more (comments) cut the page into parts first; a later part must be much
longer than an earlier one to be taken for the article.
"""

from collections.abc import Sequence

from claims.text.furniture import LineKind, Sorted

CHARACTERS_A_WORD = 6.5  # with the space; marks count words of this length, whatever the language
MAX_WORDS_COUNTED = 60.0  # of one line, so that one endless line does not outweigh a page
SHORT_SENTENCE = 8.0  # words; a shorter sentence counts half, because buttons and teasers have such too
SPEECH_AT_LEAST = 8.0  # a turn counts as prose however short
#: against the body; what often stands between two paragraphs costs little
MARKS = {
    LineKind.BREAK: -1.0,
    LineKind.LINK: -2.0,
    LineKind.CREDIT: -3.0,
    LineKind.OFFER: -5.0,
    LineKind.SHORT: -4.0,
    LineKind.DATE: -4.0,
    LineKind.BYLINE: -4.0,
    LineKind.HEADING: -12.0,
}
LIKE_OFFER = -6.0  # prose that speaks of newsletters, cookies, subscriptions
#: more for each further short line in a row: one is a subheading, many are a list
IN_A_ROW, IN_A_ROW_AT_MOST = -2.0, -12.0
LISTED = (LineKind.SHORT, LineKind.DATE, LineKind.LINK, LineKind.OFFER)
MAX_TRIMS = 3
LONELY = 260  # characters of a last paragraph that may be the site's own
GOOD_ENOUGH = 20.0  # marks: two sentences
BELOW_LAST_HEADING = 0.3  # what a mark counts in a part below the comments' heading


def find_body(lines: Sequence[Sorted]) -> range:
    """Return the places of the body's lines; an empty range if no line is prose."""
    best, best_sum = range(0), 0.0
    seen_good = False
    start = 0
    for place in [*(i for i, line in enumerate(lines) if line.kind is LineKind.LAST_HEADING), len(lines)]:
        found, total = _best_stretch(lines, start, place)
        if total * (BELOW_LAST_HEADING if seen_good else 1.0) > best_sum:
            best, best_sum = _trim(lines, found), total
        seen_good = seen_good or total >= GOOD_ENOUGH
        start = place + 1
    return best


def _trim(lines: Sequence[Sorted], body: range) -> range:
    """Return the body without single paragraphs at its end that follow what ends articles.

    Below an invitation to subscribe, a list of other stories or a copyright line a last lonely paragraph
    is the site's own: a slogan, a note on the writer.
    """
    end = body.stop
    for _ in range(MAX_TRIMS):
        last = lines[end - 1]
        gap_start = end - 1
        while gap_start > body.start and not _is_the_articles(lines[gap_start - 1]):
            gap_start -= 1
        is_lonely = last.kind is LineKind.PROSE and len(last.line.text) < LONELY and gap_start > body.start
        if not is_lonely or not any(line.ends_article for line in lines[gap_start : end - 1]):
            break
        end = gap_start
    return range(body.start, end)


def _is_the_articles(line: Sorted) -> bool:
    return line.is_article and not line.is_like_offer


def _best_stretch(lines: Sequence[Sorted], start: int, end: int) -> tuple[range, float]:
    best, best_sum = range(0), 0.0
    since, total = start, 0.0
    in_a_row = 0
    for place in range(start, end):
        line = lines[place]
        in_a_row = in_a_row + 1 if line.kind in LISTED else 0
        if total <= 0:
            since, total = place, 0.0
        total += mark(line) + max(IN_A_ROW_AT_MOST, IN_A_ROW * max(0, in_a_row - 1))
        if total > best_sum:
            best, best_sum = range(since, place + 1), total
    return best, best_sum


def mark(line: Sorted) -> float:
    """Return what a line counts for or against being the article's, apart from its neighbours."""
    words = min(len(line.line.text) / CHARACTERS_A_WORD, MAX_WORDS_COUNTED)
    if line.kind is LineKind.SPEECH:
        return max(words, SPEECH_AT_LEAST)
    if line.kind is LineKind.PROSE and line.is_like_offer:
        return LIKE_OFFER
    if line.kind is LineKind.PROSE:
        return words if words >= SHORT_SENTENCE else words / 2
    return MARKS[line.kind]
