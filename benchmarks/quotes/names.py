"""When two mentions of speakers name the same speaker, for scoring.

A pronoun equals only itself. Names agree by their last word ("Ted Cruz", "Senator Cruz"), nouns by their
words ("the campaign", "his campaign").
"""

import re
import unicodedata

from claims.text.languages.naming import words

PRONOUNS = words(
    """
    he she they i we it you him her them who that which his their its this these those one himself
    herself themselves er sie es ihm ihr ihnen wir ich dieser diese dieses der die das welche welcher
    welches man
    """
)
TITLES = words(
    """
    mr mrs ms miss dr sir lord lady dame prof professor president vice prime minister senator sen rep
    representative governor gov mayor secretary gen general col colonel capt captain lt sgt officer
    chief judge justice king queen prince princess pope rev reverend father sister chancellor ambassador
    spokesman spokeswoman spokesperson former then the a an late us u.s herr frau jr sr ii iii
    """
)
SMALL = words(
    """
    the a an of for to in on at and or his her their its mr mrs ms der die das ein eine des dem den
    """
)
NAME = re.compile(
    r"[A-ZÀ-ÖØ-ÞŠŽČĆĐŁ][\w.'’-]*(?:\s+(?:(?:de|del|van|von|bin|al|el|da|di|du|la|le)\s+)*[A-ZÀ-ÖØ-ÞŠŽČĆĐŁ][\w.'’-]*)*"
)
CHUNKS = re.compile(r"[,;()\[\]“”\"]|\s[–—-]\s")
AFTER = re.compile(
    r"\b(?:for|of|with|at|in|from|to|on|by|about|against)\s*(?:(?:the|a|an|Mr\.|Mrs\.|Ms\.|Sen\.|Rep\.)\s*)*$"
)
#: these may follow a name that heads a mention; another small word shows that the name only describes
MAY_FOLLOW = re.compile(r"(?:of|from|in|at|who|and|or|also|himself|herself|on|for|via|to|with)\b")


def fold(words: str) -> str:
    """Return words in small letters without accents."""
    plain = unicodedata.normalize("NFKD", " ".join(words.split()))
    return "".join(char for char in plain if not unicodedata.combining(char)).replace("’", "'").lower()


def words_of(mention: str) -> list[str]:
    """Return the words of a mention, folded."""
    return re.findall(r"[^\W_][\w'.-]*", fold(mention))


def is_pronoun(mention: str) -> bool:
    """Say whether a mention is a pronoun."""
    found = words_of(mention)
    return 0 < len(found) <= 2 and found[0] in PRONOUNS


def name_words(mention: str) -> list[str]:
    """Return the words of the name that heads a mention; none for "a spokesman for Mr Orlan"."""
    for chunk in CHUNKS.split(mention):
        for match in NAME.finditer(chunk):
            rest = chunk[match.end() :].strip()
            if AFTER.search(chunk[: match.start()]) or (re.search(r"['’]s?$", match.group()) and rest):
                continue
            if rest[:1].islower() and not MAY_FOLLOW.match(rest):
                continue
            found = [word for word in map(_bare, match.group().split()) if word not in TITLES | PRONOUNS]
            if found:
                return found
    return []


def _bare(word: str) -> str:
    return fold(re.sub(r"['’]s$", "", word)).strip(".'-")


def same_speaker(left: str, right: str) -> bool:
    """Say whether two mentions can be the same speaker's."""
    if not left or not right:
        return False
    if fold(left) == fold(right):
        return True
    if is_pronoun(left) or is_pronoun(right):
        return is_pronoun(left) and is_pronoun(right) and words_of(left)[0] == words_of(right)[0]
    ours, theirs = name_words(left), name_words(right)
    if ours and theirs:
        few, many = sorted((set(ours), set(theirs)), key=len)
        return ours[-1] == theirs[-1] or few <= many
    if ours or theirs:
        return False
    ours_all, theirs_all = set(words_of(left)) - SMALL, set(words_of(right)) - SMALL
    both = ours_all | theirs_all
    return bool(both) and len(ours_all & theirs_all) / len(both) >= 0.5
