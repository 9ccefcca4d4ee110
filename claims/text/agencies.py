"""Find the wire service or medium that an article credits.

Only names that can be told from people's count: those known, those that look like a medium (LakesWire,
Newswire North), those in a dateline's brackets, and a single word after "X said, according to …:", where
the speaker has been named already.
"""

import re
from collections.abc import Iterable, Sequence

#: news agencies as they are printed
KNOWN_NAMES = """
    Azertag | Azertac | APA | Trend | Turan | Report | Report.az | Interfax | TASS | ITAR-TASS | RIA
    Novosti | Sputnik | Armenpress | ARKA | PanARMENIAN | News.am | 1news.az | Azernews | Reuters |
    Associated Press | AP | AFP | Agence France-Presse | dpa | EFE | ANSA | APA-Economics | Xinhua |
    Kyodo | Yonhap | PTI | ANI | IANS | IRNA | Mehr | Fars | Tasnim | ISNA | Anadolu | Anadolu Agency |
    AA | DHA | İHA | Bloomberg | UPI | BelTA | Ukrinform | UNIAN | Interfax-Ukraine | Kazinform | Kabar
    | UzA | AKIpress | Agerpres | MTI | PAP | CTK | ČTK | TASR | STT | TT | NTB | Ritzau | KUNA | SPA |
    WAM | QNA | MENA | Bernama | Antara | ANP | Belga | SDA | Keystone-SDA | epd | KNA | SID | Europa
    Press | Lusa | ТАСС | Интерфакс | РИА Новости | Азертадж | АПА | Тренд | Туран | Рейтер | Франс-
    Пресс
"""
KNOWN = frozenset(" ".join(name.split()).casefold() for name in KNOWN_NAMES.split("|"))
#: the end of a name that only a medium has
MEDIUM_SHAPE = re.compile(
    r"wire(?: \w{1,20})?$|(?:news|press|inform|agency|agence|agentur|agentliyi|ajansı|agencia|tv|radio|times|"
    r"post|herald|tribune|gazette|observer|telegraph|zeitung|daily|today|broadcaster|media)$"
)
WIRE_SHAPE = re.compile(r"(?i)(?:wire|agency|agentur)$")
PIECES = re.compile(r" ?[,|·•/] ?")
NAME = r"[^\W\d_a-z][\w./'’-]{1,30}(?: [^\W\d_a-z][\w./'’-]{1,30}){0,3}"
ACCORDING = re.compile(
    r"\b(?:according to|quoted by|cited by|as reported by|reported by|laut|selon|d'après|según|по данным|"
    r"сообщает|передает|передаёт) (?:the )?(?:news agency |agency |newspaper |агентство |agence |agentur )?"
    rf"(?P<name>{NAME})(?=[\s,.:;)]|$)"
)
REPORTS = re.compile(
    rf"(?:^|[,.] )(?:the )?(?P<name>{NAME}),? (?:reports?|reported|informs|writes|berichtet|rapporte|"
    r"informa|сообщает|передает|передаёт|xəbər verir)\b"
)
SAID_ACCORDING = re.compile(
    r"\b\w{3,12}, (?:according to|as quoted by|citing|quoted by) (?P<name>[^\W\d_a-z][\w.-]{2,30}):$"
)
SOURCE_LINE = re.compile(r"(?i)(?:source|quelle|источник|mənbə|kaynak|fuente) ?: ?(.{2,40})$")
#: "HALDEN, 11 September (LakesWire) - The", "Baku/05.03.24/Turan:", "Baku, March 5, AZERTAC"
DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\n()–—:]{0,60}?) ?\((?P<agency>[^\W\d_a-z][\w./ -]{1,30})\) ?[-–—:]{1,2} "
    r"|(?P<place2>[^\W\d_a-z][\w .-]{1,30})/(?:[\d.]{5,10}|[\w .]{3,20})/"
    r"(?P<agency2>[^\W\d_a-z][\w. -]{1,30})[:.] ?"
    r"|[^\W\d_a-z][\w .'-]{1,30}, (?:[^\W\d_]{3,10}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,10})(?:, \d{4})?, "
    r"(?P<agency3>[^\W\d_a-z]{2,15})(?:\. | [-–—] |: |$)"
    r"|(?P<place4>[^\W\d_a-z][^\W\d_]{1,20}), [^\n/.]{3,20}\. ?/"
    r"(?P<agency4>[^\W\d_a-z][\w .-]{1,30})/[.,] ?(?:[-–—] )?"
)
MAX_PARAGRAPHS = 40  # an agency is credited at the head or at the foot
MAX_INITIALS = 40  # characters of a line like "alr/LakesWire"
MAX_LOOKED_AT = 2_000  # characters at either end of a paragraph
HEAD_OF_PARAGRAPH = 400  # characters


