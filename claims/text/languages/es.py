"""The Spanish pack: sources like "según X", the verb before its speaker in tags ("dijo X")."""

from claims.text.languages.cueing import WorkWords
from claims.text.languages.naming import FIRST_PERSON, Naming, words
from claims.text.languages.order import Order
from claims.text.languages.ordered import ordered_pack

ROLES = words(
    """
    presidente primer ministro alcalde senador diputado gobernador secretario embajador director jefe líder
    dirigente comisario general coronel comandante juez fiscal abogado profesor doctor médico consejero
    asesor periodista redactor autor escritor poeta historiador economista sociólogo analista experto
    investigador científico especialista entrenador jugador capitán actor cantante candidato miembro
    responsable coordinador representante delegado activista portavoz vocero fundador empresario obispo
    arzobispo cardenal papa rey príncipe canciller vicepresidente expresidente exministro testigo vecino
    policía soldado agricultor maestro estudiante
    """
)
FEMALE_ROLES = words(
    """
    presidenta ministra alcaldesa senadora diputada gobernadora secretaria embajadora directora jefa jueza
    abogada profesora doctora médica consejera asesora redactora autora escritora historiadora investigadora
    científica entrenadora jugadora capitana actriz candidata coordinadora delegada fundadora reina princesa
    madre hermana hija esposa viuda mujer vicepresidenta expresidenta maestra
    """
)
VERBS = words(
    """
    dijo dijeron dice dicen decía dicho afirmó afirmaron afirma afirman afirmado declaró declararon declara
    declaran declarado señaló señalaron señala señalan señalado indicó indicaron indica indican indicado
    explicó explicaron explica explican explicado aseguró aseguraron asegura aseguran asegurado añadió
    añadieron añade añaden añadido agregó agregaron agrega agregan sostuvo sostuvieron sostiene sostienen
    manifestó manifestaron manifiesta expresó expresaron expresa comentó comentaron comenta destacó
    destacaron destaca destacan subrayó subrayaron subraya recordó recordaron recuerda insistió insistieron
    insiste reiteró reiteraron reitera advirtió advirtieron advierte anunció anunciaron anuncia anunciado
    confirmó confirmaron confirma reconoció reconocieron reconoce admitió admitieron admite negó negaron
    niega denunció denunciaron denuncia criticó criticaron critica pidió pidieron pide exigió exigieron
    exige reclamó reclama respondió respondieron responde contestó contesta preguntó pregunta escribió
    escribieron escribe concluyó concluye prosiguió prosigue continuó continúa precisó precisaron precisa
    relató relata contó contaron cuenta opinó opina considera consideró consideraron cree creen lamentó
    lamentaron lamenta celebró aclaró aclararon aclara apuntó apunta matizó matiza zanjó sentenció exclamó
    informó informaron informa reveló revelaron revela prometió promete propuso propone calificó califica
    tildó espera esperan confía confían teme temen diciendo afirmando asegurando señalando
    """
)
PREPOSITIONS = words(
    """
    a al ante bajo con contra desde durante en entre hacia hasta mediante para por según sin sobre tras vía
    excepto salvo
    """
)
ORDER = Order(
    verbs=VERBS,
    weak=words(
        """
        espera esperan confía confían teme temen cuenta cuentan cree creen pide pidió celebró considera
        propuso propone
        """
    ),
    thinking=words("cree creen considera espera esperan confía confían teme temen"),
    informing=words(
        """
        dijo afirmó declaró señaló indicó explicó aseguró manifestó anunció confirmó informó informaron
        anunciaron confirmaron indicaron señalaron reveló precisó comunicó dado
        """
    ),
    pointing=r"(?:así|esto|eso)\s+(?:lo\s+)?(?!\w+\s+que\b)",
    auxiliaries=words("ha han había habían habrá es son fue fueron está están sido haber"),
    fillers=words(
        """
        se le les me nos no también además así ya hoy ayer mañana luego después entonces asimismo
        igualmente todavía aún incluso sólo solo finalmente posteriormente recientemente lunes martes
        miércoles jueves viernes sábado domingo
        """
    ),
    determiners=words(
        "el la los las un una unos unas su sus este esta estos estas ese esa nuestro nuestra varios"
    ),
    conjunctions=words("cuando si como aunque porque pues mientras donde"),
    relatives=words("quien quienes cual cuales cuyo cuya"),
    joining=words("y e pero o sino"),
    focus=words("y pero también incluso"),
    as_words=words("como"),
    sources=(
        r"(?:según|conforme\s+a)",
        r"de\s+acuerdo\s+(?:con|a)",
        r"en\s+(?:opinión|palabras)\s+(?:de|del)",
        r"a\s+juicio\s+(?:de|del)",
    ),
    sources_after=(),
    that=words("que"),
)
NAMING = Naming(
    told_nouns=words(
        "estudio estudios encuesta encuestas informe informes estimación estimaciones cifras datos sondeo"
    ),
    has_articles_in_names=True,
    courtesy={"sr": "m", "señor": "m", "don": "m", "sra": "f", "señora": "f", "doña": "f", "srta": "f",
              "dr": "m",
              "dra": "f", "lic": "", "ing": "", "mons": "m"},
    roles={**dict.fromkeys(FEMALE_ROLES, "f"), **dict.fromkeys(ROLES, "m"), "periodista": "", "portavoz": "",
           "vocero": "m", "economista": "", "analista": "", "especialista": "", "representante": "",
           "líder": "",
           "dirigente": "", "responsable": "", "miembro": "", "testigo": "", "cantante": "", "activista": "",
           "policía": ""},
    office_words=words("de del la el los las general adjunto adjunta interino interina en funciones ex"),
    office_links=words("de del"),
    organisations=words(
        """
        ministerio gobierno parlamento senado congreso asamblea consejo comité comisión partido policía
        ejército tribunal corte agencia oficina departamento empresa compañía grupo sindicato unión
        asociación federación fundación instituto universidad escuela iglesia banco equipo club liga diario
        periódico revista canal cadena organización embajada coalición alianza alcaldía fiscalía comunicado
        informe onu otan
        """
    ),
    groups=words(
        """
        expertos investigadores científicos responsables dirigentes ministros diputados senadores vecinos
        abogados autoridades policías periodistas activistas manifestantes sindicatos trabajadores padres
        estudiantes maestros médicos testigos opositores partidarios críticos observadores economistas
        organizadores agricultores
        """
    ),
    pronouns={
        **dict.fromkeys(words("él"), "m"),
        **dict.fromkeys(words("ella"), "f"),
        **dict.fromkeys(words("ellos ellas"), "p"),
        **dict.fromkeys(words("su sus le les"), ""),
        **dict.fromkeys(words(
            """
            yo nosotros nosotras me mi mis nos nuestro nuestra nuestros tú usted ustedes
            """
        ), FIRST_PERSON),
        **dict.fromkeys(words("este esta éste ésta"), ""),
    },
    subject_pronouns=words("él ella ellos ellas yo nosotros este esta éste ésta"),
    relatives=words("quien"),
    definite=words("el la los las este esta estos estas"),
    indefinite=words("un una unos unas varios varias"),
    particles=words("de del la las los y van von al el"),
    joiners=words("y e"),
    not_names=words(
        """
        el la los las un una unos unas y e o pero si no que como cuando donde porque pues aunque mientras su
        sus este esta estos estas ese esa él ella ellos ellas yo nosotros usted también además así ya hoy
        ayer mañana luego después entonces todavía aún incluso lunes martes miércoles jueves viernes sábado
        domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre dos
        tres cuatro cinco primer primera segundo según español española estadounidense ruso europeo europea
        sí gracias
        """
    )
    | PREPOSITIONS,
    prepositions=PREPOSITIONS,
    place_prepositions=words("en"),
    source_phrases=("según", "de acuerdo con"),
    verbs=VERBS | words(
        """
        es son era fue ha han había será puede debe quiere va viene hace hizo tiene tuvo está
        """
    ),
    same_office={"jefe estado": words(
        """
        presidente presidenta rey
        """
    ), "jefe gobierno": words("presidente ministro")},
    lesser=words("vicepresidente vicepresidenta adjunto ex expresidente expresidenta"),
    empty_qualifiers=words("nuevo nueva dos"),
    questioners=words("pregunta periodista p moderador moderadora"),
    answerers=words("respuesta r"),
    caption_words=words("foto fotos imagen crédito"),
    not_labels=words("foto imagen vídeo video fuente fuentes fecha lugar nota ver leer contacto"),
)  # fmt: skip

WORKS = WorkWords(
    kinds=words(
        """
        película libro novela canción álbum serie programa diario periódico revista partido grupo movimiento
        asociación titulado titulada proyecto premio obra
        """
    ),
    prepositions=words("de del la el en al"),
    small=words("para como desde hasta sobre"),
    cries=words("gritos grito"),
)

SPANISH = ordered_pack(
    "es",
    naming=NAMING,
    order=ORDER,
    works=WORKS,
    carriers=(
        r",?\s+(?:según|de\s+acuerdo\s+con|citado\s+por|informó|reportó)\s+(?:la\s+agencia\s+|el\s+|la\s+)?MEDIUM",
    ),
    titles_with_point=words("sr sra srta dr dra lic ing mons gral d"),
    abbreviations=words("etc pág núm av ed vol art ee uu"),
)
