"""German words for matching.

Function words are folded to one form that is no word of another language where possible ("die", "den"
→ "der"): an English "die" or "war" must not become cheap.
"""

from claims.matching.languages.de_kin import KIN
from claims.matching.languages.de_opposites import OPPOSITES
from claims.matching.languages.pack import (
    WordForms,
    folded_words,
    forms_table,
    numbers_table,
    shares_table,
    with_stems,
)

# Reported speech turns "wir werden" into "sie würden": both sides of such a change fold to one form.
FOLDED = forms_table("""
der: die das den dem des
ein: eine einen einem einer eines
ich: mich mir er ihn ihm sich
sie: wir uns ihnen
mein: meine meinen meinem meiner meines sein seine seinen seinem seiner seines
ihr: ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres
dieser: diese dieses diesen diesem jener jene jenes jenen jenem
welcher: welche welches welchen welchem
ist: bin bist sind war waren gewesen sei seien wäre wären
wird: werde werden wirst wurde wurden geworden worden würde würden
habe: hat haben hast hatte hatten gehabt hätte hätten habet
kann: können könne könnte könnten konnte konnten gekonnt
muss: müssen müsse müsste müssten musste mussten
soll: sollen solle sollte sollten
will: wollen wolle wollte wollten möchte möchten
darf: dürfen dürfe dürfte durfte durften
tut: tun tat taten getan
geht: gehen ging gingen gegangen gehe
gibt: geben gab gaben gegeben gebe
kommt: kommen kam kamen gekommen komme
steht: stehen stand standen gestanden stehe
sieht: sehen sah sahen gesehen sehe
nimmt: nehmen nahm nahmen genommen nehme
bleibt: bleiben blieb blieben geblieben bleibe
bringt: bringen brachte brachten gebracht
sagt: sagen sagte sagten gesagt
spricht: sprechen sprach sprachen gesprochen spreche
trifft: treffen traf trafen getroffen treffe
hält: halten hielt hielten gehalten halte
läßt: lassen lässt ließ ließen gelassen lasse
findet: finden fand fanden gefunden finde
weiß: wissen wusste wussten gewusst wisse
unterzeichn: unterzeichnen unterzeichnet unterzeichnete unterzeichneten unterzeichnung unterschreiben
unterzeichn: unterschrieben unterschreibt unterschrieb unterschreibe
bestreitet: bestreiten bestritt bestritten bestreite dementiert dementieren dementierte dementierten
weigert: weigern weigerte weigerten geweigert
mensch: menschen leute person personen
prozent: %
eu: europäische europäischen
usa: amerikanische amerikanischen amerikaner
viel: viele vielen vieler mehr meisten
gute: gut guten guter gutes besser bessere besseren beste besten
groß: große großen großer großes größer größere größeren größte größten
im: in
am: an
zum: zur zu
vom: von
jemand: man
""")

NEGATIONS = folded_words(
    "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts weder ohne kaum "
    "nirgends bestreitet bestreiten bestritt bestritten dementiert dementieren dementierte dementierten "
    "weigert weigern weigerte weigerten"
)

# "ein" is mostly an article: alone it is a word
UNITS = numbers_table("zwei 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9")
TEENS = numbers_table("""
zehn 10 elf 11 zwölf 12 dreizehn 13 vierzehn 14 fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19
""")
TENS = numbers_table(
    "zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90"
)
SCALES = {
    "hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9,
    "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12,
}  # fmt: skip

PAIRS = {
    ("vereinigten", "staaten"): "usa",
    ("vereinigte", "staaten"): "usa",
    ("europaische", "union"): "eu",
    ("europaischen", "union"): "eu",
    ("vereinten", "nationen"): "un",
    ("vereinte", "nationen"): "un",
}

COMMON = shares_table("""
der .8 und .4 im .35 ein .35 ist .3 wird .25 habe .25 zum .25 nicht .18 mit .15 von .1 vom .15 auf .16 für .15
sie .25 ich .3 es .15 dass .15 am .15 auch .1 als .1 bei .08 aus .08 nach .09 dieser .12 ihr .12 mein .1
kann .08 muss .05 soll .06 will .05 wie .06 aber .05 oder .04 wenn .05 so .06 nur .05 noch .06 über .06
durch .04 um .06 viel .05 kein .05 sagt .04 gibt .05 vor .05 zwischen .02 gute .04
jemand .04
""")

FUNCTION_WORDS = folded_words(
    "der die das den dem des und ein eine einen einem einer ist sind war waren wird werden wurde hat "
    "haben nicht mit von auf für sie ich wir es dass auch als bei aus nach zum zur im am kein keine "
    "sich noch nur über durch aber oder wenn er ihr kann muss soll sei habe würde"
)
VERBS = folded_words(
    "ist wird habe kann muss soll will darf tut geht gibt kommt steht sieht nimmt bleibt bringt sagt "
    "spricht trifft hält lässt findet weiß unterzeichn"
)

#: tried in this order; at least four letters stay
ENDINGS = ("ungen", "ern", "est", "end", "ung", "en", "er", "es", "em", "et", "st", "te", "e", "n", "s", "t")
SHORTEST_STEM = 4


def stem(word: str) -> str:
    """Return ``word`` without its last German ending, keeping four letters at least."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def number_words() -> dict[str, str]:
    """Return number word → digits from two to ninety-nine ("dreiundzwanzig" is 23)."""
    compounds = {
        f"{unit}und{ten}": str(int(tens_value) + int(value))
        for ten, tens_value in TENS.items()
        for unit, value in {"ein": "1", **UNITS}.items()
    }
    return UNITS | TEENS | TENS | compounds


GERMAN = WordForms(
    language="de",
    folded=with_stems(FOLDED, stem),
    negations=NEGATIONS,
    numbers=number_words(),
    scales=SCALES,
    pairs=PAIRS,
    common=COMMON,
    function_words=FUNCTION_WORDS,
    verbs=VERBS,
    verb_endings=("t", "en", "te"),
    kin=KIN,
    opposites=OPPOSITES,
    stem=stem,
    capitals_are_names=False,
    decimal_mark=",",
)
