"""Media by the words of their names: in an interview, "Orrin Observer:" and "SPIEGEL:" are no persons."""

from collections.abc import Sequence

from claims.text.languages.naming import words

#: nouns that open or close a medium's name, and media of one name, in the languages of the packs
MEDIA_WORDS = words(
    """
    agency bild bloomberg broadcasting bbc chronicle cnn courier dispatch dpa echo euronews examiner
    excelsior figaro gazeta gazete gazette guardian haqqin herald independent interfax izvestia
    journal kommersant kurier lenta liberation luxemburger magazin magazine media mirror monde nachrichten
    news newsweek npr observer online politico post press presse presseagentur radio ria review reuters
    rfe/rl rossiya rundfunk rundschau standard spiegel sunday tageblatt tagesspiegel tageszeitung tass
    telegraph television times today tribune tv voa weekly wikinews wire zeit zeitung газета известия
    коммерсант новости радио тасс телеканал агентство агентства газета газеты журнал интерфакс agence agencia
    nachrichtenagentur agentur nachrichtenmagazin ajansı agentliyi
    """
)


def holds_medium(phrase: str) -> bool:
    """Say whether a phrase holds a word for a medium: "агентство Велт", "the newspaper"."""
    return any(word.strip("«»„“”\"'").lower() in MEDIA_WORDS for word in phrase.split())


def is_medium(keys: Sequence[str]) -> bool:
    """Say whether a name, as the small words it is compared by, opens or closes with a word for a medium."""
    return bool(keys) and (keys[0] in MEDIA_WORDS or keys[-1] in MEDIA_WORDS)
