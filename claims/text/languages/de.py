"""The German pack.

The verb stands second, so that the speaker stands before it or right after it; every noun is capitalised;
the mood of the verb ("sei", "habe") carries a report on.
"""

from collections.abc import Mapping

from claims.text.languages import chances
from claims.text.languages.cueing import WorkWords
from claims.text.languages.de_order import ORDER, VERBS_OF_SPEECH
from claims.text.languages.naming import FIRST_PERSON, Naming, words
from claims.text.languages.ordered import ordered_pack

#: of a person, man or woman; the female forms are told by ROLE_ENDINGS
ROLES = words(
    """
    präsident kanzler bundeskanzler minister ministerpräsident premierminister premier regierungschef
    staatschef bürgermeister oberbürgermeister senator abgeordneter abgeordnete gouverneur sprecher
    pressesprecher vorsitzender vorsitzende parteichef fraktionschef generalsekretär sekretär staatssekretär
    botschafter direktor leiter chef geschäftsführer vorstand vorstandsvorsitzender aufsichtsratschef
    kommissar beauftragter beauftragte experte forscher wissenschaftler professor doktor arzt historiker
    politologe soziologe ökonom analyst anwalt rechtsanwalt staatsanwalt richter general oberst kommandeur
    offizier polizist soldat journalist redakteur chefredakteur autor schriftsteller regisseur schauspieler
    sänger musiker künstler trainer spieler bischof erzbischof kardinal pfarrer papst könig prinz fürst
    kaiser kandidat spitzenkandidat politiker außenpolitiker innenpolitiker innenexperte gewerkschafter
    aktivist blogger lehrer schüler student bauer landwirt unternehmer manager berater gutachter zeuge
    augenzeuge täter opfer mitglied vertreter gründer besitzer eigentümer betreiber veranstalter herausgeber
    verleger physiker chemiker biologe mediziner psychologe theologe philosoph jurist landrat stadtrat
    bundesrat nationalrat ratspräsident kapitän pilot fahrer anführer rebellenführer oppositionsführer
    oppositionspolitiker amtsinhaber nachfolger vorgänger kollege bruder vater sohn ehemann
    """
)
FEMALE_ROLES = words("königin prinzessin kaiserin mutter schwester tochter ehefrau witwe frau fürstin")

#: ends of compounds: "Außenminister", "Regierungssprecherin"; the longer ones first
ROLE_ENDINGS = {
    **dict.fromkeys(
        (
            "präsidentin", "kanzlerin", "ministerin", "sprecherin", "chefin", "leiterin", "direktorin",
            "sekretärin", "vorsitzende", "expertin", "forscherin", "meisterin", "politikerin", "anwältin",
            "richterin", "botschafterin", "kommissarin", "beraterin", "journalistin", "autorin", "rätin",
            "kandidatin", "aktivistin", "lehrerin", "bloggerin", "rechtlerin", "pädagogin", "schafterin",
            "schaftlerin", "managerin", "trainerin", "bischöfin", "pfarrerin", "ärztin", "führerin",
            "ökonomin", "vertreterin",
        ),
        "f",
    ),
    **dict.fromkeys(("abgeordnete", "beauftragte"), ""),
    **dict.fromkeys(
        (
            "präsident", "kanzler", "minister", "sprecher", "chef", "leiter", "direktor", "sekretär",
            "vorsitzender", "experte", "forscher", "meister", "politiker", "anwalt", "richter", "botschafter",
            "kommissar", "berater", "journalist", "redakteur", "autor", "führer", "kandidat", "aktivist",
            "lehrer", "rechtler", "pädagoge", "schaftler", "manager", "trainer", "bischof", "pfarrer",
            "ökonom", "gruppenleiter", "inhaber", "soldat", "vertreter",
        ),
        "m",
    ),
}  # fmt: skip


def in_every_case(nouns: Mapping[str, str]) -> dict[str, str]:
    """Return nouns for people with the forms that their cases give them: "präsidenten", "ministers"."""
    found = dict(nouns)
    for noun, gender in nouns.items():
        if noun.endswith(("ent", "ist", "ant", "at", "ot", "oge", "arch", "herr", "fürst")):
            found.setdefault(f"{noun.removesuffix('e')}en", gender)
        elif noun.endswith("e"):
            found.setdefault(f"{noun}n", gender)
        elif not noun.endswith(("in", "s", "frau", "mutter", "schwester", "tochter")):
            found.setdefault(f"{noun}s", gender)
    return found


