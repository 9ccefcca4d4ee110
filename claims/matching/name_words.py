"""Words that names are compared by: titles, forms of one first name, common surnames, kinds of organisation.

All words are keys of ``claims.text.names_across.fold_name``. The tables are short on purpose: what is missing
costs a proposal, what is wrong costs a reader's minute.
"""

from claims.text.languages import PACKS
from claims.text.names_across import fold_name


def _keys(words: str) -> frozenset[str]:
    return frozenset(key for word in words.split() if (key := fold_name(word)))


#: courtesies and offices of all language packs: "mr", "president", "Außenminister"
TITLES = frozenset(
    key
    for pack in PACKS.values()
    for word in (*pack.naming.courtesy, *pack.naming.roles)
    if len(key := fold_name(word)) > 1 and " " not in key  # "M." is an initial in most names
)
#: words around titles that every country has: "foreign", "deputy", "of"
OFFICE_WORDS = frozenset(
    key
    for pack in PACKS.values()
    for word in (*pack.naming.office_words, *pack.naming.office_links, *pack.naming.definite)
    if (key := fold_name(word))
)
#: courtesies that tell the same gender in every language that has them
COURTESIES: dict[str, str] = {}
for _pack in PACKS.values():
    for _courtesy, _gender in _pack.naming.courtesy.items():
        if len(_key := fold_name(_courtesy)) > 1:
            COURTESIES[_key] = _gender if COURTESIES.get(_key, _gender) == _gender else ""
