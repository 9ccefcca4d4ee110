"""Makes a pack out of what a language with an ``Order`` has to say; all packs but the English one use it."""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from claims.text.languages.chances import NO_CHANCES, UNMEASURED
from claims.text.languages.cueing import CueWords, WorkWords
from claims.text.languages.grammar import Grammar
from claims.text.languages.naming import Naming
from claims.text.languages.order import Order
from claims.text.languages.pack import LanguagePack

NONE: frozenset[str] = frozenset()


def ordered_pack(
    code: str,
    *,
    naming: Naming,
    order: Order,
    carriers: tuple[str, ...],
    titles_with_point: frozenset[str],
    abbreviations: frozenset[str],
    works: WorkWords | None = None,
    has_ordinals: bool = False,
    chances: Mapping[str, float] = NO_CHANCES,
) -> LanguagePack:
    """Return the pack of a language whose sentences the rules for an ``Order`` read.

    ``carriers`` are patterns with a group "via"; MEDIUM stands for the name of a medium in them.
    """
    return LanguagePack(
        code=code,
        naming=naming,
        cues=_cue_words(order),
        works=works or WorkWords(**{sort.name: NONE for sort in fields(WorkWords)}),
        grammar=_grammar(naming, order),
        introducing=order.verbs,
        carriers=tuple(re.compile(pattern.replace("MEDIUM", MEDIUM)) for pattern in carriers),
        titles_with_point=titles_with_point,
        abbreviations=abbreviations,
        has_ordinals=has_ordinals,
        chances=chances,
        caution=UNMEASURED,
        order=order,
    )


def _cue_words(order: Order) -> CueWords:
    """The order's verbs; the finer sorts of cues are English alone."""
    sorts = {sort.name: NONE for sort in fields(CueWords)}
    return CueWords(**{**sorts, "verbs": order.verbs, "plain": order.verbs, "reporting": order.verbs})


def _grammar(naming: Naming, order: Order) -> Grammar:
    """What the order and the naming say; the finer sorts of small words are English alone."""
    sorts: dict[str, Any] = {
        sort.name: () if sort.name.endswith("endings") else NONE for sort in fields(Grammar)
    }
    sorts.update(
        subject_pronouns=naming.subject_pronouns,
        determiners=order.determiners or naming.definite,
        bare_nouns=naming.groups,
        sentence_openers=frozenset(word.capitalize() for word in naming.not_names),
        between=order.fillers | order.auxiliaries,
        auxiliaries=order.auxiliaries,
        fronting=naming.prepositions,
        joining=order.joining,
        finite=order.verbs | naming.verbs,
    )
    return Grammar(**sorts)


#: a medium: one to four capitalised words
MEDIUM = r"(?P<via>[^\W\d_a-zа-яё][\w.&'’-]{0,40}(?:\s+[^\W\d_a-zа-яё][\w.&'’-]{0,40}){0,3})"
