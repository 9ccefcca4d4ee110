"""Where an article names people: runs of capitalised words, cut into office and name.

Enter at ``find_names``. A run ("President of Russia Vladimir Putin") is cut at full stops and possessives,
its office is split off by the words of the language's ``Naming`` and by known first names, and what is left
is a name if it can be one. One pass over the text; the work per run is bounded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.text.first_names import gender_of
from claims.text.folding import fold_text
from claims.text.languages.naming import Naming, words
from claims.text.name_runs import POSSESSIVE, Token, run_pattern, run_start, tokens_of
from claims.text.spans import Span

MAX_NAME_WORDS = 5
#: runs that are kept read
RUNS_KEPT = 8192
#: first name and surname
WORDS_OF_NAME = 2
#: a name of more words, its last one a plural, is a group's
WORDS_OF_GROUP = 3
#: may stand between a name and the word that follows it
WORD_GAP = " \u00a0\u202f,"
#: stand after a name and are no part of its surname
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: open the name of a place of two words: "President of South Africa Cyril Ramaphosa"
PLACE_OPENERS = words("new south north east west saudi sri el costa united san los great sierra")


@dataclass(slots=True)
class NameUse:
    """One place where the text names somebody."""

    #: the name's own words, without office
    start: int
    end: int
    words: tuple[str, ...]
    #: the words in the form in which they are compared
    keys: tuple[str, ...]
    #: where the office before the name begins; equals ``start`` if there is none
    office_start: int
    #: gender told by a title or role before the name
    gender: str = ""
    #: a title, role or courtesy stands before the name
    titled: bool = False
    possessive: bool = False
    #: inside somebody's speech
    spoken: bool = False

    @property
    def span(self) -> Span:
        """The name's stretch, without office."""
        return Span(self.start, self.end)

    def shifted(self, by: int) -> "NameUse":
        """The same use, counted in a text that begins ``by`` letters before."""
        return NameUse(
            self.start + by,
            self.end + by,
            self.words,
            self.keys,
            self.office_start + by,
            self.gender,
            self.titled,
            self.possessive,
            self.spoken,
        )


def find_names(text: str, naming: Naming) -> Iterator[NameUse]:
    """Find every place where ``text`` may name a person, in order.

    Names of one word are given too: whether one is somebody, only the whole article tells.
    """
    for match in run_pattern(naming).finditer(text):
        run = match.group()
        begin = match.start()
        start = run_start(text, begin) if text[begin - 1 : begin] == "-" else begin
        if start == begin and run.isalpha():
            low = _plain_word(run, naming)
            if low:
                yield NameUse(begin, begin + len(run), (run,), (low,), begin)
            continue
        read = _read_run(text[start : match.end()], naming)
        if read.may_complete_office and _completes_office(text, begin, naming):
            tokens = tokens_of(text, start, match.end())
            yield from _names_of(tokens[_complement_end(tokens, 0, naming) :], naming)
        else:
            for use in read.names:
                yield use.shifted(start)


class _Read(NamedTuple):
    """A run, read apart from the text that it stands in."""

    names: tuple[NameUse, ...]
    #: its first words may belong to an office before it
    may_complete_office: bool


@lru_cache(maxsize=RUNS_KEPT)
def _read_run(run: str, naming: Naming) -> _Read:
    """Read one run; articles say the same names again and again."""
    tokens = tokens_of(run, 0, len(run))
    is_long = len(tokens) > WORDS_OF_NAME and not gender_of(tokens[0].low)
    return _Read(tuple(_names_of(tokens, naming)), is_long and tokens[0].low not in naming.courtesy)


def _names_of(tokens: list[Token], naming: Naming) -> Iterator[NameUse]:
    for piece in cut_run(tokens, naming):
        use = name_in(piece, naming)
        if use is not None:
            yield use


def _completes_office(text: str, start: int, naming: Naming) -> bool:
    """Say whether a run opens with what an office is held of ("the president of | Norvand Ada Vask")."""
    before = text[max(0, start - 40) : start].lower().split()[-3:]
    if before and before[-1] in naming.definite:  # "president of the Norvand Federation"
        before.pop()
    if len(before) < 2 or before[-1] not in naming.office_links or before[-1] in naming.definite:
        return False
    return naming.role_of(before[-2]) is not None


