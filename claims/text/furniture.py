"""Say what a line of a page is: article or furniture, and in words why.

``sort_lines`` gives each line its kind. The words are in furniture_words.py; the shapes (dates, links,
addresses, counts) are here. Every pattern looks at one line of bounded length.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from claims.text.bylines import is_byline
from claims.text.dates import find_clocks, find_dates, has_words_beside_dates, is_relative
from claims.text.furniture_words import EVERY_LANGUAGE
from claims.text.lines import Line

MAX_FURNITURE_WORDS = 30  # a longer line is prose, whatever it begins with
MAX_CREDIT_WORDS = 60  # of sentences that say who reported, adapted and edited
MAX_OFFER = 600  # characters of a paragraph that offers something
MAX_HEADING_WORDS = 7
MAX_DATE_LINE = 160  # characters
MAX_PLAIN_HEADLINE = 25  # words without a sentence's end; more is prose that lost its full stop
MIN_CLAUSE_WORDS = 3  # before a colon or a closing mark; fewer are a label
MAX_BESIDE_DATE = 60  # characters: a section, a name, a place
MAX_BARE_TIME = 40  # characters
MOSTLY_LINKED = 0.6  # share of a line's characters


class LineKind(Enum):
    """What a line of a page is."""

    PROSE = "prose"
    SPEECH = "speech"  #: a turn after a dash or a label, however short
    SHORT = "short"  #: a headline, a name, a menu entry
    DATE = "date"
    BYLINE = "byline"
    OFFER = "offer"  #: share, print, subscribe, follow
    CREDIT = "credit"  #: who made the text or the picture
    LINK = "link"  #: the name of another story
    HEADING = "heading"  #: opens a list of other stories
    LAST_HEADING = "last heading"  #: nothing of the article comes below it
    BREAK = "break"  #: "* * *", "<…>", "____"


@dataclass(frozen=True, slots=True)
class Sorted:
    """A line with its kind."""

    line: Line
    kind: LineKind
    #: why it is furniture, for the reader; empty for prose, speech and short lines
    reason: str = ""

    @property
    def is_like_offer(self) -> bool:
        """Say whether it is prose that speaks as offers do: kept inside an article, cut at its end."""
        text = self.line.text
        return len(text) <= MAX_OFFER and bool(OFFER_WORDS.search(text.casefold()))

    @property
    def ends_article(self) -> bool:
        """Say whether it is what stands below articles: a list's heading, an offer, a copyright."""
        small = self.line.text.casefold()
        if self.kind in (LineKind.OFFER, LineKind.PROSE):
            return bool(OFFER_WORDS.search(small))
        return self.kind is LineKind.HEADING or (
            self.kind is LineKind.CREDIT and bool(COPYRIGHT.match(small))
        )

    @property
    def is_article(self) -> bool:
        """Say whether it may be part of an article's body."""
        return self.kind in (LineKind.PROSE, LineKind.SPEECH)


def _every(field: str) -> frozenset[str]:
    return frozenset(word for words in EVERY_LANGUAGE for word in getattr(words, field))


