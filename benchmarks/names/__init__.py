"""Which names are one speaker: a hand-made set of pairs, with brothers, fathers, namesakes and ministries."""
