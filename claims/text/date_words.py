"""Words of date lines in the languages that pages come in: months, labels, zones. Data for dates.py."""

from datetime import timedelta


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTHS = (
    """
    january jan januar jänner janvier janv enero ene janeiro gennaio gen января янв январь yanvar ocak
    januari січня stycznia
    """,
    """
    february feb februar feber février févr fév fevrier febrero fevereiro fev febbraio февраля фев февр
    февраль fevral şubat februari лютого lutego
    """,
    """
    march mar märz maerz mär mrz mars marzo março марта мар март mart maart березня marca
    """,
    """
    april apr avril avr abril abr aprile апреля апр апрель aprel nisan квітня kwietnia
    """,
    """
    may mai mayo maio maggio mag мая май mayıs mei травня maja
    """,
    """
    june jun juni juin junio junho giugno giu июня июн июнь iyun haziran червня czerwca
    """,
    """
    july jul juli juillet juil julio julho luglio lug июля июл июль iyul temmuz липня lipca
    """,
    """
    august aug août aout agosto ago августа авг август avqust ağustos augustus серпня sierpnia
    """,
    """
    september sep sept septembre septiembre setembro settembre set сентября сен сент сентябрь sentyabr
    eylül вересня września
    """,
    """
    october oct oktober okt octobre octubre outubro out ottobre ott октября окт октябрь oktyabr ekim
    жовтня października
    """,
    """
    november nov novembre noviembre novembro ноября ноя нояб ноябрь noyabr kasım листопада listopada
    """,
    """
    december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre декабря дек декабрь
    dekabr aralık грудня grudnia
    """,
)

#: name or abbreviation, small letters, without its full stop → number of the month
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in _words(names)}

#: languages whose numeric dates put the day first; English pages do either
DAY_FIRST = _words("de fr es pt it nl ru uk be bg pl cs sk ro tr az da no nb nn sv fi el ka hy")

#: what stands before the time at which a text first appeared, in English
PUBLISHED = ("published", "posted", "first published", "publication date", "created", "issued", "released")
#: the same in languages that put the day first
PUBLISHED_ABROAD = (
    "veröffentlicht", "erschienen", "erstellt", "publié", "mis en ligne", "créé", "publicado", "pubblicato",
    "опубликовано", "размещено", "дата публикации", "dərc", "yayınlanma", "yayın tarihi", "gepubliceerd",
)  # fmt: skip
#: what stands before the time of a later change, in English
UPDATED = ("updated", "last updated", "update", "modified", "last modified", "revised", "edited", "corrected")
#: the same in languages that put the day first
UPDATED_ABROAD = (
    "aktualisiert", "aktualisierung", "zuletzt geändert", "geändert", "stand", "mis à jour", "mise à jour",
    "modifié", "actualizado", "modificado", "atualizado", "aggiornato", "обновлено", "изменено",
    "yenilənib", "yeniləndi", "güncelleme", "güncellenme", "bijgewerkt",
)  # fmt: skip
#: what says a moment only by its distance from the day of reading
RELATIVE = (
    "yesterday", "today", "hours ago", "hour ago", "minutes ago", "minute ago", "days ago", "day ago",
    "gestern", "heute", "vor", "hier", "aujourd'hui", "il y a", "ayer", "hoy", "hace", "ontem", "hoje",
    "вчера", "сегодня", "назад", "dünən", "bu gün", "əvvəl", "dün", "bugün", "önce",
)  # fmt: skip

WEEKDAYS = _words(
    """
    cuma cumartesi di dienstag dimanche do domenica domingo donnerstag fr freitag fri friday giovedì
    jeudi jueves lundi lunedì lunes mardi martedì martes mercoledì mercredi mi mittwoch miércoles mo mon
    monday montag pazar pazartesi perşembe quarta-feira quinta-feira sa sabato salı samedi samstag sat
    saturday segunda-feira sexta-feira so sonnabend sonntag sun sunday sábado terça-feira thu thur thurs
    thursday tue tues tuesday vendredi venerdì viernes wed wednesday çarşamba воскресенье вс вт вторник
    пн понедельник пт пятница сб ср среда суббота четверг чт
    """
)


def _hours(hours: float) -> timedelta:
    return timedelta(hours=hours)


#: zone names with one meaning in news → offset; names with several (AST, and local names) are left out
ZONES = {
    "gmt": _hours(0), "utc": _hours(0), "z": _hours(0), "bst": _hours(1), "wet": _hours(0),
    "west": _hours(1), "cet": _hours(1), "mez": _hours(1), "cest": _hours(2), "mesz": _hours(2),
    "eet": _hours(2), "eest": _hours(3), "msk": _hours(3),
    "мск": _hours(3), "trt": _hours(3), "ist": _hours(5.5),
    "hkt": _hours(8), "sgt": _hours(8), "jst": _hours(9), "kst": _hours(9), "aest": _hours(10),
    "aedt": _hours(11), "est": _hours(-5), "edt": _hours(-4), "cst": _hours(-6), "cdt": _hours(-5),
    "mst": _hours(-7), "mdt": _hours(-6), "pst": _hours(-8), "pdt": _hours(-7),
}  # fmt: skip
#: zone names that mean standard or summer time as the day has it → name of the place's rules
ZONE_PLACES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
#: zones of countries that write the month first
MONTH_FIRST_ZONES = _words("est edt cst cdt mst mdt pst pdt et ct mt pt")
