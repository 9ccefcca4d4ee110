"""The pairs that matching found, written beside those that are stored already."""

from collections.abc import Collection, Sequence

from claims.matching.explain import to_data
from claims.matching.matcher import ScoredPair
from claims.matching.scoring import Calibration
from claims.models import Match, Run
from claims.queries.calibration import DIGITS, calibrated, calibration_in_use
from claims.services.recounts import BATCH, batches

MATCH_COLUMNS = (
    "score", "raw_score", "relation", "features", "negation_differs", "numbers_differ", "is_live", "run",
    "method", "languages_differ",
)  # fmt: skip


def write_pairs(
    ids: Sequence[int],
    found: dict[tuple[int, int], ScoredPair],
    run: Run,
    *,
    settled: Collection[tuple[int, int]] = (),
) -> tuple[int, int, int]:
    """Write what was found, from one article's statements or with them.

    Of the stored matches those whose later statement is of this article may go, and the pairs that are
    ``settled``; what a person said something of stays as it is.

    :return: how many matches are new, changed, gone.
    """
    stored = _stored(ids, [*found, *settled])
    calibration = calibration_in_use()
    fresh: list[Match] = []
    changed: list[Match] = []
    for pair, scored in sorted(found.items()):
        match = stored.get(pair)
        if match is None:
            match = Match(left_id=pair[0], right_id=pair[1], run=run)
            _fill(match, _values(scored, calibration))
            fresh.append(match)
        elif not match.verdict and _fill(match, _values(scored, calibration)):
            match.run = run
            changed.append(match)
    own = set(ids)
    gone = [
        match
        for pair, match in stored.items()
        if (pair[1] in own or pair in settled) and pair not in found and match.is_live and not match.verdict
    ]
    for match in gone:
        match.is_live = False
    Match.objects.bulk_create(fresh, batch_size=BATCH)
    Match.objects.bulk_update([*changed, *gone], MATCH_COLUMNS, batch_size=BATCH)
    return len(fresh), len(changed), len(gone)


def _stored(ids: Sequence[int], found: Collection[tuple[int, int]]) -> dict[tuple[int, int], Match]:
    """Return the matches stored already: those that were found, live or not, and the live ones that may go.

    Hidden matches are asked for by their left side, the one that they have an index by.
    """
    stored: dict[tuple[int, int], Match] = {}
    for some in batches(ids):
        for match in Match.objects.live().filter(right__in=some):
            stored[match.left_id, match.right_id] = match
    rights = {right for _, right in found}
    for some in batches(left for left, _ in found):
        for match in Match.objects.filter(left__in=some, right__in=rights):
            stored[match.left_id, match.right_id] = match
    return stored


def _values(pair: ScoredPair, calibration: Calibration) -> dict[str, object]:
    """Return the columns of a match as found: the shipped score, and the one this corpus makes of it."""
    raw, relation = round(pair.raw_score, DIGITS), pair.relation.value.upper()
    numbers = {name: round(value, DIGITS) for name, value in sorted(pair.features.items())}
    return {
        "score": calibrated(raw, relation, calibration),
        "raw_score": raw,
        "relation": relation,
        "features": {**to_data(pair.explanation), "counted": numbers},
        "negation_differs": pair.negation_differs,
        "numbers_differ": pair.numbers_differ,
        "is_live": True,
        "method": pair.method.upper(),
        "languages_differ": pair.languages_differ,
    }


def _fill(match: Match, values: dict[str, object]) -> bool:
    """Set on a match what was found. Returns whether anything is different from before."""
    is_changed = any(getattr(match, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(match, name, value)
    return is_changed