ORGANISATIONS = words(
    """
    ministerium regierung bundesregierung parlament bundestag bundesrat rat stadtrat kommission ausschuss
    partei polizei armee gericht verwaltung behörde amt büro unternehmen firma konzern gruppe gewerkschaft
    verband verein bund föderation stiftung institut universität hochschule schule kirche bank mannschaft
    klub verlag zeitung magazin sender agentur nachrichtenagentur webseite organisation botschaft senat
    kongress kabinett bündnis koalition allianz fonds gesellschaft netzwerk feuerwehr staatsanwaltschaft
    opposition fraktion union klinik krankenhaus bewegung verfassungsschutz nato uno uefa fifa spd cdu csu
    fdp grüne linke afd npd stadt gemeinde bericht mitteilung erklärung pressemitteilung studie urteil
    ärztekammer oppositionsbewegung
    """
)

GROUPS = words(
    """
    beamte experten forscher wissenschaftler politiker abgeordnete minister vertreter kritiker gegner
    anhänger demonstranten studenten schüler eltern lehrer ärzte anwälte bürger anwohner zeugen augenzeugen
    beobachter journalisten medien behörden ermittler sprecher mitarbeiter arbeiter bauern unternehmer
    gewerkschaften parteien verbände organisatoren veranstalter aktivisten umweltschützer soldaten rebellen
    leute menschen grünen piraten sozialdemokraten liberalen konservativen demokraten republikaner
    """
)

PRONOUNS = {
    **dict.fromkeys(("er", "ihm", "ihn", "sein", "seine", "seiner", "seinem", "seinen", "seines"), "m"),
    **dict.fromkeys(("sie", "ihr", "ihre", "ihrer", "ihrem", "ihren", "ihres"), "f"),
    **dict.fromkeys(("es",), "n"),
    **dict.fromkeys(("ihnen",), "p"),
    **dict.fromkeys(
        words(
            """
            ich wir mich mir uns mein meine meiner meinem meinen unser unsere unserer unserem unseren du
            dich dir euch euer eure
            """
        ),
        FIRST_PERSON,
    ),
    **dict.fromkeys(
        ("man", "jemand", "niemand", "dieser", "diese", "dieses", "jener", "jene", "letzterer"), ""
    ),
}

PREPOSITIONS = words(
    """
    in im am an auf bei beim nach zur zum zu vor gegenüber gegen mit durch unter über für aus von vom seit
    wegen trotz angesichts innerhalb außerhalb zwischen um bis anlässlich laut ohne während hinter neben ab
    zugunsten
    """
)

NOT_NAMES = (
    words(
        """
        der die das dem den des ein eine einer einem einen eines und oder aber denn doch sondern wenn als ob
        weil da dass damit nachdem obwohl bevor während indem sobald wie was wer wo wann warum wir ich er
        sie es ihr sein seine ihre unser unsere mein meine dieser diese dieses jener jene jede jeder jedes
        alle allem viele einige mehrere manche beide zwei drei vier fünf sechs sieben acht neun zehn erst
        erste zweite dritte auch nicht nur noch schon so zwar zudem außerdem später hier dort daher deshalb
        jedoch allerdings bereits gestern heute morgen ferner zugleich gleichzeitig insgesamt derzeit
        bislang bisher zunächst unterdessen inzwischen wörtlich anschließend nun jetzt dann mittlerweile
        ebenso ebenfalls stattdessen trotzdem dennoch schließlich letztlich tatsächlich insbesondere
        besonders vielmehr zuvor einerseits andererseits hingegen außer kurz wohl vorher nachher zuletzt
        eigentlich offenbar angeblich möglicherweise vermutlich natürlich leider rund etwa knapp man weiter
        weiterhin herr frau montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz
        april mai juni juli august september oktober november dezember uhr prozent euro millionen milliarden
        dollar jahr jahre jahren tag tage tagen woche wochen monat monate ende anfang mitte deutsche
        deutscher deutschen russische russischer amerikanische amerikanischer europäische europäischer
        französische britische chinesische türkische israelische us eu usa ddr brd ja nein danke bitte
        dabei dadurch dafür dagegen damit danach daran darauf daraus darin darüber davon dazu hierbei hierzu
        deswegen demnach somit sonst
        """
    )
    | PREPOSITIONS
)

