"""Every language pack finds the plain forms of its language: marks, tags, sources, speeches."""

import pytest

from claims.text.extract import extract_quotes
from claims.text.found import Form, Kind, SpeakerKind
from claims.text.languages import PACKS
from tests.counted_work import is_linear


def found_in(text, language, *, body_start=0):
    """Words, speaker and kind of every quote."""
    return [
        (
            " … ".join(part.cut(text) for part in (quote.quoted or quote.parts)),
            [speaker.name for speaker in quote.speakers],
            quote.kind,
        )
        for quote in extract_quotes(text, body_start=body_start, language=language)
    ]


DIRECT, MIXED, INDIRECT = Kind.DIRECT, Kind.MIXED, Kind.INDIRECT

GERMAN = [
    # the verb second: the speaker before it, or right after it
    ("Mira Orlan sagte: „Wir werden den Vertrag morgen unterschreiben.“", "Mira Orlan", DIRECT),
    ("Am Montag sagte Mira Orlan: „Wir werden den Vertrag morgen unterschreiben.“", "Mira Orlan", DIRECT),
    ("„Wir werden den Vertrag morgen unterschreiben“, sagte Mira Orlan am Montag.", "Mira Orlan", DIRECT),
    ("»Wir werden den Vertrag morgen unterschreiben«, so Mira Orlan.", "Mira Orlan", DIRECT),
    # an addition between speaker and verb, a participle at the end
    (
        "Mira Orlan, Bürgermeisterin von Halden, sprach von einer „schweren Zeit für alle“.",
        "Mira Orlan",
        MIXED,
    ),
    ("Mira Orlan hat am Montag gesagt: „Wir werden den Vertrag unterschreiben.“", "Mira Orlan", DIRECT),
    # what stands before the verb is its object
    ("Den Entwurf nannte Außenminister Jonas Reet „eine schlechte Grundlage“.", "Jonas Reet", MIXED),
    # sources
    ("Laut Mira Orlan ist der Vertrag „ein großer Schritt für alle“.", "Mira Orlan", MIXED),
    ("Nach Angaben von Jonas Reet war die Brücke „seit Jahren nicht geprüft“.", "Jonas Reet", MIXED),
    ("„Der Text ist eine faire Grundlage“, sagte Samir al-Hattab am Montag.", "Samir al-Hattab", DIRECT),
    ("Samir al-Hattab kam. „Der Text ist eine Grundlage“, sagte al-Hattab.", "Samir al-Hattab", DIRECT),
]
# a verb that no list has, beside a person; a part of the words on each side of the tag
GERMAN += [
    ("„Das ist ein Sieg für alle Bürger“, freute sich Ministerin Mira Orlan.", "Mira Orlan", DIRECT),
    (
        "„Das ist ein Sieg für alle“, freute sich die Bürgermeisterin, Mira Orlan, heute.",
        "Mira Orlan",
        DIRECT,
    ),
    ("„Wir werden“, so Mira Orlan weiter, „den Vertrag unterschreiben.“", "Mira Orlan", DIRECT),
    ("Wie Sprecherin Mira Orlan mitteilte, sei die Brücke „seit Jahren baufällig“.", "Mira Orlan", MIXED),
]
# the verb of speech, or what makes it one, closes the clause behind the words
GERMAN += [
    ("Mira Orlan hat am Montag von einem „Sieg für alle“ gesprochen.", "Mira Orlan", MIXED),
    ("Mira Orlan rief am Montag zum „Kampf für alle“ auf.", "Mira Orlan", MIXED),
    ("Kritik kommt von Mira Orlan, die den Plan als „unnötig“ bezeichnet.", "Mira Orlan", MIXED),
    ("Der Plan wurde von Mira Orlan als „völlig unnötig“ bezeichnet.", "Mira Orlan", MIXED),
    ("Mit den Worten „Jetzt gehen wir nach Hause“ beendete Mira Orlan den Streit.", "Mira Orlan", MIXED),
]
# a tag is nearer than the line before the words
GERMAN += [
    ("Jonas Reet äußerte sich zum Plan: „Wir gehen nach Hause“, sagte Mira Orlan.", "Mira Orlan", DIRECT),
]
FRENCH = [
    ("« Nous allons signer le traité demain », a déclaré Mira Orlan.", "Mira Orlan", DIRECT),
    ("Mira Orlan a déclaré : « Nous allons signer le traité demain. »", "Mira Orlan", DIRECT),
    ("Mira Orlan estime que le traité est « un grand pas pour tous ».", "Mira Orlan", MIXED),
    (
        "« Nous allons signer le traité demain matin », a déclaré à l'AFP la ministre Mira Orlan.",
        "Mira Orlan",
        DIRECT,
    ),
    ("Selon Jonas Reet, le pont était « en mauvais état depuis longtemps ».", "Jonas Reet", MIXED),
    ("Mira Orlan est venue. « Nous allons signer le traité demain », affirme-t-elle.", "Mira Orlan", DIRECT),
]
FRENCH += [
    ("« C'est une victoire pour tous », s'est réjouie la maire de Halden, Mira Orlan.", "Mira Orlan", DIRECT),
]
SPANISH = [
    ("«Vamos a firmar el tratado mañana», dijo Mira Orlan.", "Mira Orlan", DIRECT),
    ("Mira Orlan afirmó: “Vamos a firmar el tratado mañana”.", "Mira Orlan", DIRECT),
    ("La ministra Mira Orlan señaló que el tratado es “un gran paso para todos”.", "Mira Orlan", MIXED),
    ("Según Jonas Reet, el puente estaba “en mal estado desde hace años”.", "Jonas Reet", MIXED),
]
SPANISH += [
    ("“Es una victoria para todos”, aseguró este lunes la alcaldesa, Mira Orlan.", "Mira Orlan", DIRECT),
]
RUSSIAN = [
    ("«Мы подпишем этот договор завтра или послезавтра», — сказал Игорь Орлан.", "Игорь Орлан", DIRECT),
    ("Игорь Орлан заявил: «Мы подпишем договор завтра».", "Игорь Орлан", DIRECT),
    ("По словам Игоря Орлана, мост «давно никто не проверял». Игорь Орлан уехал.", "Игорь Орлан", MIXED),
    (
        "«Мы подпишем этот договор завтра или послезавтра», — сказал министр обороны Игорь Орлан.",
        "Игорь Орлан",
        DIRECT,
    ),
    ("Игорь Орлан приехал. Он подчеркнул, что «это большой шаг для всех».", "Игорь Орлан", MIXED),
]
RUSSIAN += [
    ("Как сообщил глава МИД Игорь Орлан, стороны «договорились о новой встрече».", "Игорь Орлан", MIXED),
]
TURKISH = [
    ("Başkan Mira Orlan, “Bu anlaşmayı yarın sabah birlikte imzalayacağız” dedi.", "Mira Orlan", DIRECT),
    ("“Bu anlaşmayı yarın sabah birlikte imzalayacağız” dedi Mira Orlan.", "Mira Orlan", DIRECT),
]
TURKISH += [
    ("Dışişleri Bakanı Mira Orlan'a göre görüşmeler “olumlu geçti ve sürecek”.", "Mira Orlan", MIXED),
]
AZERBAIJANI = [
    ("Prezident Mira Orlan bildirib: “Biz müqaviləni sabah imzalayacağıq.”", "Mira Orlan", DIRECT),
    ("“Biz bu müqaviləni sabah birlikdə imzalayacağıq”, – deyə Mira Orlan bildirib.", "Mira Orlan", DIRECT),
]


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        (language, *case)
        for language, cases in [
            ("de", GERMAN),
            ("fr", FRENCH),
            ("es", SPANISH),
            ("ru", RUSSIAN),
            ("tr", TURKISH),
            ("az", AZERBAIJANI),
        ]
        for case in cases
    ],
)
def test_marked_words_come_with_their_speaker(language, text, name, kind):
    quotes = [quote for quote in found_in(text, language) if quote[2] is not INDIRECT]

    assert [(names, found) for _, names, found in quotes] == [([name], kind)]


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        (
            "de",
            "Mira Orlan sagte, dass der Vertrag im Mai beginnt.",
            "der Vertrag im Mai beginnt",
            "Mira Orlan",
        ),
        ("de", "Mira Orlan erklärte, der Vertrag sei gut.", "der Vertrag sei gut", "Mira Orlan"),
        ("de", "Laut Jonas Reet beginnt der Vertrag im Mai.", "beginnt der Vertrag im Mai", "Jonas Reet"),
        (
            "fr",
            "Mira Orlan a déclaré que le traité commence en mai.",
            "le traité commence en mai",
            "Mira Orlan",
        ),
        ("fr", "Mira Orlan affirme qu'il commence en mai.", "il commence en mai", "Mira Orlan"),
        (
            "es",
            "Mira Orlan dijo que el tratado comienza en mayo.",
            "el tratado comienza en mayo",
            "Mira Orlan",
        ),
        (
            "ru",
            "Игорь Орлан сказал, что договор вступит в силу в мае.",
            "договор вступит в силу в мае",
            "Игорь Орлан",
        ),
    ],
)
def test_reported_speech_is_the_clause_that_is_reported(language, text, words, name):
    assert found_in(text, language) == [(words, [name], INDIRECT)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Banken sind nach einem „Gesetz zur Bekämpfung von Straftaten im Tal“ dazu verpflichtet.",
        "Mira Orlan sang in dem Stück ihr „Wenn ich einmal reich und klug bin“ ganz leise.",
    ],
)
def test_german_names_in_marks_are_no_quotes(text):
    assert found_in(text, "de") == []


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("de", "Mira Orlan sagte am Montag, dass die Brücke „sehr alt“ ist.", "die Brücke „sehr alt“ ist"),
        ("fr", "Mira Orlan a déclaré que le pont est « très vieux ».", "le pont est « très vieux »"),
        ("ru", "Игорь Орлан сказал, что мост «очень старый».", "мост «очень старый»"),
    ],
)
def test_the_clause_of_a_partial_quote_begins_behind_that(language, text, clause):
    (quote,) = extract_quotes(text, language=language)

    assert [part.cut(text) for part in quote.parts] == [clause]


