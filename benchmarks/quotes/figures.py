"""The committed figures, and what changed since: per track, and rule by rule.

``figures.json`` beside this file holds figures only, no texts. ``python -m benchmarks.quotes FOLDER --save``
renews it; a commit that changes a figure carries it along.
"""

import json
from pathlib import Path
from typing import Any

from benchmarks.quotes.scoring import Tally

COMMITTED = Path(__file__).with_name("figures.json")

#: set → track → "precision", "recall", "f1", "speaker" and "rules": rule → [found, in the gold, right]
Figures = dict[str, dict[str, dict[str, Any]]]


def figures_of(tally: Tally) -> dict[str, Any]:
    """Return the figures of one track."""
    return {
        "precision": round(100 * tally.precision, 1),
        "recall": round(100 * tally.recall, 1),
        "f1": round(100 * tally.f1, 1),
        "speaker": round(100 * tally.speaker, 1),
        "rules": {
            rule: [counts["predicted"], counts["matched"], counts["right"]]
            for rule, counts in sorted(tally.rules.items())
        },
    }


def read_figures(path: Path) -> Figures:
    """Return the figures of a file."""
    figures: Figures = json.loads(path.read_text("utf-8"))
    return figures


def save_figures(path: Path, figures: Figures) -> None:
    """Write figures; the sets of the file that were not measured now stay as they are."""
    kept = read_figures(path) if path.exists() else {}
    words = json.dumps({**kept, **figures}, indent=1, sort_keys=True)
    path.write_text(words + "\n", "utf-8")


def print_changes(before: Figures, after: Figures) -> None:
    """Print the gains and losses of each track, and of each rule whose counts are others."""
    print("\nagainst the earlier figures: F1, and rules as found / in the gold / with the right speaker")
    for name, tracks in after.items():
        for track, now in tracks.items():
            earlier = before.get(name, {}).get(track)
            if earlier is None:
                print(f"  {name:16} {track:10}    new → {now['f1']:5.1f}")
                continue
            gain = now["f1"] - earlier["f1"]
            print(f"  {name:16} {track:10} {earlier['f1']:6.1f} → {now['f1']:5.1f}  {gain:+.1f}")
            _print_changed_rules(earlier["rules"], now["rules"])


def _print_changed_rules(before: dict[str, list[int]], after: dict[str, list[int]]) -> None:
    for rule in sorted(before.keys() | after.keys()):
        was, now = before.get(rule, [0, 0, 0]), after.get(rule, [0, 0, 0])
        if was != now:
            each = "   ".join(f"{new} ({new - old:+d})" for old, new in zip(was, now, strict=True))
            print(f"      {rule:28} {each}")