NAMING = Naming(
    courtesy={"herr": "m", "herrn": "m", "frau": "f", "dr": "", "prof": "", "professor": "", "sir": "m",
              "lord": "m"},
    roles=in_every_case(
        {**dict.fromkeys(ROLES, "m"), **dict.fromkeys(FEMALE_ROLES, "f"), "abgeordnete": "",
         "vorsitzende": "", "beauftragte": "", "mitglied": "", "opfer": ""}
    ),
    office_words=words(
        """
        amtierender amtierende amtierenden stellvertretender stellvertretende stellvertretenden ehemaliger
        ehemalige ehemaligen früherer frühere früheren neuer neue neuen designierter designierte russischer
        russische russischen deutscher deutsche deutschen der des von für
        """
    ),
    office_links=words("des der von für"),
    organisations=ORGANISATIONS,
    groups=GROUPS,
    pronouns=PRONOUNS,
    subject_pronouns=words("er sie es wir ich man dieser diese jener letzterer letztere letzteres"),
    relatives=frozenset(),
    definite=words("der die das dem den des dieser diese dieses diesem diesen"),
    indefinite=words("ein eine einer einem einen eines"),
    particles=words("von van de del der zu bin al da di ten vom"),
    joiners=words("und"),
    not_names=NOT_NAMES,
    prepositions=PREPOSITIONS,
    source_phrases=("laut", "so", "nach angaben von", "nach den worten von"),
    verbs=VERBS_OF_SPEECH
    | words(
        """
        ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte muss müssen
        musste soll sollen sollte will wollen wollte darf macht machte kam kommt ging geht ließ lässt nahm
        nimmt steht stand begann trat traf reiste gewann verlor besuchte leitete
        """
    ),
    no_noun_endings=("te", "ten", "iert"),
    same_office={
        "staatschef": words("präsident präsidentin könig"),
        "staatsoberhaupt": words("präsident präsidentin könig königin"),
        "regierungschef": words(
            """
            kanzler ministerpräsident premierminister premier bundeskanzler regierungschef
            """
        ),
        "regierungschefin": words("kanzlerin ministerpräsidentin premierministerin bundeskanzlerin"),
        "kanzlerin": words("kanzlerin bundeskanzlerin"),
        "kanzler": words("kanzler bundeskanzler"),
    },
    lesser=words("vize stellvertretender stellvertretende vizepräsident"),
    empty_qualifiers=words("neue neuer neuen"),
    questioners=words("frage reporter reporterin journalist journalistin moderator moderatorin interviewer"),
    answerers=words("antwort a"),
    caption_words=words("foto bild fotos quelle grafik"),
    not_labels=words(
        """
        foto bild quelle stand hinweis update nachtrag anmerkung thema datum ort zeit von siehe mehr
        """
    ),
    role_endings=in_every_case(ROLE_ENDINGS),
    organisation_endings=(
        "ministerium", "regierung", "partei", "verband", "gericht", "polizei", "behörde", "kommission",
        "agentur",
        "zeitung", "amt", "gesellschaft", "gewerkschaft", "kammer", "bewegung", "fraktion", "vereinigung",
        "organisation", "anwaltschaft", "magazin", "sender", "blatt",
        "komitee", "gremium", "verein", "stiftung", "institut", "konzern", "ausschuss", "rat",
    ),
    told_nouns=words("angaben informationen zahlen daten quellenlage vernehmen"),
    told_endings=(
        "schätzung", "schätzungen", "bericht", "berichte", "berichten", "meldung", "meldungen",
        "erkenntnisse", "erkenntnissen", "studie", "studien", "umfrage", "umfragen",
        "erhebung", "erhebungen", "untersuchung",
        "untersuchungen", "statistik", "statistiken", "prognose", "prognosen", "analyse", "analysen",
        "gerüchten", "gerüchte", "angaben", "informationen",
    ),
    things=words(
        """
        straße platz park see fluss berg preis krieg tag woche jahr gipfel gesetz vertrag abkommen
        """
    ),
)  # fmt: skip

WORKS = WorkWords(
    kinds=words(
        """
        zeitung tageszeitung wochenzeitung zeitschrift fachzeitschrift magazin nachrichtenmagazin blatt
        boulevardblatt fachblatt musikzeitschrift film dokumentation klima-dokumentation buch roman lied
        song album stück serie sendung musical oper show partei gruppe band rockband bewegung bündnis
        organisation verein motto titel thema themen namen name projekt programm schiff boot satellit
        satelliten modell modelle marke spiel preis kultur genannt kurz sogenannte sogenannten sogenannter
        genannte genannten namens betitelt betitelte heißt
        """
    ),
    prepositions=words("der die das dem den des zum zur vom im beim am ins in auf mit aus"),
    small=words("oder nicht eine einer einem einen über unter zwischen gegen ohne auch aber"),
    cries=words("rufe rufen ruf"),
)

GERMAN = ordered_pack(
    "de",
    naming=NAMING,
    order=ORDER,
    works=WORKS,
    carriers=(
        r",?\s+(?:wie\s+)?(?:berichtet|meldet|schreibt)\s+(?:die\s+(?:Nachrichtenagentur\s+|Agentur\s+)?)?MEDIUM",
        r",?\s+wie\s+(?:die\s+(?:Nachrichtenagentur\s+|Agentur\s+)?)?MEDIUM\s+(?:berichtet|meldet)",
        r",?\s+laut\s+(?:der\s+(?:Nachrichtenagentur\s+|Agentur\s+)?)?MEDIUM",
    ),
    has_ordinals=True,
    chances=chances.GERMAN,
    titles_with_point=words("dr prof hr fr st mag dipl ing"),
    abbreviations=words(
        """
        bzw ca etc usw vgl z.b d.h u.a o.ä evtl ggf inkl jan feb apr aug sept okt nov dez str nr abs art mio
        mrd
        """
    ),
)
