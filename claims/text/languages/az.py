"""The Azerbaijani pack: the speaker opens the sentence and the verb closes it; speeches open with a dash."""

from functools import partial

from claims.text.languages.case_forms import AZERBAIJANI_HARMONY, AZERBAIJANI_SOFT, turkic_forms
from claims.text.languages.cueing import WorkWords
from claims.text.languages.naming import FIRST_PERSON, Naming, words
from claims.text.languages.order import Order
from claims.text.languages.ordered import ordered_pack

VERBS = words(
    """
    dedi dedilər deyib deyiblər deyir deyirlər deyərək söylədi söyləyib söyləyir bildirdi bildirib bildirir
    bildiriblər bildirdilər bildirərək qeyd vurğuladı vurğulayıb vurğulayır vurğulayaraq açıqladı açıqlayıb
    açıqlayır yazdı yazıb yazır əlavə xatırlatdı xatırladıb danışdı danışıb soruşdu soruşub cavab izah
    təsdiqlədi təsdiqləyib təkzib iddia edib etdi edir edərək etmişdir bildirmişdir demişdir vurğulamışdır
    diqqətə çatdırdı çatdırıb xəbərdarlıq söyləyərək verib verdi verir adlandırıb adlandırdı qiymətləndirib
    bildirilib bildirilir deyilir açıqlayıblar edərək edirlər ediblər
    """
)
PREPOSITIONS = words("deyə barədə haqda ilə üçün kimi qədər görə qarşı sonra əvvəl bəri rəğmən haqqında")
ORDER = Order(
    verbs=VERBS,
    weak=words(
        """
        edib etdi edir edərək etmişdir qeyd əlavə cavab izah iddia təkzib çatdırdı çatdırıb diqqətə yazdı
        yazıb verib verdi verir edirlər ediblər
        """
    ),
    auxiliaries=words("olaraq"),
    fillers=words("deyə isə da də bu gün dünən həmçinin belə bunu bunları daha sonra yenə"),
    determiners=words("bu o bir hər bəzi"),
    conjunctions=words("çünki əgər"),
    relatives=frozenset(),
    joining=words("və amma lakin ancaq"),
    focus=words("və amma lakin ancaq həmçinin"),
    as_words=frozenset(),
    sources=(r"(?!)",),
    sources_after=(
        r"(?:sözlərinə\s+|məlumatına\s+|bildirdiyinə\s+|dediyinə\s+)?görə",
        "fikrincə",
        "sözlərincə",
    ),
    separated={
        **dict.fromkeys(words("verib verdi verir"), words("məlumat xəbər cavab")),
        **dict.fromkeys(
            words("edib etdi edir edərək edirlər ediblər etmişdir"), words("qeyd əlavə iddia izah təkzib")
        ),
        **dict.fromkeys(words("çatdırdı çatdırıb"), words("diqqətə")),
    },
    nominalised=r"\w(?:d[ıiuü](?:ğ|y)[ıiuü]n[ıiuü]|[aə]c[aə](?:ğ|y)[ıi]n[ıi]|d[ıiuü][kq]l[aə]r[ıi]n[ıi]|[aə]c[aə][kq]l[aə]r[ıi]n[ıi])$",
    informing=words("bildirib verib deyib açıqlayıb bildirdi verir verdi söyləyib"),
    pointing=r"bu\s+(?:barədə|haqda|haqqda)(?!\w)",
    that=words("ki"),
    is_verb_last=True,
)
NAMING = Naming(
    courtesy={"cənab": "m", "xanım": "f", "bəy": "m", "dr": "", "prof": ""},
    roles=dict.fromkeys(
        words(
            """
            prezident prezidenti nazir naziri baş nazir sədr sədri deputat qubernator spiker spikeri sözçü
            sözçüsü direktor direktoru rəhbər rəhbəri lider lideri katib katibi səfir səfiri komandan general
            hakim prokuror vəkil professor doktor müşavir müşaviri köməkçi köməkçisi jurnalist yazıçı tarixçi
            iqtisadçı ekspert politoloq tədqiqatçı məşqçi oyunçu kapitan namizəd üzv üzvü nümayəndə
            nümayəndəsi kral kraliça papa müavini başçı başçısı müdir müdiri rəis rəisi ombudsman hüquqşünas
            analitik vitse-prezident vitse-prezidenti icraçı
            """
        ),
        "",
    ),
    office_words=words("baş sabiq birinci xarici daxili müdafiə vitse dövlət respublikası respublikasının"),
    office_links=frozenset({"və"}),
    organisations=words(
        """
        nazirlik nazirliyi hökumət hökuməti parlament məclis milli şura şurası komitə komitəsi komissiya
        partiya partiyası polis ordu məhkəmə məhkəməsi agentlik agentliyi şirkət şirkəti qrup həmkarlar
        birlik birliyi fond fondu institut universitet məktəb bank bankı komanda klub qəzet kanal təşkilat
        təşkilatı səfirlik koalisiya idarə idarəsi xidməti mətbuat prokurorluq azərtac
        """
    ),
    groups=words(
        """
        ekspertlər jurnalistlər tələbələr müəllimlər həkimlər şahidlər fəallar nazirlər siyasətçilər
        """
    ),
    pronouns={
        **dict.fromkeys(words("mən biz bizim mənim bizə mənə siz sizin sizə sən"), FIRST_PERSON),
        **dict.fromkeys(words("o onun ona onu bu bunlar"), ""),
        **dict.fromkeys(words("onlar onların"), "p"),
    },
    subject_pronouns=words("o onlar mən biz"),
    relatives=frozenset(),
    definite=words("bu"),
    indefinite=words("bir bəzi"),
    particles=words("oğlu qızı de van fon əl"),
    joiners=words("və ilə"),
    noun_forms=partial(turkic_forms, harmony=AZERBAIJANI_HARMONY, soft=AZERBAIJANI_SOFT),
    not_names=words(
        """
        və amma lakin ancaq ya ki bu o bir hər heç çox daha ən mən sən biz siz onlar onun nə kim harada niyə
        necə əgər çünki həmçinin sonra əvvəl bugün dünən sabah indi artıq isə üçün ilə kimi qədər görə bazar
        ertəsi çərşənbə axşamı cümə şənbə yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr
        noyabr dekabr iki üç dörd beş ilk bəli xeyr azərbaycan azərbaycanın rusiya rusiyanın abş
        """
    ),
    prepositions=PREPOSITIONS,
    verbs=VERBS | words("oldu olub olacaq var yox gəldi getdi görüşüb"),
    same_office={"dövlət başçısı": words(
        """
        prezident prezidenti
        """
    ), "başçısı dövlət": words("prezident prezidenti")},
    lesser=words("müavini sabiq vitse-prezident vitse-prezidenti"),
    has_articles=False,
    questioners=words("sual jurnalist müxbir aparıcı s"),
    answerers=words("cavab c"),
    caption_words=words("foto şəkil"),
    not_labels=words("foto şəkil video mənbə tarix yer qeyd əlaqə"),
    case_endings=(
        "nın", "nin", "nun", "nün", "dan", "dən", "dən", "ın", "in", "un", "ün", "da", "də", "ya", "yə",
        "la", "lə",
        "ı", "i", "u", "ü", "a", "ə",
    ),
)  # fmt: skip

WORKS = WorkWords(
    kinds=words(
        """
        qəzeti jurnalı filmi kitabı romanı mahnısı proqramı partiyası qrupu adlı başlıqlı kanalı
        """
    ),
    prepositions=frozenset(),
    small=words("ilə üçün"),
    cries=frozenset(),
)

AZERBAIJANI = ordered_pack(
    "az",
    naming=NAMING,
    order=ORDER,
    works=WORKS,
    carriers=(
        r",?\s+(?:bu\s+barədə\s+)?MEDIUM\s+(?:xəbər\s+verir|məlumat\s+verir|bildirir)",
        r",?\s+MEDIUM[-’']?(?:ın|in|un|ün|nın|nin|a|ə)?\s+(?:məlumatına\s+)?(?:görə|istinadən)",
    ),
    titles_with_point=words("dr prof c"),
    abbreviations=words("və.s s səh mln mlrd"),
)