def _beginning(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


HEADINGS = _every("headings")
LAST_HEADINGS = _every("last_headings")
BUTTONS = _every("buttons")
SECTIONS = _every("sections")
OFFER_START = _beginning(_every("offers"))
HEADING_START = _beginning(frozenset(heading for heading in HEADINGS if " " in heading))
LAST_HEADING_START = _beginning(frozenset(heading for heading in LAST_HEADINGS if " " in heading))
LINK_START = re.compile(_beginning(_every("links")).pattern + r"[^\w:.!?]{0,3}[:»>→]")
CREDIT_START = _beginning(_every("credits"))

COMMENT_COUNT = re.compile(
    r"\(?\d{1,5}\)? (?:comments?|kommentare?|commentaires?|comentarios?|комментари\w{1,2}|yorum|şərh)\b"
    r"|(?:comments?|kommentare|commentaires|comentarios|комментарии|yorumlar|şərhlər|rəylər) ?\(?\d{1,5}\)?$"
)
COUNT = re.compile(
    r"\(?\d[\d.,]{0,8} ?[km]?\)? ?"
    r"(?:views?|shares?|reads?|likes?|photos?|videos?|просмотр\w{0,3}|baxış|aufrufe|vues)\b"
    r"|(?:views?|reads?|просмотров|baxış sayı|oxunub) ?:? ?\d[\d.,]{0,8}$"
    r"|(?:a )?\d{1,3}[ -]min(?:ute)?s? (?:read|lesezeit)|reading time|lesezeit|время чтения"
)
ADDRESS_LINE = re.compile(r"(?:https?://|www\.)\S{3,500}$|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,20}$")
COPYRIGHT = re.compile(r"(?:©|\(c\) ?(?=\d{4}|\w)|copyright\b)")
RIGHTS = re.compile(r"all rights reserved|alle rechte vorbehalten|tous droits réservés|все права защищены")
_PICTURE = "photo|foto|фото|image|bild|picture|photograph"
PICTURE_CREDIT = re.compile(
    rf"\((?:{_PICTURE}|ap photo|file photo|archive)\b[^()]{{0,80}}\)\.?$"
    rf"|(?:^|[.?!”\")] )(?:{_PICTURE}|credit|crédit|quelle)(?: by)? ?: ?\S[^.]{{0,80}}\.?$"
    r"|/ ?(?:getty images|reuters|afp|ap|epa|shutterstock|anadolu)\.?$|\(cc[ -]by[^()]{0,12}\)\.?$"
)
TELEPHONE = re.compile(r"(?:tel|phone|telephone|telefon|fax|тел)\b[^\d]{0,25}[\d +()/-]{5,25}$")
#: "(Tove Lind/Lume County Herald)" behind a caption
NAMES_IN_BRACKETS = re.compile(
    r"\([^\W\d_a-z][\w .'’-]{2,40}(?:/| / | via | for )[^\W\d_a-z][\w .'’-]{1,40}\)\.?$"
)
STAGE_TIME = re.compile(r"(?:end )?\d{1,2}:\d\d [ap]\.?m\.? ?[a-z]{0,4}$")
SIGN_OFF = re.compile(r"I['’]m [^\W\d_][\w.-]{1,20}(?: [^\W\d_][\w.-]{1,20}){1,2}\.$")
CREDIT_SENTENCE = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]{0,24}[ ,]{1,2}(?:and )?){2,10}(?:also )?"
    r"(?:reported (?:on )?(?:this|the) (?:story|report|from)|"
    r"contributed to (?:this|the) (?:story|report|article)|adapted (?:this|it)|wrote (?:this|it)|"
    r"was the editor|produced this)"
)
EDITORS_NOTE = re.compile(
    r"\W{0,3}(?:this|the) (?:article|story|piece|headline|version) (?:of this (?:article|story) )?"
    r"(?:was|has been|is|had been) (?:first |originally )?"
    r"(?:amended|updated|corrected|edited|published|translated|adapted|changed|based on|part of)\b"
    r"|(?:editor['’]s note|correction|clarification|anmerkung der redaktion|hinweis der redaktion)\b ?[:(]"
)
OPENS_QUOTE = re.compile("[“„«][^\\W\\d_]")
CLOSES_QUOTE = re.compile('[”“»"](?!\\w)')
#: what articles seldom say and offers often do, wherever in a paragraph it stands
OFFER_WORDS = re.compile(
    r"\b(?:subscri(?:be|ption|bers)|unsubscribe|newsletters?|sign up|log in|cookies?|privacy policy|"
    r"javascript|terms of (?:use|service)|rights reserved|click (?:here|on)|contact us|this (?:website|site)|"
    r"your (?:inbox|e-?mail|browser|consent|subscription|device)|follow (?:us|him|her|them|me) on|"
    r"our (?:newsletter|website|journalism|privacy|app)|"  # "our partners" is a politician's word
    r"datenschutz|abonnement|abonnez|s'abonner|подписаться|telegram-канал|персональных данных|"
    r"suscr[ií]b\w{1,5})\b"
)
ONLY_SIGNS = re.compile(r"[\W_]+$")
OPENERS = "\"'“‘„«»‹(["
EDGES = " \t.:;,!?…»«›‹→>|-–—•·*#"


def sort_lines(lines: Iterable[Line]) -> list[Sorted]:
    """Return the lines with their kinds.

    Below the heading of a list, what does not end as a sentence is another story's title, however long.
    """
    found: list[Sorted] = []
    in_list = False
    for line in lines:
        one = sort_line(line)
        if one.kind is LineKind.HEADING:
            in_list = True
        elif one.is_article:
            in_list = in_list and not (line.ends_sentence or line.holds_sentences)
            if in_list:
                one = Sorted(line, LineKind.SHORT)
        found.append(one)
    return found


