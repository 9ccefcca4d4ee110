"""The German pack.

The verb stands second, so that the speaker stands before it or right after it; every noun is capitalised;
the mood of the verb ("sei", "habe") carries a report on.
"""

from collections.abc import Mapping

from claims.text.languages import chances
from claims.text.languages.cueing import WorkWords
from claims.text.languages.naming import FIRST_PERSON, Naming, words
from claims.text.languages.order import Order
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
        """
    )
    | PREPOSITIONS
)

VERBS_OF_SPEECH = words(
    """
    sagte sagten sagt sagen erklärte erklärten erklärt erklären betonte betonten betont betonen meinte
    meinten meint meinen teilte teilten teilt kündigte kündigten kündigt forderte forderten fordert fordern
    bezeichnete bezeichneten bezeichnet bezeichnen kritisierte kritisierten kritisiert kritisieren äußerte
    äußerten äußert schrieb schrieben schreibt schreiben fügte fügten fügt berichtete berichteten berichtet
    berichten nannte nannten nennt nennen warnte warnten warnt warnen zitierte zitiert zitieren antwortete
    antworteten antwortet entgegnete entgegneten entgegnet erwiderte erwiderten erwidert sprach sprachen
    spricht sprechen begründete begründeten begründet kommentierte kommentierten kommentiert verwies
    verwiesen verweist bestätigte bestätigten bestätigt behauptete behaupteten behauptet behaupten wies
    wiesen weist warf warfen wirft gab gaben gibt führte führten führt rief riefen ruft versicherte
    versicherten versichert konstatierte konstatiert urteilte urteilten urteilt skandierten unterstrich
    unterstrichen unterstreicht bekräftigte bekräftigten bekräftigt bemängelte bemängelten bemängelt
    beklagte beklagten beklagt bedauerte bedauerten bedauert lobte lobten lobt würdigte würdigt verurteilte
    verurteilten verurteilt verteidigte verteidigt lautete heißt hieß glaubt glaubte hofft hoffte fragte
    fragten fragt vermutete vermutet befürchtete befürchtet schätzt schätzte resümierte resümiert stellte
    stellten stellt erläuterte erläuterten erläutert ergänzte ergänzten ergänzt drohte drohten droht
    versprach verspricht plädierte plädiert appellierte appelliert räumte gestand beschrieb beschreibt
    beschreiben verkündete verkündet meldete meldeten meldet melden dementierte dementiert bestritt
    bestreitet erinnerte erinnert empfahl empfiehlt bewertete bewertet bat baten formulierte formuliert
    verlangte verlangten verlangt lehnte lehnten lehnt bezweifelte bezweifelt argumentierte argumentiert
    monierte moniert titelte titelt gesagt betont gemeint mitgeteilt angekündigt gefordert geäußert
    geschrieben hinzugefügt genannt gewarnt gesprochen verwiesen hingewiesen vorgeworfen bekanntgegeben
    ausgeführt gerufen aufgefordert aufgerufen gelobt ausgesprochen eingeräumt versprochen festgestellt
    beschrieben eingestuft gewertet angesehen gedroht gefragt gebeten bestritten abgelehnt vorgeschlagen
    beteuert gemahnt begrüßt mitteilte mitteilten erklärend
    twitterte twitterten postete erzählte erzählten erzählt hob hoben
    gratulierte gestand prophezeite verriet offenbarte attackierte attackierten rügte rügten mahnte mahnten
    mahnt begrüßte begrüßten beschuldigte beschuldigt reagierte reagierten pochte riet rieten rät raten dankte
    bejahte
    beteuerte beteuerten klagte klagten klagt jubelte schimpfte spottete scherzte bilanzierte
    prognostizierte prognostiziert unterstellte wünschte wünscht rechtfertigte charakterisierte
    charakterisiert präzisierte verlangten protestierte protestierten zurückgewiesen Meinung Auffassung
    Ansicht Überzeugung veröffentlichte twittert postet erwähnte erzählt berichtigte ankündigte machte
    machten macht zeigte zeigten zeigt sah sahen sieht hält hielt halten sprachen geheißen beurteilte
    brachte deutete griff wertete wertet erkannte feierte nahm zog bezweifeln bezweifelten
    """
)

WEAK = words(
    """
    gab gaben gibt führte führten führt stellte stellten stellt wies wiesen weist teilte teilten teilt heißt
    hieß lautete warf warfen wirft hob hoben räumte lehnte lehnten lehnt rief riefen ruft bat baten fügte
    fügten fügt droht drohte glaubt glaubte hofft hoffte machte machten macht zeigte zeigten zeigt sah sahen
    sieht hält hielt halten brachte deutete griff wertete wertet erkannte feierte nahm zog
    """
)

ORDER = Order(
    verbs=VERBS_OF_SPEECH,
    weak=WEAK,
    auxiliaries=words("hat hatte haben hatten habe ist war wird wurde werden wurden soll sollen will wolle"),
    fillers=words(
        """
        sich ihm ihnen es ihn mir uns dazu hierzu dabei darin daraufhin gestern heute weiter weiterhin
        ferner jedoch aber auch unterdessen zudem indes dagegen allerdings bereits später zuvor anschließend
        wörtlich einst nun dann damals schon außerdem etwa schließlich deshalb daher demnach zugleich erneut
        selbst beispielsweise hingegen noch darauf damit davon daran dafür dort mit zu an aus hin ein nur
        sogar doch denn so also kürzlich unmissverständlich ausdrücklich öffentlich scharf deutlich
        """
    ),
    determiners=words(
        """
        dessen deren der die das dem den des ein eine einer einem einen eines kein keine dieser diese dieses
        jener jene sein seine ihr ihre unser unsere mehrere viele einige beide zwei drei alle andere weitere
        manche jeder jede
        """
    ),
    conjunctions=words(
        """
        nachdem während wenn als da weil obwohl bevor seitdem ob indem sobald was warum wieso weshalb wie
        wonach demzufolge
        """
    ),
    relatives=words("der die das dessen deren welcher welche welches dem denen"),
    joining=words("und aber doch sondern oder"),
    focus=words("auch selbst sogar nur aber doch und"),
    as_words=words("wie"),
    sources=(
        r"laut(?:\s+(?:dem|der|den|einem|einer))?",
        r"gemäß",
        r"(?<=[,;–—\ufffc-] )so(?!\s+(?:dass|daß|viele?|genannte\w*)\b)",
        r"nach\s+(?:den\s+|eigenen\s+|ersten\s+)?(?:angaben|ansicht|meinung|aussagen?|worten|einschätzung|auffassung"
        r"|informationen|darstellung|bericht(?:en)?|überzeugung|bekunden|mitteilung|bewertung|erkenntnissen"
        r"|schätzungen?|recherchen|berechnungen)"
        r"(?:\s+(?:von|vom|des|der|eines|einer))?",
        r"(?:heißt|hieß)\s+es\s+(?:wörtlich\s+|weiter\s+|dazu\s+)?(?:in|auf|bei|im)(?:\s+(?:der|dem|einer|einem))?",
        r"(?:in|im|auf)(?:\s+(?:der|dem|einer|einem))?(?=\s[^.:]{3,80}\s(?:(?:heißt|hieß)\s+es|es\s+geheißen)\b)",
        r"nach(?:\s+(?:dem|den|einem|einer|ersten|neuesten|letzten))?(?=(?:\s[a-zäöü]+en)?\s\w{0,20}"
        r"(?:angaben|berichte?n?|informationen|erkenntnissen|meldungen|schätzungen|studie|umfrage)(?!\w))",
    ),
    sources_beside_marks=(
        r"(?-i:Für)(?:\s+(?:den|die|das|viele|einen|eine))?(?=\s[^.,]{3,60}\s(?:ist|sind|sei|seien|war|waren|bleibt)\s)",
    ),
    sources_after=("zufolge",),
    that=words("dass daß ob"),
    reporting_moods=words(
        """
        sei seien habe hätte hätten werde würde würden könne könnten müsse müssten solle wolle dürfe gebe
        gehe komme bleibe stehe liege lasse mache wisse sehe wäre wären brauche halte nehme finde glaube
        fordere verlange wünsche erwarte hoffe rechne setze stelle biete trage verliere verstehe spreche
        brächte brächten käme kämen gäbe gäben ginge ließe ließen nähme nähmen sähe sähen stünde stünden läge
        lägen fände fänden bliebe bekäme bekämen bedinge bestehe erhalte entspreche ergebe rechtfertige beruhe
        gelte gehöre fehle reiche treffe fahre laufe helfe dürften müsse führe bedeute zeige handele handle
        """
    ),
    conditional=words(
        """
        hätte hätten würde würden könnten müssten wäre wären dürften brächte brächten käme kämen gäbe
        gäben ginge ließe ließen nähme nähmen sähe sähen stünde stünden läge lägen fände fänden bliebe bekäme
        bekämen
        """
    ),
    separated={
        **dict.fromkeys(("gab", "gaben", "gibt"), words("bekannt an zu")),
        **dict.fromkeys(("führte", "führten", "führt"), words("aus an")),
        **dict.fromkeys(("stellte", "stellten", "stellt"), words("fest klar")),
        **dict.fromkeys(("wies", "wiesen", "weist"), words("hin zurück")),
        **dict.fromkeys(("teilte", "teilten", "teilt"), words("mit")),
        **dict.fromkeys(("warf", "warfen", "wirft"), words("vor")),
        **dict.fromkeys(("hob", "hoben"), words("hervor")),
        "räumte": words("ein"),
        **dict.fromkeys(("lehnte", "lehnten", "lehnt"), words("ab")),
        **dict.fromkeys(("rief", "riefen", "ruft"), words("auf zu")),
        **dict.fromkeys(("fügte", "fügten", "fügt"), words("hinzu an")),
        **dict.fromkeys(("ging", "gingen", "geht", "gehen"), words("aus")),
        **dict.fromkeys(("kam", "kamen", "kommt", "kommen"), words("Schluss Ergebnis")),
    },
    infinitive=r"(?:\bzu\s+\w+e?r?n|\b\w{2,}zu\w{2,}e?r?n)(?=\s*(?:$|,|\sund\s))",
    passives=words("wird werden wurde wurden worden"),
    doers=words("von vom"),
    purposes=words("um ohne statt anstatt"),
    adjective_endings=("e", "en", "er", "es", "em"),
    oblique=words("den dem des einen einem eines seinen seinem ihren ihrem diesen diesem"),
    accusative=words("den die das einen eine ein"),
    with_words=("mit den worten",),
    negation="nicht",
    quoting=words("zitierte zitiert zitieren zitierten"),
    is_verb_second=True,
    has_capital_nouns=True,
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
