"""English words for matching."""

import re

from claims.matching.languages.en_kin import KIN
from claims.matching.languages.en_opposites import OPPOSITES
from claims.matching.languages.pack import (
    WordForms,
    folded_words,
    forms_table,
    numbers_table,
    shares_table,
    with_stems,
)

# Reported speech turns "I will" into "he would": both sides of such a change fold to one form.
FOLDED = forms_table("""
he: i she me him myself himself herself
they: we us them ourselves themselves
his: my her mine hers
their: our ours theirs
your: yours thy thine
be: am is are was were been being 's 'm 're
will: would shall 'll 'd
can: could may might
have: has had having 've
do: does did done doing
this: that these those
say: said says saying
go: went gone goes going
get: got gotten getting
make: made making
take: took taken taking
give: gave given giving
see: saw seen
know: knew known
think: thought
come: came coming
tell: told
find: found
leave: left leaving
keep: kept
begin: began begun
show: shown showed
lose: lost losing
pay: paid
win: won winning
run: ran running
rise: rose risen rising
fall: fell fallen
speak: spoke spoken
write: wrote written writing
build: built
send: sent
spend: spent
hold: held
bring: brought
buy: bought
sell: sold
mean: meant
meet: met
lead: led
feel: felt
grow: grew grown
break: broke broken
choose: chose chosen choosing
fight: fought
stand: stood
understand: understood
sit: sat
steal: stole stolen
strike: struck
shoot: shot
drive: drove driven driving
fly: flew flown
forget: forgot forgotten
forbid: forbade forbidden
withdraw: withdrew withdrawn
seek: sought
teach: taught
catch: caught
hear: heard
lie: lying lay
die: died dying dies
deny: denies denied denying
refuse: refuses refused refusing
child: children
man: men
woman: women
people: person persons
usa: american americans america
eu: european europeans
percent: %
you: thou thee ye
you: yourself yourselves
to: unto
on: upon
have: hath hast
do: doth dost
will: shalt wilt
say: saith spake
good: better best
big: bigger biggest
large: larger largest
many: more most
a: an
""")

# "denies that it opened fire" stands against "opened fire" as "did not open fire" does
NEGATIONS = folded_words(
    "not no non never none nobody nothing nor neither nowhere without hardly "
    "deny denies denied denying refuse refuses refused refusing"
)

# "one" is mostly a pronoun and "first" mostly an order of speaking: they are words
NUMBERS = numbers_table("""
two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60
seventy 70 eighty 80 ninety 90 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10
""")
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
    "trillion": 1e12,
}  # fmt: skip

#: "on 12 May" is no "may", and "the US" no "us"
WRITTEN = {"May": "may", "US": "usa"}
PAIRS = {
    ("united", "states"): "usa",
    ("european", "union"): "eu",
    ("united", "nations"): "un",
    ("united", "kingdom"): "uk",
    ("great", "britain"): "uk",
    ("per", "cent"): "percent",
    ("prime", "minister"): "premier",
    ("cease", "fire"): "ceasefire",
}

# Share of news statements that hold the word, measured on quotes of news articles in English. It keeps
# function words cheap while a collection is still small.
COMMON = shares_table("""
the .62 to .45 of .38 a .4 and .36 in .33 be .5 he .4 they .3 their .12 his .13 this .3 not .14 for .2
have .2 it .2 on .17 will .2 you .14 with .13 do .1 at .1 by .1 from .09 as .11 who .08 but .09 or .07
about .08 if .06 there .06 what .08 all .07 so .06 many .06 can .08 say .05 people .05 go .06 get .05
one .05 when .06 out .05 up .05 how .04 which .04 just .04 no .05 your .04 because .04 than .04 its .04
good .04 make .04 want .04 think .04 now .03 into .03 after .03 over .03 only .03 any .03 some .03 other .03
must .03 should .03 like .03 also .03 here .02 where .02 why .02 very .03 then .02 our .05 us .03 know .03
take .03 see .03 come .03 need .03 time .03 year .03 country .03 new .02
""")