def sort_line(line: Line) -> Sorted:
    """Return the line with its kind; the first test that answers decides."""
    text, small = line.text, line.text.casefold()
    if ONLY_SIGNS.match(text):
        return Sorted(line, LineKind.BREAK, "a line of signs")
    bare = small.strip(EDGES)
    if line.words <= MAX_FURNITURE_WORDS:
        for test in (_heading, _button, _shape, _offer):
            found = test(line, small, bare)
            if found:
                return Sorted(line, *found)
    if line.words <= MAX_CREDIT_WORDS and CREDIT_SENTENCE.match(text):
        return Sorted(line, LineKind.CREDIT, "who made the report")
    return Sorted(line, _plain_kind(line))


def _heading(line: Line, small: str, bare: str) -> tuple[LineKind, str] | None:
    if line.words > MAX_HEADING_WORDS or line.opens_speech:
        return None
    if bare in LAST_HEADINGS or COMMENT_COUNT.match(bare) or LAST_HEADING_START.match(bare):
        return LineKind.LAST_HEADING, f"what stands below “{line.text}”"
    is_longer = HEADING_START.match(bare) and not line.ends_sentence and ":" not in bare
    if bare in HEADINGS or is_longer:
        return LineKind.HEADING, f"list below “{line.text}”"
    return None


def _button(line: Line, small: str, bare: str) -> tuple[LineKind, str] | None:
    if bare in BUTTONS:
        return LineKind.OFFER, "button or menu entry"
    if COUNT.match(small) or ADDRESS_LINE.match(small):
        return LineKind.OFFER, "count or address, not the article’s words"
    return None


def _shape(line: Line, small: str, bare: str) -> tuple[LineKind, str] | None:
    if COPYRIGHT.match(small) or RIGHTS.search(small):
        return LineKind.CREDIT, "copyright line"
    if is_date_line(line.text):
        return LineKind.DATE, "date line"
    if PICTURE_CREDIT.search(small) or NAMES_IN_BRACKETS.search(line.text[-90:]):
        return LineKind.CREDIT, "caption with the picture’s credit"
    if TELEPHONE.match(small) or STAGE_TIME.match(small):
        return LineKind.CREDIT, "contact or time line"
    if EDITORS_NOTE.match(small):
        return LineKind.CREDIT, "the editors’ note"
    if SIGN_OFF.match(line.text):
        return LineKind.CREDIT, "who made the report"
    return None


def _offer(line: Line, small: str, bare: str) -> tuple[LineKind, str] | None:
    if line.opens_speech and line.words > MAX_HEADING_WORDS:
        return None
    if LINK_START.match(small):
        return LineKind.LINK, "link to another story"
    start = small.lstrip("([*•-–—> ")
    if CREDIT_START.match(start) and (start[:60].count(":") or start != small or not line.ends_sentence):
        return LineKind.CREDIT, "who made the text or the picture"
    if OFFER_START.match(start):
        return LineKind.OFFER, "invitation to share, subscribe or follow"
    if line.linked >= MOSTLY_LINKED and not line.ends_sentence:
        return LineKind.LINK, "link to another story"
    return None


def _plain_kind(line: Line) -> LineKind:
    if line.opens_speech:
        return LineKind.SPEECH
    if is_byline(line.text):
        return LineKind.BYLINE
    if line.holds_sentences or line.words > MAX_PLAIN_HEADLINE:
        return LineKind.PROSE
    if line.text.endswith("...") and line.words < MAX_PLAIN_HEADLINE:
        return LineKind.SHORT  # a teaser that the site cut off
    if line.text[-1] in ":;,”»" and line.words >= MIN_CLAUSE_WORDS:
        return LineKind.PROSE
    if OPENS_QUOTE.match(line.text) and not CLOSES_QUOTE.search(line.text):
        return LineKind.PROSE  # the first paragraph of a quote of several
    is_sentence = line.ends_sentence and (
        line.words > MIN_CLAUSE_WORDS or line.text.lstrip(OPENERS)[:1].isupper()
    )
    return LineKind.PROSE if is_sentence else LineKind.SHORT


def is_date_line(text: str) -> bool:
    """Say whether the line is there to give a date: nothing else, or a few words beside it."""
    if len(text) > MAX_DATE_LINE:
        return False
    found = find_dates(text)
    if not found:
        return _is_bare_time(text)
    if not has_words_beside_dates(text, found):
        return True
    rest = len(text) - sum(one.end - one.start for one in found)
    return rest <= MAX_BESIDE_DATE and not text[found[-1].end :].endswith((".", "!", "?", "…", "”"))


def _is_bare_time(text: str) -> bool:
    if len(text) > MAX_BARE_TIME or text.endswith("."):
        return False
    if is_relative(text) and any(char.isdigit() for char in text):
        return True
    return bool(find_clocks(text)) and not has_words_beside_dates(text, [])