#: small words inside names that one outlet writes and another leaves out
PARTICLES = _keys(
    "al el ad as an at de del della der den des di da dos du la le van von vom zu zum ten ter bin ben ibn "
    "bint abu aal d y e oglu oglou qizi kizi ogli ogly kyzy"
)
#: what tells father and son apart, in small letters
GENERATIONS = {
    **dict.fromkeys(("jr", "jnr", "junior", "fils"), "2"),
    **dict.fromkeys(("sr", "snr", "senior", "père"), "1"),
    "ii": "2",
    "iii": "3",
    "iv": "4",
}
#: a bare one of these is somebody among thousands
COMMON_SURNAMES = _keys(
    """
    li lee wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao kim park pak choi jung
    nguyen tran le pham smith jones williams brown taylor davies davis wilson evans thomas johnson roberts
    walker wright robinson thompson white hughes edwards green hall wood harris martin jackson clarke clark
    lewis miller anderson moore scott king young hill adams nelson baker campbell mitchell carter murphy kelly
    müller schmidt schneider fischer weber meyer wagner becker schulz hoffmann koch richter klein wolf braun
    garcia martinez lopez gonzalez rodriguez fernandez sanchez perez gomez diaz silva santos oliveira souza
    bernard dubois durand moreau laurent simon michel ivanov smirnov kuznetsov popov petrov sokolov mammadov
    aliyev hasanov huseynov ahmadov quliyev yilmaz kaya demir sahin celik yildiz ahmed ali khan hussain singh
    kumar sharma patel das hansen johansen olsen larsen andersen nilsson eriksson johansson jensen nielsen
    """
)
#: forms of one first name, and what its bearers are called, a line each
_FIRST_NAMES = """
    alexander alexandre alessandro alejandro oleksandr aleksandr aleksander sasha alex alec aliaksandr
    alexandra oleksandra aleksandra alessandra alejandra
    alexey alexei oleksiy oleksii aleksey alyosha
    andrew andrey andrei andriy andrii andreas andre andres andrea andrzej andy drew
    anthony antony anton antonio antoine antonin tony
    benjamin ben benny binyamin
    bill william will willy wilhelm guillermo guillaume billy liam
    bob robert rob bobby robbie roberto
    catherine katherine kathryn ekaterina kateryna katarina katharina caterina catalina kate cathy katya
    charles charlie carlos carlo karl carl karel chuck
    christopher chris kristof christophe cristobal
    daniel dan danny danylo daniil
    david dave davide davyd dawid
    dmitry dmitri dmytro dimitri dmitriy dimitrios
    donald don donny
    edward ed eddie ted eduard eduardo edouard
    elizabeth elisabeth liz betty beth yelizaveta elizaveta isabel lisa
    eugene yevgeny evgeny yevhen evgeniy eugen jewgeni
    francis francisco francesco frank francois franz paco
    frederick fred frederic friedrich federico fritz
    gabriel gavriil gabriele
    george georgy georgi giorgio jorge georg georges heorhii heorhiy yuri yuriy yurii jerzy jiri giorgi
    gregory greg grigory hryhoriy grigoriy gregor
    helen elena olena yelena helena helene elaine alena
    henry henri heinrich enrique enrico harry hank henrik
    ilham ilgam
    irene iryna irina irena
    jacob yakov jakob jakub jack yaakov
    james jim jimmy jamie jaime
    jean john johann johannes jan ivan juan giovanni ioannis ian sean yahya jon johnny jack hans
    jennifer jen jenny
    jeyhun ceyhun dzheykhun
    joe joseph josef jose giuseppe iosif yosef jozef joey
    katie kate katherine
    kenneth ken kenny
    laurence lawrence larry lorenzo laurent lars
    leo leon lev leonid leonard
    lewis louis luis luigi ludwig lou
    luke lucas lukas luca luka
    margaret margarita marguerite maggie peggy meg
    mark marc marcus markus marco marko
    martin martyn marty
    mary maria marie mariya mariia
    matthew matt matteo mathieu matthias matvei
    maxim maksym maksim max maxime
    michael michel mikhail mykhailo mike miguel michele mick mihail mykhaylo mikael michal misha
    muhamad muhammad mohammed mehmet magomed mamadou
    natalia natalya nataliya natalie natasha
    nicholas nicolas nikolai mykola nikolay nick nicola nicolae niko miklos klaus
    nina nino
    nadia nadja nadya nadezhda nadiya
    oleg oleh olegas
    olga olha helga
    patrick pat paddy patricio patrice
    paul pavel pavlo pablo paolo pawel pavol
    peter petr petro pedro pierre pietro piotr pete petar pyotr
    philip phil philippe felipe filip
    recep redzep
    richard rick dick rich ricardo riccardo
    ronald ron ronny
    samuel sam sammy samuil
    sergei sergey serhiy serhii sergio serge
    stephen steven steve stefan stephane esteban stefano stepan
    susan sue suzanne susanne susanna
    svetlana svitlana
    thomas tom tommy tomas tommaso tomasz
    timothy tim timofey
    vasily vasyl wassily vasil basil
    victor viktor vittorio vic
    vladimir volodymyr wladimir wolodymyr uladzimir
    vladislav wladyslaw vladyslav
    vyacheslav viacheslav
    yulia julia iuliia yuliya julie giulia
    zachary zach zack
    anna ana anne ann hanna hannah
    arkady arkadi
    aleksei aleksej
    tatiana tatyana tetiana tetyana
    sophia sofia sophie sofiya
    teresa theresa therese
    valery valeriy valerii valerij
    konstantin kostiantyn constantin costas kostas
    artem artyom
    denis denys dennis
    igor ihor
    vitaly vitalii vitaliy vitali
    yegor egor
    nikita mykyta
"""
#: first name → the numbers of the lines that it stands on
FIRST_NAMES: dict[str, set[int]] = {}
for _number, _line in enumerate(_FIRST_NAMES.strip().splitlines()):
    for _word in _keys(_line):
        FIRST_NAMES.setdefault(_word, set()).add(_number)