@lru_cache(maxsize=RUNS_KEPT)
def _plain_word(word: str, naming: Naming) -> str:
    """Return a run of one word, letters alone, as names are compared; "" if it is none, as most are."""
    low = word.lower() if word.isascii() else fold_text(word)
    if low in naming.not_names or low in naming.particles or low in naming.things or low in naming.courtesy:
        return ""
    return "" if naming.is_people_noun(low) else low


def cut_run(tokens: list[Token], naming: Naming) -> Iterator[list[Token]]:
    """Cut a run at full stops, after possessors, and at link words that no office stands before."""
    piece: list[Token] = []
    for token in tokens:
        if token.low in naming.office_links and not any(naming.role_of(t.low) is not None for t in piece):
            if piece:
                yield piece
            piece = []
            continue
        if piece and _is_function_word(token, piece[-1], naming):
            yield piece
            piece = []
        piece.append(token)
        if _ends_name(token, naming):
            yield piece
            piece = []
    if piece:
        yield piece


def _is_function_word(token: Token, before: Token, naming: Naming) -> bool:
    """Say whether a capitalised word of a headline cannot go on a name ("Guterres Before Bilateral ...")."""
    if not token.word[0].isupper() or gender_of(before.low) or token.word.endswith("."):
        return False
    low = token.low
    return low in naming.prepositions or low in naming.verbs or low in naming.joiners


def _ends_name(token: Token, naming: Naming) -> bool:
    """Say whether a name cannot go on after this word: a possessor, or the end of a sentence."""
    if ("'" in token.word or "’" in token.word) and POSSESSIVE.search(token.word):
        return True
    if not token.word.endswith("."):
        return False
    is_abbreviation = len(token.low) <= 1 or "." in token.low or token.low in naming.courtesy
    return not is_abbreviation and token.low not in GENERATIONS


def name_in(piece: list[Token], naming: Naming) -> NameUse | None:
    """Return the name that a piece of a run ends with, if it can be one."""
    begin = _name_start(piece, split_office(piece, naming), naming)
    while len(piece) - begin > WORDS_OF_NAME and naming.is_organisation(piece[begin].low):
        begin += 1  # "глава МИД Йонас Реет"
    piece = piece[: _name_end(piece, begin, naming)]
    named = piece[begin:]
    if not named or len(named) > MAX_NAME_WORDS or (named[0].low in naming.particles and len(named) == 1):
        return None
    if len(named) == 1 and named[0].low in naming.not_names:
        return None
    if begin and piece[begin - 1].low in PLACE_OPENERS:
        return None
    if (named[-1].low in naming.things or _holds_organisation(named, naming)) and not _is_surname(named):
        return None
    return _use(piece, begin, naming)


def _holds_organisation(named: list[Token], naming: Naming) -> bool:
    return any(naming.is_organisation(token.low) for token in named)


def _is_surname(named: list[Token]) -> bool:
    """Say whether a noun that closes a name is its surname, after a first name ("Ada Park")."""
    return len(named) > 1 and bool(gender_of(named[0].low))


def _name_end(piece: list[Token], begin: int, naming: Naming) -> int:
    """Where the name that begins at ``begin`` ends: before "of Singapore", before "Monday"."""
    end = next((k for k in range(begin + 1, len(piece)) if piece[k].low in naming.office_links), len(piece))
    while end > begin + 1 and piece[end - 1].low in naming.not_names and not gender_of(piece[end - 2].low):
        end -= 1
    return end


def _use(piece: list[Token], begin: int, naming: Naming) -> NameUse:
    named = piece[begin:] if begin else piece
    last = named[-1]
    end = last.end
    possessive = None
    if not last.word.isalpha():
        possessive = POSSESSIVE.search(last.word)
        if possessive:
            end -= len(possessive.group())
        elif last.word.endswith(".") and last.low not in GENERATIONS:
            end -= 1
    words = [token.word for token in named]
    words[-1] = last.word[: end - last.start]
    start = named[0].start
    titled, gender = _title_of(piece[:begin], naming) if begin else (False, "")
    return NameUse(
        start,
        end,
        tuple(words),
        tuple([token.low for token in named]),
        piece[0].start if titled else start,
        gender,
        titled,
        possessive is not None,
    )


