"""Short news of our own in the ways in which the press of each language reports what somebody says."""

import pytest

from claims.text.extract import extract_quotes


def said_in(text, language):
    """What is said, by whom, of every quote."""
    return [
        (" … ".join(part.cut(text) for part in quote.parts), [speaker.name for speaker in quote.speakers])
        for quote in extract_quotes(text, language=language)
    ]


FRENCH = [
    # a tag behind a report, with an office and a name behind it
    (
        "Le taux ne changera pas avant 2027, a indiqué le ministre des Finances, Paul Lerval, mardi.",
        [("Le taux ne changera pas avant 2027", ["Paul Lerval"])],
    ),
    # a tag within it
    (
        "La direction, a expliqué Sophie Tardy, n'a pas consulté les salariés avant la fermeture.",
        [("La direction … n'a pas consulté les salariés avant la fermeture", ["Sophie Tardy"])],
    ),
    # what an office is held of is nobody; the apposition is no part of the words
    (
        "Selon le procureur de la République, Antoine Meslin, l'incendie est d'origine criminelle.",
        [("l'incendie est d'origine criminelle", ["Antoine Meslin"])],
    ),
    # the sentence before is what somebody says
    (
        "Le pont sera fermé dès lundi. C'est ce qu'a annoncé le préfet du Nord, Luc Hennebelle.",
        [("Le pont sera fermé dès lundi", ["Luc Hennebelle"])],
    ),
    # a place, a day and a channel between verb and report
    (
        "Le premier ministre a déclaré dimanche sur BFM TV que « les efforts devront être partagés ».",
        [("les efforts devront être partagés", ["premier ministre"])],
    ),
    # an article before the name of the company is a part of it, an elided one before a noun is not
    (
        "Le chef de La Poste est parti. La Poste a précisé que 300 bureaux fermeraient. "
        "L'opposition dénonce « un budget insincère ».",
        [
            ("300 bureaux fermeraient", ["La Poste"]),
            ("un budget insincère", ["opposition"]),
        ],
    ),
    # an adjective behind the noun belongs to it
    (
        "La centrale syndicale précise que la demande est restée lettre morte.",
        [("la demande est restée lettre morte", ["centrale syndicale"])],
    ),
    # a verb of thinking
    ("Le ministre croit que la grève finira vite.", [("la grève finira vite", ["ministre"])]),
    # an object behind the verb is no speaker
    ("Élise Marchand, maire de Valbourg, a critiqué le ministre mardi.", []),
]
SPANISH = [
    (
        "El presupuesto no se aprobará antes de julio, dijo la portavoz del Gobierno, Marta Rueda.",
        [("El presupuesto no se aprobará antes de julio", ["Marta Rueda"])],
    ),
    (
        "Los trabajadores, aseguró el secretario del sindicato, Pedro Lázaro, no aceptarán el recorte.",
        [("Los trabajadores … no aceptarán el recorte", ["Pedro Lázaro"])],
    ),
    (
        "Según el alcalde de Puerto Nuevo, Luis Ferrán, el puente «estaba en mal estado desde hace años».",
        [("el puente «estaba en mal estado desde hace años»", ["Luis Ferrán"])],
    ),
    (
        "En opinión de Sandra Molina, investigadora de la Universidad de Altamira, los datos no son fiables.",
        [("los datos no son fiables", ["Sandra Molina"])],
    ),
    (
        "Tres mineros murieron el martes. Así lo informó el gobernador de la provincia, Raúl Espinel.",
        [("Tres mineros murieron el martes", ["Raúl Espinel"])],
    ),
    # what the speaker does besides is not what is said
    (
        'El fiscal sostuvo que los acusados "actuaron con premeditación" y pidió diez años de prisión.',
        [('los acusados "actuaron con premeditación"', ["fiscal"])],
    ),
    (
        "«Hemos hecho lo debido», ha declarado la jueza Torres. «Ahora decide el tribunal», ha añadido.",
        [("Hemos hecho lo debido … Ahora decide el tribunal", ["Torres"])],
    ),
    ("Los vecinos temen que el río crezca.", [("el río crezca", ["vecinos"])]),
    (
        "—No tenemos miedo —dijo el capitán Salinas—. Saldremos al amanecer.",
        [("No tenemos miedo … Saldremos al amanecer.", ["Salinas"])],
    ),
]
RUSSIAN = [
    (
        "Граница будет закрыта с пятницы. Об этом сообщила премьер-министр Валдории Елена Ирбис.",
        [("Граница будет закрыта с пятницы", ["Елена Ирбис"])],
    ),
    (
        "Налоги повышаться не будут, сообщил журналистам министр финансов Павел Лерский.",
        [("Налоги повышаться не будут", ["Павел Лерский"])],
    ),
    (
        "Руководство, рассказал директор завода Сергей Бойко, не советовалось с рабочими.",
        [("Руководство … не советовалось с рабочими", ["Сергей Бойко"])],
    ),
    (
        "Как пояснил прокурор Антон Меслин, пожар начался из-за поджога.",
        [("пожар начался из-за поджога", ["Антон Меслин"])],
    ),
    ("Министр считает, что договор будет подписан в мае.", [("договор будет подписан в мае", ["Министр"])]),
    ("Эксперты предупреждают: цены вырастут уже летом.", [("цены вырастут уже летом", ["Эксперты"])]),
    # the house whose people speak, in the form of a dictionary
    ("В министерстве заявили, что посол будет отозван.", [("посол будет отозван", ["министерство"])]),
    # a medium is not who speaks
    (
        "Как сообщает агентство «Интерфакс», депутат Госдумы Роман Клюев назвал законопроект «сырым».",
        [("законопроект «сырым»", ["Роман Клюев"])],
    ),
    (
        "В интервью «Голосу Севера» Александр Белов говорил, что они не готовы вести диалог.",
        [("они не готовы вести диалог", ["Александр Белов"])],
    ),
    # an office and what it is held of mean whoever was introduced with it
    (
        "Пришёл президент РФ Дмитрий Реетов. Время, подчеркнул президент РФ, менять не будут.",
        [("Время … менять не будут", ["Дмитрий Реетов"])],
    ),
]
TURKISH = [
    # words in marks behind a comma, the verb at the end: the speaker is no part of them
    (
        'Maliye Bakanı Kemal Ersoy, "Vergiler gelecek yıl artmayacak" dedi.',
        [("Vergiler gelecek yıl artmayacak", ["Kemal Ersoy"])],
    ),
    ('Kaya, "Anlaşma mayısta imzalanacak" diye konuştu.', [("Anlaşma mayısta imzalanacak", ["Kaya"])]),
    (
        'Savcı Orhan Tekin, "Soruşturma sürüyor" ifadelerini kullandı.',
        [("Soruşturma sürüyor", ["Orhan Tekin"])],
    ),
    # a clause that is made a noun
    (
        "Belediye Başkanı Ayşe Tanrıkulu, köprünün yıllardır bakımsız olduğunu söyledi.",
        [("köprünün yıllardır bakımsız olduğunu", ["Ayşe Tanrıkulu"])],
    ),
    (
        "Sözcü Murat Kaya, görüşmelerin önümüzdeki hafta yapılacağını bildirdi.",
        [("görüşmelerin önümüzdeki hafta yapılacağını", ["Murat Kaya"])],
    ),
    # a participle before the speaker
    (
        '"Bu bir reform değil, geri adımdır" diyen Sendika Başkanı İsmail Yurt salondan çıktı.',
        [("Bu bir reform değil, geri adımdır", ["İsmail Yurt"])],
    ),
    # nouns are shown without their case
    ("Uzmanlara göre fiyatlar yazın daha da artacak.", [("fiyatlar yazın daha da artacak", ["Uzmanlar"])]),
    (
        'Dışişleri Bakanlığı\'ndan yapılan açıklamada, "Büyükelçi geri çağrılacaktır" denildi.',
        [("Büyükelçi geri çağrılacaktır", ["Dışişleri Bakanlığı"])],
    ),
    (
        'Muhalefet lideri Hasan Demir, tasarıyı "kabul edilemez" olarak nitelendirdi.',
        [('tasarıyı "kabul edilemez" olarak', ["Hasan Demir"])],
    ),
]
AZERBAIJANI = [
    (
        "“Körpü illərdir təmir olunmayıb”, - deyə şəhər rəhbəri Aytən Quliyeva bildirib.",
        [("Körpü illərdir təmir olunmayıb", ["Aytən Quliyeva"])],
    ),
    (
        "Sərhəd cümə günündən bağlanacaq. Bu barədə Baş nazir Elçin Vəliyev məlumat verib.",
        [("Sərhəd cümə günündən bağlanacaq", ["Elçin Vəliyev"])],
    ),
    ("Nazirin sözlərinə görə, layihə mayda başa çatacaq.", [("layihə mayda başa çatacaq", ["Nazir"])]),
    (
        "Prokurorluqdan bildirilib ki, iki nəfər saxlanılıb.",
        [("iki nəfər saxlanılıb", ["Prokurorluq"])],
    ),
    (
        "Deputat Nigar Həsənova layihəni “zərərli” adlandırıb.",
        [("layihəni “zərərli”", ["Nigar Həsənova"])],
    ),
    (
        "Nazir Kamal Ərsoy gəldi. O qeyd edib ki, danışıqlar gələn həftə keçiriləcək.",
        [("danışıqlar gələn həftə keçiriləcək", [])],
    ),
    (
        '"Biz bu sənədi almamışıq", - nazir müavini Rauf Məmmədov jurnalistlərə açıqlamasında deyib.',
        [("Biz bu sənədi almamışıq", ["Rauf Məmmədov"])],
    ),
    (
        "Dövlət başçısı əlavə edib: “Heç kim işini itirməyəcək”.",
        [("Heç kim işini itirməyəcək", ["Dövlət başçısı"])],
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (language, text, expected)
        for language, cases in (
            ("fr", FRENCH),
            ("es", SPANISH),
            ("ru", RUSSIAN),
            ("tr", TURKISH),
            ("az", AZERBAIJANI),
        )
        for text, expected in cases
    ],
)
def test_the_press_of_a_language_is_read(language, text, expected):
    assert said_in(text, language) == expected