FUNCTION_WORDS = folded_words(
    "the to of and that is are was were will would has have had not with for on from by at as it this "
    "they we he she you i his her their our be been but or if who which there what do does did my your "
    "its an than can could"
)
VERBS = folded_words(
    "accept achieve add admit agree allow announce answer apologise apologize appear appoint argue "
    "arrest arrive ask attack ban bar be become begin believe belong break bring build buy call can "
    "change choose claim close come condemn confirm consider continue create cut decide defend demand "
    "deny depend deploy deport describe deserve destroy die discuss do elect end endorse ensure exist "
    "expect explain fail fall feel fight find follow get give go grow guarantee happen have help hold "
    "hope implement include increase insist invite involve join keep kill know lead learn leave let "
    "listen live look lose make mean meet move must need negotiate occur open oppose ought pass pay "
    "prevent produce promise propose protect provide put raise ratify reach react receive recognise "
    "recognize reduce refuse reject remain remove represent require resign respect respond return rise "
    "run say see seem sell send serve set show sign speak spend stand start stay stop succeed suffer "
    "suggest support take talk teach tell think try turn understand urge use violate vote want warn "
    "welcome will win withdraw work write"
)

VOWEL = re.compile("[aeiouy]")
#: endings of verbs and adverbs, and the length from which a word has them
INFLECTIONS = (("ing", 5), ("ed", 4), ("ly", 5))
#: endings of nouns and verbs made from one another, with what stays
DERIVED = (
    ("ization", "iz"), ("isation", "iz"), ("ation", "at"), ("ment", ""), ("ness", ""), ("ise", "iz"),
)  # fmt: skip
SHORTEST_STEM = 3


def stem(word: str) -> str:
    """Return ``word`` without its English ending; words of three letters or fewer stay as they are."""
    if len(word) <= SHORTEST_STEM:
        return word
    return _without_final_e(_without_derivation(_without_inflection(_without_plural(word))))


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_inflection(word: str) -> str:
    for ending, longer_than in INFLECTIONS:
        if word.endswith(ending) and len(word) > longer_than and VOWEL.search(word[: -len(ending)]):
            word = word[: -len(ending)]
            break
    if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word


def _without_derivation(word: str) -> str:
    for ending, rest in DERIVED:
        if word.endswith(ending) and len(word) - len(ending) > SHORTEST_STEM:
            return word[: -len(ending)] + rest
    return word


def _without_final_e(word: str) -> str:
    if len(word) > SHORTEST_STEM and word[-1] == "e":
        word = word[:-1]
    if len(word) > SHORTEST_STEM and word[-1] == "y":
        return word[:-1] + "i"
    return word


#: what stands before "n't" where it is cut short
CUT_SHORT = {"wo": "will", "ca": "can", "sha": "will"}
#: after these words "'s" is "is" and no possessive
BEFORE_IS = frozenset({"it", "he", "she", "that", "there", "here", "what", "who", "where", "how"})
ENCLITICS = frozenset({"m", "re", "ll", "d", "ve"})


def opened(word: str) -> tuple[str, ...]:
    """Return the words of a contraction: "won't" is "will", "not"; a possessive loses its "'s"."""
    if word == "cannot":
        return ("can", "not")
    head, apostrophe, tail = word.partition("'")
    if not apostrophe:
        return (word,)
    if word.endswith("n't"):
        return (CUT_SHORT.get(word[:-3], word[:-3]), "not")
    if tail in ENCLITICS or (tail == "s" and head in BEFORE_IS):
        return (head, "'" + tail)
    return (head, tail) if len(tail) > 2 else (head,)


ENGLISH = WordForms(
    language="en",
    folded=with_stems(FOLDED, stem),
    negations=NEGATIONS,
    numbers=NUMBERS,
    scales=SCALES,
    written=WRITTEN,
    pairs=PAIRS,
    common=COMMON,
    function_words=FUNCTION_WORDS,
    verbs=VERBS,
    verb_endings=("ed", "ing"),
    kin=KIN,
    opposites=OPPOSITES,
    stem=stem,
    opened=opened,
)
