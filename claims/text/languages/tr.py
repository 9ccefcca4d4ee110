"""The Turkish pack: the speaker opens the sentence and the verb closes it; "X'e göre" names a source."""

from functools import partial

from claims.text.languages.case_forms import TURKISH_HARMONY, TURKISH_SOFT, turkic_forms
from claims.text.languages.cueing import WorkWords
from claims.text.languages.naming import FIRST_PERSON, Naming, words
from claims.text.languages.order import Order
from claims.text.languages.ordered import ordered_pack

VERBS = words(
    """
    dedi dediler diyor diyorlar demişti söyledi söylediler söylüyor söyleyen belirtti belirttiler belirtiyor
    belirten açıkladı açıkladılar açıklıyor kaydetti kaydettiler vurguladı vurguladılar vurguluyor
    vurgulayan konuştu konuştular anlattı anlattılar anlatıyor bildirdi bildirdiler bildiriyor yazdı
    yazdılar yazıyor ekledi eklediler ekliyor sordu sordular yanıtladı cevapladı yanıt savundu savundular
    savunuyor uyardı uyardılar hatırlattı aktardı aktardılar duyurdu duyurdular paylaştı dile getirdi ifade
    etti etti ettiler ediyor dikkat çekti çağrıda bulundu bulundu değerlendirdi doğruladı yalanladı reddetti
    iddia öne sürdü diyen kullandı kullandılar nitelendirdi tanımladı eleştirdi eleştirdiler söylemişti
    açıklamıştı belirtmişti getirdi ettiğini sürdüler denildi çağırdı istedi diyerek belirterek söyleyerek
    """
)
PREPOSITIONS = words("ile için gibi kadar göre karşı doğru sonra önce beri rağmen üzere")
NOT_NAMES = words(
    """
    ve ama fakat ancak veya ya da de ki bu şu o bir her hiç çok daha en ben sen biz siz onlar onun bunun ne
    kim nerede neden nasıl eğer çünkü ayrıca sonra önce bugün dün yarın şimdi artık hala ise için ile gibi
    kadar göre pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran
    temmuz ağustos eylül ekim kasım aralık iki üç dört beş ilk evet hayır teşekkürler türk türkiye rus abd
    ab
    """
)
ORDER = Order(
    verbs=VERBS,
    weak=words(
        """
        etti ettiler ediyor bulundu yanıt paylaştı iddia dikkat ifade dile öne yazdı çekti
        kullandı kullandılar getirdi sürdü sürdüler
        """
    ),
    auxiliaries=words("olduğunu olarak"),
    fillers=words("ise de da bugün dün ayrıca şöyle şu şunları diye böyle daha sonra yine"),
    determiners=words("bu şu o bir her bazı birçok"),
    conjunctions=words("çünkü eğer"),
    relatives=frozenset(),
    joining=words("ve ama ancak fakat"),
    focus=words("ve ama ancak fakat ayrıca"),
    as_words=frozenset(),
    sources=(r"(?!)",),
    sources_after=("göre", r"yapılan(?:\s+yazılı)?\s+açıklamada"),
    separated={
        **dict.fromkeys(words("etti ettiler ediyor"), words("ifade iddia")),
        "çekti": words("dikkat"),
        **dict.fromkeys(words("sürdü sürdüler"), words("öne")),
        "getirdi": words("dile"),
        **dict.fromkeys(words("kullandı kullandılar"), words("ifadelerini ifadesini")),
    },
    nominalised=r"\w(?:[dt][ıiuü]ğ[ıiuü]n[ıiuü]|[ae]c[ae]ğ[ıi]n[ıi]|[dt][ıiuü]kl[ae]r[ıi]n[ıi]|[ae]c[ae]kl[ae]r[ıi]n[ıi])$",
    informing=words("bildirdi açıkladı duyurdu söyledi söylediler bildirdiler açıkladılar aktardı"),
    pointing=r"bunu(?!\w)",
    that=words("ki"),
    is_verb_last=True,
)
NAMING = Naming(
    courtesy={"sayın": "", "bay": "m", "bayan": "f", "bey": "m", "hanım": "f", "dr": "", "prof": "",
              "doç": "", "av": ""},
    roles=dict.fromkeys(
        words(
            """
            cumhurbaşkanı başkan başbakan bakan bakanı vali belediye başkanı milletvekili senatör sözcü
            sözcüsü müdür müdürü lider lideri genel sekreter sekreteri büyükelçi büyükelçisi komutan
            komutanı general yargıç savcı avukat profesör doktor danışman danışmanı gazeteci yazar tarihçi
            ekonomist uzman uzmanı araştırmacı teknik direktör oyuncu kaptan aday adayı üye üyesi temsilci
            temsilcisi kurucu kral kraliçe papa yetkili yetkilisi yardımcısı başkanvekili
            """
        ),
        "",
    ),
    office_words=words("genel eski vekil yardımcısı dışişleri içişleri savunma milli eğitim sağlık"),
    office_links=frozenset({"ve"}),
    organisations=words(
        """
        bakanlık bakanlığı hükümet hükümeti meclis parlamento konsey konseyi komite komisyon parti partisi
        polis ordu mahkeme mahkemesi ajans ajansı şirket şirketi grup grubu sendika sendikası birlik birliği
        dernek derneği vakıf vakfı enstitü üniversite üniversitesi okul banka bankası takım kulüp kulübü
        gazete gazetesi kanal örgüt örgütü büyükelçilik koalisyon belediye valilik savcılık
        """
    ),
    groups=words(
        """
        uzmanlar yetkililer gazeteciler öğrenciler öğretmenler doktorlar tanıklar eylemciler bakanlar
        siyasetçiler
        """
    ),
    pronouns={
        **dict.fromkeys(words("ben biz bizim benim bize bana siz sizin size sen"), FIRST_PERSON),
        **dict.fromkeys(words("o onun ona onu bu bunlar"), ""),
        **dict.fromkeys(words("onlar onların"), "p"),
    },
    subject_pronouns=words("o onlar ben biz"),
    relatives=frozenset(),
    definite=words("bu şu"),
    indefinite=words("bir bazı"),
    particles=frozenset({"de", "van", "von", "el", "al", "bin"}),
    joiners=words("ve ile"),
    noun_forms=partial(turkic_forms, harmony=TURKISH_HARMONY, soft=TURKISH_SOFT),
    not_names=NOT_NAMES,
    prepositions=PREPOSITIONS,
    verbs=VERBS | words("oldu olacak var yok geldi gitti yaptı"),
    same_office={"devlet başkanı": words("cumhurbaşkanı başkan"), "cumhurbaşkanı": words("cumhurbaşkanı")},
    lesser=words("yardımcısı eski vekil"),
    has_articles=False,
    questioners=words("soru muhabir gazeteci s sunucu"),
    answerers=words("cevap yanıt c"),
    caption_words=words("fotoğraf foto görsel"),
    not_labels=words("fotoğraf foto video kaynak tarih yer not bkz iletişim"),
)  # fmt: skip

WORKS = WorkWords(
    kinds=words(
        """
        gazetesi dergisi filmi kitabı romanı şarkısı albümü programı partisi grubu adlı isimli başlıklı
        kanalı
        """
    ),
    prepositions=frozenset(),
    small=words("ile için"),
    cries=frozenset(),
)

TURKISH = ordered_pack(
    "tr",
    naming=NAMING,
    order=ORDER,
    works=WORKS,
    carriers=(
        r",?\s+MEDIUM['’](?:n?[ıiuü]n|[ae]|y[ae])?\s+(?:haberine\s+)?göre",
        r"MEDIUM\s+(?:bildirdi|aktardı)$",
    ),
    titles_with_point=words("dr prof doç av op yrd sn"),
    abbreviations=words("vb vs bkz örn yy cad sok no"),
)