def _title_of(office: list[Token], naming: Naming) -> tuple[bool, str]:
    """Say whether words before a name hold a title, and what gender they tell."""
    titled = False
    gender = ""
    for token in office:
        told = naming.courtesy.get(token.low)
        if told is None:
            told = naming.role_of(token.low)
        if told is not None:
            titled = True
            gender = gender or told
    return titled, gender


def _name_start(piece: list[Token], begin: int, naming: Naming) -> int:
    """Move the start of a name past words that are nobody's name ("Democrat Hillary Clinton")."""
    last = len(piece) - 1
    while begin < last and _is_no_name(piece[begin], naming) and not _opens_group(piece[begin:], naming):
        begin += 1
    is_place_held = naming.base_forms and last - begin == WORDS_OF_NAME and not gender_of(piece[begin].low)
    if is_place_held and gender_of(piece[begin + 1].low) and piece[begin].low.endswith(naming.case_endings):
        return begin + 1  # "премьер-министр | Валдории Елена Ирбис"
    for at in range(begin + 2, last):  # "Kiev Dynamo Andriy Shevchenko"
        before = piece[at - 1].low
        is_place = len(before) > 2 and not gender_of(before) and before not in naming.particles
        if is_place and gender_of(piece[at].low):
            return at
    return begin


def _opens_group(piece: list[Token], naming: Naming) -> bool:
    """Say whether a name of many words that holds no first name is a group's: "American River Partners"."""
    if len(piece) <= WORDS_OF_GROUP or piece[-1].low[-1:] not in naming.plural_endings:
        return False
    return not any(gender_of(token.low) for token in piece[1:])


def _is_no_name(token: Token, naming: Naming) -> bool:
    """Say whether a word before a name belongs to the sentence; an initial ("I.") does not."""
    is_initial = token.word.endswith(".") and len(token.low) == 1
    return token.low in naming.not_names and not gender_of(token.low) and not is_initial


def split_office(piece: list[Token], naming: Naming) -> int:
    """Return the place in ``piece`` where the name begins, after its office; 0 if there is no office.

    "President of Russia Vladimir Putin" gives 3, "Secretary of State" 3: there is no name.
    """
    role = _last_role(piece, naming)
    if role is None:
        return 0
    begin = _after_complements(piece, role + 1, naming)
    if naming.case_endings and len(piece) - begin > WORDS_OF_NAME and not gender_of(piece[begin].low):
        return len(piece) - WORDS_OF_NAME  # "Президент Норванда Теодор Васк": a genitive
    return begin


def _last_role(piece: list[Token], naming: Naming) -> int | None:
    """The last word of office that no first name stands before ("Stephen King" holds none)."""
    found = None
    for at, token in enumerate(piece):
        if token.low in naming.courtesy or naming.role_of(token.low) is not None:
            found = at
        elif gender_of(token.low) and at + 1 < len(piece):
            break
    return found


def _after_complements(piece: list[Token], at: int, naming: Naming) -> int:
    """Skip "of Russia", "of the Republic of Azerbaijan", "for Government Relations" after an office."""
    while at < len(piece) and piece[at].low in naming.office_links:
        while at < len(piece) and piece[at].low in naming.office_links:
            at += 1
        at = _complement_end(piece, at, naming)
    return at


def _complement_end(piece: list[Token], at: int, naming: Naming) -> int:
    """Where what an office is held of ends: before a first name, after an organisation, or after a place."""
    stop = next((k for k in range(at, len(piece)) if piece[k].low in naming.office_links), len(piece))
    for k in range(at + 1, stop - 1):
        if gender_of(piece[k].low):
            return k
    for k in range(stop - 1, at - 1, -1):
        if naming.is_organisation(piece[k].low) or piece[k].low in naming.office_words:
            return k + 1
    width = 2 if at < stop and piece[at].low in PLACE_OPENERS else 1
    return min(stop, at + width)
