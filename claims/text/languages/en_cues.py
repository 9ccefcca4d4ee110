"""English words that introduce what somebody says. A part of the English pack.

Verbs are listed by their base form; ``forms`` makes the others.
"""

from claims.text.languages.cueing import CueWords, WorkWords
from claims.text.languages.naming import words

#: past and -ing form of verbs that are not regular, and of those that double their last letter
IRREGULAR = {
    "say": ("said", "saying"), "tell": ("told", "telling"), "write": ("wrote", "writing"),
    "put": ("put", "putting"), "read": ("read", "reading"), "think": ("thought", "thinking"),
    "sing": ("sang", "singing"), "begin": ("began", "beginning"), "go": ("went", "going"),
    "speak": ("spoke", "speaking"), "quip": ("quipped", "quipping"), "admit": ("admitted", "admitting"),
    "dub": ("dubbed", "dubbing"), "refer": ("referred", "referring"), "slam": ("slammed", "slamming"),
    "snap": ("snapped", "snapping"), "rip": ("ripped", "ripping"), "sum": ("summed", "summing"),
    "tout": ("touted", "touting"), "chat": ("chatted", "chatting"), "blurt": ("blurted", "blurting"),
    "swear": ("swore", "swearing"), "submit": ("submitted", "submitting"),
    "foretell": ("foretold", "foretelling"), "compel": ("compelled", "compelling"),
    "reply": ("replied", "replying"), "deny": ("denied", "denying"), "cry": ("cried", "crying"),
    "testify": ("testified", "testifying"), "clarify": ("clarified", "clarifying"),
    "identify": ("identified", "identifying"), "decry": ("decried", "decrying"),
    "specify": ("specified", "specifying"), "let": ("let", "letting"), "permit": ("permitted", "permitting"),
}  # fmt: skip
SIBILANTS = ("s", "x", "z", "ch", "sh")


def forms(verb: str) -> tuple[str, str, str, str]:
    """Return base, third person, past and -ing form of an English verb."""
    if verb.endswith(SIBILANTS) or verb in ("go", "echo"):
        third = f"{verb}es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third = f"{verb[:-1]}ies"
    else:
        third = f"{verb}s"
    if verb in IRREGULAR:
        return verb, third, *IRREGULAR[verb]
    stem = verb[:-1] if verb.endswith("e") else verb
    return verb, third, f"{stem}ed", f"{stem}ing"


def forms_of(verbs: frozenset[str]) -> frozenset[str]:
    """Return every form of every verb."""
    return frozenset(form for verb in verbs for form in forms(verb))


#: verbs of speech, writing and judgement
SPEECH = words(
    """
    say tell add ask write tweet explain continue note declare state argue respond reply insist claim warn
    conclude suggest recall admit acknowledge announce quip joke shout yell cry exclaim boast assert promise
    vow pledge predict complain concede contend counter deny remark observe opine urge reiterate stress
    emphasize emphasise report answer comment post testify lament muse fume scoff snap retort intone thunder
    marvel wonder confirm reveal proclaim charge accuse allege maintain recount repeat advise mention
    express describe call dub dismiss blast slam label denounce mock praise cite quote chant sing tease
    caution elaborate clarify chime interject demand attack criticize criticise propose headline decry
    confide thank assure blame hail tout rip brand identify deride lambast ridicule scold chide taunt
    portray characterize characterise condemn interpret sum bemoan text email e-mail whisper holler scream
    mutter posit project heckle interrupt lecture rally rail rant echo invoke deem term coin nickname refer
    joke jest gush rave vent bristle shrug sigh grumble gripe plead implore bark growl roar bellow chuckle
    laugh beam herald pronounce imply protest grouse reference jeer cheer deplore bash depict peg admonish
    assail pan skewer chastise hint preach disparage theorize surmise speculate reason underline underscore
    highlight swear affirm reaffirm
    """
)
#: verbs that introduce words only right next to them
LOOSE_VERBS = words(
    """
    indicate point go put start begin think believe speak talk offer agree read open close signal term
    text project
    """
)
#: verbs whose base form or third person is a noun too
NOUNY_VERBS = words(
    """
    point state comment attack report claim charge call answer offer demand mention praise post quote note
    promise remark talk label start read urge cite stress pledge vow counter tweet advise caution brand term
    text project signal echo headline cry boast joke shout chant rant nickname laugh sigh reason sum rail
    rip email e-mail lecture wonder jest rave whisper scream rally beam bark roar highlight question charge
    """
)
#: never cues as a base form: nearly always something else
NO_BASE = words(
    "point beam rail rip sum charge wonder reason rally brand echo project coin term text post open close"
)

ENGLISH_CUES = CueWords(
    verbs=forms_of(SPEECH | LOOSE_VERBS) - NO_BASE | words("christened"),
    loose=forms_of(LOOSE_VERBS),
    base=(SPEECH | LOOSE_VERBS) - NO_BASE - words("put read"),
    nouny=frozenset(form for verb in NOUNY_VERBS for form in forms(verb)[:2]) | words("labeled remarks"),
    plain=words(
        """
        said says say told tells added adds wrote writes recalled explained continued noted asked argued
        responded replied insisted reported tweeted concluded declared stated warned acknowledged saying
        adding noting arguing insisting claiming telling
        """
    ),
    reporting=forms_of(
        words(
            """
            say tell add announce argue claim explain note insist warn acknowledge admit assert declare deny
            predict promise suggest vow write report state contend concede conclude recall reply respond
            tweet maintain stress complain confirm agree indicate point mention emphasize emphasise
            reiterate underline underscore highlight observe remark caution express voice testify reveal
            allege swear
            """
        )
    )
    - words("recall recalls responding replying respond responds replies tweets tweeting state states"),
    with_object=words(
        """
        denied deny denies denying announced announces announcing acknowledged acknowledges stressed
        promised promises promising predicted predicts suggested suggests suggested noted admitted conceded
        """
    ),
    only_with_that=forms_of(
        words(
            """
            agree indicate point mention reiterate underline underscore highlight observe remark caution
            express voice emphasize emphasise testify reveal swear
            """
        )
    )
    | words("states state respond responded tweeted maintains maintained maintain replied"),
    reporting_nouns=words(
        "hope view fact confidence concern conviction regret belief opinion doubt satisfaction certainty idea"
    ),
    documents=words("message statement letter telegram text note post tweet release email greeting"),
    nouns=words(
        """
        statement statements comment comments remark remarks claim claims assertion assertions conclusion
        prediction promise suggestion warning argument declaration description characterization
        characterisation pledge accusation accusations criticism insistence contention allegation
        allegations observation vow plea message tweet tweets quote phrase words line joke answer response
        reply question call calls appeal assessment prediction complaint admission acknowledgment rhetoric
        mantra refrain assurance reference references retort quip charge view opinion belief rallying
        """
    ),
    phrasal=words(
        "shot fired hit snapped cut chimed shoots fires hits cuts chimes weighed jumped butted piped"
    ),
    particles=words("back in up"),
)

ENGLISH_WORKS = WorkWords(
    kinds=words(
        """
        titled entitled book film movie show song album magazine program programme series play website novel
        memoir biography documentary musical opera poem anthem ballad classic comedy drama column podcast
        painting episode
        """
    ),
    prepositions=words("called on of in from with at by told tells telling"),
    small=words("with from into over than that your about after"),
    cries=words(
        "chant chants call calls shout shouts cry cries slogan slogans word words message sign signs"
    ),
)
