"""How English names people: titles, roles, pronouns, labels. A part of the English pack."""

from claims.text.languages.naming import FIRST_PERSON, Naming, words

ROLES = {
    **dict.fromkeys(
        words(
            """
        president premier minister chancellor governor mayor senator representative secretary
        ambassador envoy chair chairperson chairwoman-elect director head chief leader deputy
        commissioner commander general admiral colonel captain lieutenant major sergeant marshal
        judge justice prosecutor attorney lawyer professor doctor spokesperson speaker adviser
        advisor aide officer official executive founder co-founder manager coordinator editor
        reporter journalist correspondent analyst economist expert scientist researcher historian
        author writer poet activist organizer organiser candidate nominee member delegate diplomat
        lawmaker legislator parliamentarian councillor councilor sheriff detective inspector
        principal dean rector chaplain bishop archbishop cardinal rabbi imam ayatollah sheikh ceo
        cfo coo mp mep ombudsman ombudsperson owner coach player captain pilot farmer teacher
        student worker resident witness survivor victim neighbour neighbor driver operator engineer
        architect artist singer musician photographer producer entrepreneur investor trader lobbyist
        strategist consultant pollster blogger columnist commentator critic scholar academic
        physicist biologist chemist philosopher psychologist sociologist geologist meteorologist
        counsel counselor solicitor administrator superintendent interpreter moderator interviewer
        host protester demonstrator volunteer surgeon physician nurse patriarch metropolitan
        premier-designate president-elect undersecretary vice-president vice-chair rapporteur
        negotiator mediator trustee partner veteran soldier deputy-head anthropologist reverend
        pastor priest monsignor treasurer comptroller controller auditor curator librarian astronaut
        colleague counterpart successor predecessor spouse
        """
        ),
        "",
    ),
    **dict.fromkeys(
        words(
            """
        spokesman chairman congressman assemblyman councilman alderman businessman king prince duke
        emperor sultan emir shah pope father brother son husband boyfriend uncle grandfather nephew
        actor statesman fisherman policeman fireman frontman man boy gentleman widower lord monk
        """
        ),
        "m",
    ),
    **dict.fromkeys(
        words(
            """
        spokeswoman chairwoman congresswoman assemblywoman councilwoman businesswoman queen princess
        duchess empress mother sister daughter wife widow girlfriend aunt grandmother niece actress
        stateswoman policewoman woman girl lady heroine nun
        """
        ),
        "f",
    ),
}

OFFICE_WORDS = words(
    """
    acting vice deputy assistant associate former ex first second third senior junior interim
    incoming outgoing prime foreign defence defense interior finance justice economy education
    health energy agriculture culture environment trade transport internal external home state
    federal national regional local supreme attorney press communications security intelligence
    policy political presidential parliamentary governmental government managing executive chief
    principal special general grand lead co then late of the and for in on at to affairs us u.s u.k
    uk un eu house senate majority minority party opposition council republic federation union
    kingdom board court staff committee commission department ministry office parliament assembly
    congress cabinet republican democratic democrat conservative labour liberal independent
    vice-presidential current retired longtime veteran two-time human rights
    """
)

ORGANISATIONS = words(
    """
    ministry government parliament council committee commission party police army court
    administration agency bureau department office company firm group union association federation
    foundation institute university college school church bank board team club league campaign
    organisation organization embassy senate congress cabinet bloc coalition alliance fund trust
    society network newspaper magazine paper website site channel station broadcaster outlet blog
    navy military junta kremlin pentagon authority service force secretariat directorate chamber
    command syndicate movement centre center laboratory hospital airline manufacturer corporation consortium
    watchdog regulator tribunal legislature duma knesset bundestag statement report communique
    communiqué house times post journal news inc ltd corp
    """
)

GROUPS = words(
    """
    officials experts analysts sources leaders ministers residents lawyers authorities police
    critics aides advisers advisors lawmakers reporters journalists researchers scientists
    prosecutors investigators activists protesters demonstrators organisers organizers economists
    observers diplomats members workers families parents students teachers doctors witnesses
    supporters opponents others people voters republicans democrats presidents spokesmen
    spokespeople commanders soldiers farmers fans players companies unions governments parties
    groups both authors scholars historians owners neighbours neighbors relatives survivors
    """
)

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "both"), "p"),
    **dict.fromkeys(words("i we you me us my our your mine ours yours myself"), FIRST_PERSON),
    **dict.fromkeys(("one", "somebody", "someone", "everyone", "everybody", "nobody", "anyone"), ""),
    **dict.fromkeys(("this", "that", "these", "those"), ""),
}

