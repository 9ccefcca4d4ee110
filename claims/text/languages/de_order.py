"""German verbs of speech, and the order of speaker, verb and words."""

from claims.text.languages.naming import words
from claims.text.languages.order import Order

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
    glauben hoffen rechnete rechneten rechnet erwartete erwarteten erwartet erwarten befürchteten befürchten
    fürchtet fürchtete fürchten schätzten schätzen vermuteten vermuten bedauern loben drohen versprachen
    versprechen beschloss beschlossen entschied entschieden plant planten plante signalisierte signalisierten
    signalisiert garantierte garantiert beharrte beharrten beharrt beantragte beantragten argumentieren
    argumentierten begründen bestätigen bekräftigen fragen informierte informierten informiert berichtigt
    angegeben eingestanden zugegeben klargestellt hervorgehoben vorausgesagt angedeutet beklagen beteuert
    vorhergesagt versichert zugesichert zugesagt angeboten bekanntgab bekanntgaben hinwies hinwiesen
    ausführte ausführten feststellte feststellten angab zugab einräumte einräumten klarstellte
    hinzufügte hervorhob unterstellt bezifferte beziffert geglaubt gehofft befürchtet vermutet erwähnt
    """
)

WEAK = words(
    """
    gab gaben gibt führte führten führt stellte stellten stellt wies wiesen weist teilte teilten teilt heißt
    hieß lautete warf warfen wirft hob hoben räumte lehnte lehnten lehnt rief riefen ruft bat baten fügte
    fügten fügt droht drohte glaubt glaubte hofft hoffte machte machten macht zeigte zeigten zeigt sah sahen
    sieht hält hielt halten brachte deutete griff wertete wertet erkannte feierte nahm zog
    glauben hoffen rechnete rechneten rechnet erwartete erwarteten erwartet erwarten drohen fürchtet fürchtete
    fürchten beschloss beschlossen entschied entschieden plant planten plante informiert
    """
)

#: of these, those that report with "dass" or an infinitive all the same
THINKING = words(
    """
    glaubt glaubte glauben hofft hoffte hoffen rechnete rechneten rechnet erwartete erwarteten erwartet
    erwarten droht drohte drohen bat baten fürchtet fürchtete fürchten beschloss beschlossen entschied
    entschieden plant planten plante
    """
)
#: what makes a sentence of verbs that say little: a small word, or a noun for what is said
SEPARATED = {
    **dict.fromkeys(words("gab gaben gibt geben"), words("bekannt an zu")),
    **dict.fromkeys(words("führte führten führt führen"), words("aus an")),
    **dict.fromkeys(words("stellte stellten stellt stellen"), words("fest klar")),
    **dict.fromkeys(words("wies wiesen weist weisen"), words("hin zurück")),
    **dict.fromkeys(words("teilte teilten teilt teilen"), words("mit")),
    **dict.fromkeys(words("warf warfen wirft werfen"), words("vor")),
    **dict.fromkeys(words("hob hoben hebt heben"), words("hervor")),
    **dict.fromkeys(words("räumte räumten räumt räumen gestand gestanden gesteht wandte wandten wendet"),
                    words("ein")),
    **dict.fromkeys(words("lehnte lehnten lehnt lehnen"), words("ab")),
    **dict.fromkeys(words("rief riefen ruft rufen"), words("auf zu")),
    **dict.fromkeys(words("fügte fügten fügt fügen"), words("hinzu an")),
    **dict.fromkeys(words("ging gingen geht gehen"), words("aus")),
    **dict.fromkeys(words("kam kamen kommt kommen"), words("Schluss Ergebnis")),
    **dict.fromkeys(words("schlug schlugen schlägt schlagen"), words("vor")),
    **dict.fromkeys(words("bot boten bietet bieten deutete deuteten deutet deuten nahm nahmen nimmt nehmen"),
                    words("an")),
    **dict.fromkeys(words("sagte sagten sagt sagen"), words("voraus zu ab")),
    **dict.fromkeys(words("sicherte sicherten sichert"), words("zu")),
    **dict.fromkeys(words("machte machten macht machen"), words("deutlich klar geltend aufmerksam")),
    **dict.fromkeys(words("hielt hielten hält halten"), words("fest entgegen dagegen")),
    **dict.fromkeys(words("legte legten legt legen"), words("nahe dar")),
    **dict.fromkeys(words("zeigte zeigten zeigt zeigen"),
                    words("überzeugt zuversichtlich besorgt enttäuscht erfreut optimistisch")),
    **dict.fromkeys(words("vertrat vertraten vertritt vertreten"),
                    words("Auffassung Ansicht Meinung These Überzeugung Standpunkt Position")),
}  # fmt: skip

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
    hearsay=r"\bsoll(?:en)?\b.*\b(?:haben|sein)(?=\s*[.,;]|\sund\s|\s*$)",
    separated=SEPARATED,
    thinking=THINKING,
    informing=words(
        """
        sagte sagten sagt erklärte erklärten erklärt teilte teilten teilt mitgeteilt gab gaben gibt
        bekanntgegeben berichtete berichteten berichtet berichten meldete meldeten meldet melden bestätigte
        bestätigten bestätigt schrieb schrieben schreibt kündigte kündigten kündigt angekündigt urteilte
        entschied entschieden beschloss beschlossen gesagt betonte betonten stellte stellten
        """
    ),
    pointing=r"(?:das|dies)(?!\w)",
    like_words=words("als"),
    tag_openers=words("so"),
    infinitive=r"(?:\bzu\s+\w+e?r?n|\b\w{2,}zu\w{2,}e?r?n)(?=\s*(?:$|,|\s(?:und|um|ohne)\s))",
    passives=words("wird werden wurde wurden worden"),
    doers=words("von vom"),
    purposes=words("um ohne statt anstatt"),
    adjective_endings=("e", "en", "er", "es", "em"),
    oblique=words("den dem des einen einem eines seinen seinem ihren ihrem diesen diesem"),
    genitive=words(
        "des der eines einer dieses dieser jener seines seiner ihres ihrer unserer aller mehrerer"
    ),
    accusative=words("den die das einen eine ein"),
    with_words=("mit den worten",),
    negation="nicht",
    quoting=words("zitierte zitiert zitieren zitierten"),
    is_verb_second=True,
    has_capital_nouns=True,
)