def test_german_offices_are_known_in_every_case():
    text = "Das sagte der Sprecher des Präsidenten Jonas Reet. „Wir gehen alle nach Hause“, sagte Reet."

    assert found_in(text, "de")[-1][1] == ["Jonas Reet"]


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("Der Vorsitzende der Halden Initiative, Jonas Reet,", "Jonas Reet", SpeakerKind.PERSON),
        ("Die Zeitung „Halden Bote“", "Halden Bote", SpeakerKind.ORGANISATION),
    ],
)
def test_german_offices_are_not_named_by_what_they_are_held_of(mention, name, kind):
    (quote,) = extract_quotes(f"{mention} sagte: „Wir gehen alle nach Hause.“", language="de")

    assert [(speaker.name, speaker.kind) for speaker in quote.speakers] == [(name, kind)]


def test_a_tag_inside_russian_marks_cuts_the_words_in_two():
    text = "«Мне кажется, – сказал Игорь Орлан, – что мост надо строить. Это важно»."

    (quote,) = found_in(text, "ru")

    assert quote == ("Мне кажется, … что мост надо строить. Это важно", ["Игорь Орлан"], DIRECT)


def test_a_paragraph_of_dialogue_comes_with_the_speaker_between_its_dashes():
    text = "— Мы подпишем договор завтра, — сказал Игорь Орлан. — Это важно.\n\nПотом он уехал домой."

    (quote,) = found_in(text, "ru")

    assert quote == ("Мы подпишем договор завтра, … Это важно.", ["Игорь Орлан"], DIRECT)