NOT_NAMES = words(
    """
    a an the and but or nor so yet if when while as in on at for with from by after before since
    because although though however meanwhile still then there this that these those it its he she
    they we you i his her their our my your what who why how where which whose also even not no now
    just only once during over under about against among between both each every some many most such
    until upon via per instead later earlier asked speaking according to of is are was were be been
    had have has do did does will would can could should may might must please yes here well oh let
    first second third one two three four five six seven eight nine ten mr mrs ms dr miss thank
    thanks dear read see watch more other others another all any few several last next new old today
    yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec spring summer autumn winter god hello hi okay ok good great never
    always maybe perhaps again further furthermore moreover nevertheless nonetheless therefore thus
    hence indeed despite besides despite without within through throughout toward towards across
    along around behind beyond near off out up down back like unlike than whether either neither
    because like follow following given considering regarding responding replying addressing
    commenting noting adding republican republicans democrat democrats democratic american americans
    russian russians chinese german germans french british english european europeans african asian
    arab jewish muslim muslims christian christians islamic indian indians israeli israelis iranian
    iranians iraqi turkish turks ukrainian ukrainians armenian armenians azerbaijani azerbaijanis
    georgian italian spanish polish japanese korean mexican canadian australian belarusian latino
    latinos hispanic hispanics palestinian palestinians syrian afghan pakistani saudi egyptian greek
    dutch swiss swedish norwegian danish finnish czech hungarian romanian bulgarian serbian croatian
    irish scottish welsh soviet western eastern northern southern twitter facebook instagram youtube
    whatsapp telegram google gop us usa u.s uk eu un nato cnn nbc cbs abc msnbc bbc ap afp reuters
    fox pm am gmt utc edt est internet covid covid-19 nobel olympic olympics paralympic north south
    east west
    """
)

VERBS = words(
    """
    is was are were has had have did does will would could can should may might must said says
    saying told tells went took made got came saw gave ran held led kept began won lost spoke wrote
    writes thought knew felt met found stood grew heard sought left put set wants makes takes gets
    seems plans hopes thinks believes adds asks argues explains notes insists warns calls sent
    brought became chose drew rose fell flew fought paid read sat sold taught understood withdrew
    also then later never often still now once however himself herself recently reportedly who again
    """
)

ENGLISH_NAMING = Naming(
    courtesy={
        **dict.fromkeys(("mr", "sir", "lord", "master", "monsieur", "herr", "señor"), "m"),
        **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "madam", "madame", "mme", "frau"), "f"),
        **dict.fromkeys(
            ("dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "capt", "sgt", "maj", "rev", "hon", "adm",
             "cmdr", "brig", "fr", "st", "atty", "supt", "sec", "amb", "det", "cpl", "pvt", "comrade"),
            "",
        ),
    },
    roles=ROLES,
    office_words=OFFICE_WORDS,
    office_links=frozenset({"of", "for", "the", "on"}),
    organisations=ORGANISATIONS,
    groups=GROUPS,
    pronouns=PRONOUNS,
    subject_pronouns=frozenset({"he", "she", "it", "they"}),
    relatives=frozenset({"who", "which", "that", "whose", "whom"}),
    definite=frozenset({"the", "this", "that"}),
    indefinite=frozenset({"a", "an", "one", "another", "some"}),
    particles=words("de del della van von den der bin ibn al el da di du la le ten ter zu dos das abu ben"),
    joiners=frozenset({"and", "&"}),
    not_names=NOT_NAMES,
    prepositions=words(
        """
        of in for with by to from on about against than at over under after before between into
        through toward towards like without within behind despite via per as near around
        """
    ),
    things=words(
        """
        city county state states street avenue road square hall park bridge tower valley river lake
        mountain island islands beach bay coast airport station hospital museum theatre theater hotel
        act bill law treaty amendment agreement deal pact declaration resolution accord cup games award
        prize medal war battle revolution day week month year night morning weekend show tour festival
        summit conference convention meeting interaction review report survey poll index plan project
        programme program initiative strategy system doctrine empire republic kingdom territory region
        province district village town territories line street's
        """
    ),
    place_prepositions=words("in at across near inside outside throughout into"),
    source_phrases=("according to", "in the words of"),
    verbs=VERBS,
    mutual_verbs=words("met meets meet meeting married marries"),
    verb_endings=("ed",),
    verb_endings_after_names=("s",),
    no_noun_endings=("ly", "ing"),
    plural_endings=frozenset({"s"}),
    same_office={
        "head state": words("president king queen emperor emir sultan"),
        "state head": words("president king queen emperor emir sultan"),
        "head government": words("minister chancellor premier"),
        "premier": words("minister premier"),
        "minister prime": words("minister premier"),
        "leader": words("leader president chairman chairwoman king"),
        "congressman": words("congressman representative member"),
        "congresswoman": words("congresswoman representative member"),
        "lawmaker": words("senator representative congressman congresswoman mp deputy member lawmaker"),
    },
    short_offices={
        "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "adm": "admiral",
        "prof": "professor", "col": "colonel", "capt": "captain", "sgt": "sergeant", "lt": "lieutenant",
        "dr": "doctor", "rev": "reverend", "amb": "ambassador", "det": "detective", "atty": "attorney",
    },
    lesser=words("vice deputy former ex assistant undersecretary prime"),
    empty_qualifiers=words("new own two senior top visiting country's nation's current country nation"),
    questioners=words("q question questioner reporter journalist press interviewer correspondent audience"),
    answerers=words("a answer"),
    caption_words=words("image images photo photos photograph picture credit"),
    not_labels=words(
        """
        photo photos image picture video audio update updated note editor's-note correction source
        sources by date time place location contact contacts tel phone email e-mail website web read
        more related tags topic topics category published posted caption credit copyright example
        warning summary background context conclusion results result total price address subject re
        fact facts key-points also watch see who what when where why how here there this that these
        those
        """
    ),
)  # fmt: skip