def is_medium(name: str) -> bool:
    """Say whether a name is a known agency or medium, or has the shape of one."""
    small = name.casefold().removeprefix("the ").strip()
    return small in KNOWN or bool(MEDIUM_SHAPE.search(small))


def match_dateline(paragraph: str) -> re.Match[str] | None:
    """Return the dateline with an agency at the head of a paragraph, None if there is none."""
    found = DATELINE.match(paragraph[:HEAD_OF_PARAGRAPH])
    if found is None or found["place2"] or found["place4"]:
        return found
    is_dateline = is_medium(agency_of(found)) or (found["place"] and found["place"].split(",")[0].isupper())
    return found if is_dateline else None


def agency_of(dateline: re.Match[str]) -> str:
    """Return the agency that a dateline names."""
    return next(name for number in ("", "2", "3", "4") if (name := dateline[f"agency{number}"])).strip()


def find_agency(head: Iterable[str], paragraphs: Sequence[str], foot: Iterable[str]) -> str:
    """Return the credited agency, "" if none can be told.

    :param head: lines between title and body.
    :param foot: lines right below the body.
    """
    for line in head:
        for piece in PIECES.split(line[:200]):
            if piece.casefold() in KNOWN or WIRE_SHAPE.search(piece):
                return piece
    near = [_ends(text) for text in [*paragraphs[:MAX_PARAGRAPHS], *paragraphs[MAX_PARAGRAPHS:][-3:]]]
    if near and (dateline := match_dateline(near[0])):
        return agency_of(dateline)
    for pattern in (SAID_ACCORDING, ACCORDING, REPORTS):
        for paragraph in near:
            for match in pattern.finditer(paragraph):
                name = match["name"].rstrip(".,")
                if is_medium(name) or (pattern is SAID_ACCORDING and not _is_surname(name, near)):
                    return name
    return _credited_below(foot)


def _credited_below(foot: Iterable[str]) -> str:
    """Return the agency that a line below the body names: "Source: …", or initials and agencies alone."""
    for line in foot:
        source = SOURCE_LINE.match(line)
        if source and is_medium(source[1].strip()):
            return source[1].strip()
        if len(line) <= MAX_INITIALS:
            for piece in PIECES.split(line.strip("() ")):
                if piece.casefold() in KNOWN or WIRE_SHAPE.search(piece):
                    return piece
    return ""


def _ends(paragraph: str) -> str:
    """Return beginning and end of a paragraph, so that endless ones cost no time."""
    return (
        paragraph
        if len(paragraph) <= MAX_LOOKED_AT
        else paragraph[:MAX_LOOKED_AT] + paragraph[-MAX_LOOKED_AT:]
    )


def _is_surname(name: str, paragraphs: Iterable[str]) -> bool:
    """Say whether ``name`` follows a first name or a title somewhere, as a person's name does."""
    before = re.compile(rf"(?<!\. )\b[^\W\d_a-z][\w’'-]{{1,20}}\.? {re.escape(name)}\b")
    return any(before.search(paragraph) for paragraph in paragraphs)
