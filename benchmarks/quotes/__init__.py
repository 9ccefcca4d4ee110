"""Measures the extractor on articles whose quotes were read by hand.

    python -m benchmarks.quotes FOLDER [--errors N] [--save FILE] [--against FILE]

See ``benchmarks.quotes.gold`` for the form of the gold files, ``benchmarks.quotes.scoring`` for what counts.
"""
