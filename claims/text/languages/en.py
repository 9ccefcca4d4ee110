"""The English pack."""

import re

from claims.text.languages.en_cues import ENGLISH_CUES, ENGLISH_WORKS
from claims.text.languages.en_naming import ENGLISH_NAMING
from claims.text.languages.grammar import Grammar
from claims.text.languages.naming import words
from claims.text.languages.pack import LanguagePack

ENGLISH_GRAMMAR = Grammar(
    subject_pronouns=words("he she they it i we you who one"),
    determiners=words(
        """
        the a an his her their its our my this that these those one another some other many several most
        both two three four five no any every each all
        """
    ),
    possessives=words("his her their its our my"),
    bare_nouns=words(
        """
        officials critics aides advisers advisors supporters opponents republicans democrats lawmakers
        analysts experts sources researchers protesters protestors people voters leaders conservatives
        liberals reporters police authorities investigators prosecutors others observers organizers
        activists economists fans companies donors delegates senators scientists strategists insiders
        pollsters pundits executives residents students teachers agents lawyers attorneys families parents
        workers members allies friends candidates groups unions polls studies documents records witnesses
        participants backers skeptics historians doctors progressives moderates independents advocates
        operatives commentators ministers spokesmen neighbors colleagues americans some many few most both
        neither percent surveyed respondents
        """
    ),
    sentence_openers=words(
        """
        The A An But And Or So If When While As In On At For With From By After Before Since Because
        Although Though However Meanwhile Still Yet Then There This That These Those It Its His Her Their
        Our My Your What Who Why How Where Which Also Even Not No Now Just Only Once During Over Under About
        Against Among Between Both Each Every Some Many Most Such Until Upon Via Per Instead Later Earlier
        Asked Speaking According Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
        March April May June July August September October November December
        """
    ),
    between=words(
        """
        also then later soon since already instead has had have having would will could recently previously
        reportedly once often again even simply never not now further still just only first famously
        repeatedly is was were are be been being himself herself did does do didn't didn’t didnt wouldn't
        wouldn’t might may can to too
        """
    ),
    between_endings=("ly",),
    fronting=words(
        """
        in on at after before during when while as since earlier later asked speaking with for by but and
        meanwhile still yet however then also instead even despite though although if last according
        """
    ),
    joining=words("but and yet still so then meanwhile however also or"),
    auxiliaries=words(
        "was were is are has had have did does will would could should can't who which said says"
    ),
    finite=words(
        """
        was were is are has had have did does will would could can should may might must went took made got
        came saw gave ran held led kept began won lost spoke wrote said says told thought knew felt met
        found stood drew threw fell rose sat sent spent paid broke chose drove fought grew heard sought sold
        taught wore wants makes takes gets goes seems hopes knows finds tries fired
        """
    ),
    finite_endings=("ed",),
)

#: a medium: capitalised words, an article before them
MEDIUM = r"(?:the\s+)?[A-Z][\w.&'’-]{0,40}(?:\s+(?:of\s+|the\s+)?[A-Z][\w.&'’-]{0,40}){0,4}"

ENGLISH = LanguagePack(
    code="en",
    naming=ENGLISH_NAMING,
    cues=ENGLISH_CUES,
    works=ENGLISH_WORKS,
    grammar=ENGLISH_GRAMMAR,
    introducing=words(
        """
        said says say told tells added adds asked asks wrote writes tweeted argued argues explained explains
        continued noted notes insisted replied responded called calls warned declared declares concluded
        recalled acknowledged suggested claimed announced admitted remarked quipped joked stated states
        stressed stresses emphasized emphasised underlined underscored observed commented answered answers
        reiterated pointed posted concluded saying adding stating noting asking writing commented began
        continues
        """
    ),
    carriers=(
        re.compile(
            rf",?\s*\b(?:[Aa]s\s+)?(?:[Aa]ccording\s+to|quoted\s+by|cited\s+by|reported\s+by|reports|via)\s+(?P<via>{MEDIUM})"
        ),
        re.compile(rf",?\s*\b(?P<via>{MEDIUM})\s+(?:reports|reported)$"),
    ),
    carrier_words=("ccording to", "quoted by", "cited by", "reported", "reports", "via "),
    titles_with_point=words(
        """
        mr mrs ms dr prof sen sens rep reps gov govs gen st lt col capt cmdr maj sgt rev hon messrs mme mlle
        jan feb aug sept oct nov dec vs no fig pres supt det
        """
    ),
    abbreviations=words("inc co corp ltd jr sr etc ph.d ave blvd dept est al approx assn bros univ"),
    one_letter_words=frozenset({"i"}),
)