@pytest.mark.parametrize(
    "text",
    [
        "—Vamos a firmar el tratado mañana mismo —dijo Mira Orlan—. Es un gran paso.",
        "«Vamos a firmar el tratado mañana mismo —dijo Mira Orlan—. Es un gran paso».",
    ],
)
def test_a_spanish_tag_between_tight_dashes_cuts_the_words_in_two(text):
    (quote,) = found_in(text, "es")

    words, names, kind = quote
    assert words.rstrip(".") == "Vamos a firmar el tratado mañana mismo … Es un gran paso"
    assert (names, kind) == (["Mira Orlan"], DIRECT)


def test_the_mood_carries_a_german_report_on():
    text = (
        "Mira Orlan lobte den Vertrag. Sie sagte, er sei fair. "
        "Damit seien die Brücken „für alle Menschen im Tal offen“."
    )

    quotes = found_in(text, "de")

    assert quotes[-1] == ("für alle Menschen im Tal offen", ["Mira Orlan"], MIXED)


@pytest.mark.parametrize(
    ("language", "line", "name", "position"),
    [
        ("de", "Präsidentin Mira Orlan sagte laut Lumepress:", "Mira Orlan", "Präsidentin"),
        ("fr", "Le président Jonas Reet a déclaré :", "Jonas Reet", "président"),
        ("es", "El presidente Jonas Reet dijo:", "Jonas Reet", "presidente"),
        ("ru", "Президент Игорь Орлан сказал:", "Игорь Орлан", "Президент"),
        ("az", "Prezident Mira Orlan bildirib:", "Mira Orlan", "Prezident"),
        ("tr", "Başbakan Mira Orlan dedi:", "Mira Orlan", "Başbakan"),
    ],
)
def test_a_speech_after_a_dash_belongs_to_whom_its_line_introduces(language, line, name, position):
    text = f"{line}\n\n– Ma-ma, me mo.\n\nTa-ta te to."

    (quote,) = extract_quotes(text, language=language)

    assert (quote.form, len(quote.parts)) == (Form.DASH, 2)
    assert [(speaker.name, speaker.position) for speaker in quote.speakers] == [(name, position)]


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("de", "Frage", "Mira Orlan"),
        ("fr", "Question", "Mira Orlan"),
        ("es", "Pregunta", "Mira Orlan"),
        ("ru", "Вопрос", "Игорь Орлан"),
        ("az", "Sual", "Mira Orlan"),
        ("tr", "Soru", "Mira Orlan"),
    ],
)
def test_a_nameless_question_keeps_the_turn_and_is_nobody(language, question, answer):
    text = "\n\n".join(
        [f"{question}: Ba ba be bo bu?", f"{answer}: Da da de do du.", f"{question}: Ga ge go gi?"]
    )

    quotes = extract_quotes(text, language=language)

    assert [[speaker.name for speaker in quote.speakers] for quote in quotes] == [[], [answer], []]


@pytest.mark.parametrize("language", sorted(PACKS))
def test_every_pack_is_linear_on_hostile_text(language):
    pack = PACKS[language]
    word = next(iter(sorted(pack.introducing)))
    piece = f"Aa Bb, {word} „Cc dd“ – {word} Ee, « Ff {word}: ». Gg Hh {word}, "

    def extract(text):
        extract_quotes(text, language=language)

    assert is_linear(extract, lambda times: piece * times, 50)