#: words of organisations' names in several languages → the one that stands for them; "" is left out
ORGANISATION_WORDS = {
    key: meaning
    for meaning, words in {
        "": "the of for and in on a an de la le les des du del los las y et e der die das dem für und i v o "
        "po na von aus im at to affairs angelegenheiten affaires asuntos дел auswärtigen işlər işləri işleri "
        "inc ltd llc plc corp gmbh ag co sa its her his their",
        "ministry": "ministry ministerium ministère ministerio министерство nazirlik nazirliyi bakanlığı "
        "bakanlık",
        "foreign": "foreign étrangères exteriores auswärtiges auswärtige außen иностранных xarici dışişleri "
        "external",
        "defence": "defence defense verteidigung défense defensa обороны müdafiə savunma",
        "interior": "interior intérieur inneren внутренних daxili içişleri home",
        "finance": "finance finances finanzen hacienda финансов maliyyə maliye treasury",
        "justice": "justice justiz justicia юстиции ədliyyə adalet",
        "health": "health gesundheit santé salud здравоохранения səhiyyə sağlık",
        "education": "education bildung éducation educación образования təhsil eğitim",
        "government": "government regierung gouvernement gobierno правительство hökumət hökuməti hükümet "
        "hükümeti administration cabinet",
        "parliament": "parliament parlament parlement parlamento парламент meclis məclis",
        "bank": "bank banque banco банк bankı banka bankası",
        "central": "central zentral centrale центральный mərkəzi merkez",
        "party": "party partei parti partido партия partiyası partisi",
        "police": "police polizei policía полиция polis",
        "union": "union gewerkschaft syndicat sindicato союз birliyi birliği",
        "organisation": "organisation organization organización организация təşkilatı örgütü",
        "centre": "centre center zentrum centro центр mərkəzi merkezi",
        "university": "university universität université universidad университет universiteti üniversitesi",
        "company": "company firm corporation group gruppe groupe grupo holding konzern",
        "association": "association verband асоциация ассоциация asociación foundation stiftung fondation",
        "department": "department office departamento département amt bureau büro",
        "council": "council rat conseil consejo совет şurası konseyi",
        "commission": "commission kommission comisión комиссия komissiya komisyon",
        "committee": "committee ausschuss comité комитет komitə komite komitesi",
        "court": "court gericht cour tribunal суд məhkəmə mahkemesi",
        "service": "service dienst servicio служба xidməti",
        "army": "army armee armée ejército армия ordu",
        "supreme": "supreme",
        "national": "national nationale nacional национальный milli",
        "international": "international internationale internacional международный beynəlxalq uluslararası",
        "federal": "federal bundes",
        "state": "state staat état estado",
        "republic": "republic republik république república республика respublikası cumhuriyeti",
        "embassy": "embassy botschaft ambassade embajada посольство səfirliyi",
        "campaign": "campaign",
        "radio": "radio",
        "television": "television tv",
        "agency": "agency agentur agence agencia агентство agentliyi",
    }.items()
    for word in words.split()
    if (key := fold_name(word))
}  # fmt: skip
#: ministries that one word names, per language
MINISTRIES_IN_ONE_WORD = {
    fold_name(word): meaning
    for word, meaning in {
        "МИД": ("foreign", "ministry"),
        "МВД": ("interior", "ministry"),
        "минобороны": ("defence", "ministry"),
        "минфин": ("finance", "ministry"),
        "минздрав": ("health", "ministry"),
        "Außenministerium": ("foreign", "ministry"),
        "Innenministerium": ("interior", "ministry"),
        "Verteidigungsministerium": ("defence", "ministry"),
        "Finanzministerium": ("finance", "ministry"),
        "Justizministerium": ("justice", "ministry"),
        "Gesundheitsministerium": ("health", "ministry"),
        "MFA": ("foreign", "ministry"),
        "MoFA": ("foreign", "ministry"),
        "MoD": ("defence", "ministry"),
        "Zentralbank": ("bank", "central"),
    }.items()
}
#: meanings that many organisations share: none of them alone names one
GENERIC = frozenset(meaning for meaning in ORGANISATION_WORDS.values() if meaning)
#: of those, the ones that a short name leaves out: "Amnesty" is Amnesty International
LEFT_OUT_IN_SHORT = frozenset(
    ("company", "international", "national", "party", "association", "organisation", "agency", "service",
     "television", "radio", "university", "campaign", "federal", "state", "republic")
)  # fmt: skip
