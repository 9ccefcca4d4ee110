"""The French pack: marks « », sources like "selon X", the verb before its speaker in tags ("a déclaré X")."""

from claims.text.languages.cueing import WorkWords
from claims.text.languages.naming import FIRST_PERSON, Naming, words
from claims.text.languages.order import Order
from claims.text.languages.ordered import ordered_pack

ROLES = words(
    """
    président premier ministre maire sénateur député gouverneur secrétaire ambassadeur directeur chef
    dirigeant patron commissaire général colonel commandant juge procureur avocat professeur docteur médecin
    conseiller journaliste rédacteur éditorialiste auteur écrivain poète historien économiste sociologue
    politologue analyste expert chercheur scientifique spécialiste entraîneur sélectionneur joueur capitaine
    acteur chanteur réalisateur candidat membre responsable coordinateur représentant délégué militant
    syndicaliste porte-parole fondateur entrepreneur préfet évêque archevêque cardinal pape roi prince
    leader vice-président ex-président ex-ministre blogueur témoin habitant policier gendarme pompier soldat
    agriculteur enseignant étudiant
    """
)
FEMALE_ROLES = words(
    """
    présidente ministre sénatrice députée directrice avocate conseillère auteure écrivaine historienne
    chercheuse reine princesse candidate militante fondatrice actrice chanteuse mère sœur fille épouse veuve
    femme ambassadrice gouverneure représentante déléguée maire blogueuse rédactrice enseignante étudiante
    """
)
VERBS = words(
    """
    dit disent disait déclare déclarent déclaré déclarait affirme affirment affirmé affirmait affirmant
    explique expliquent expliqué expliquait expliquant précise précisent précisé précisait précisant ajoute
    ajoutent ajouté ajoutait ajoutant estime estiment estimé estimait estimant souligne soulignent souligné
    soulignait soulignant indique indiquent indiqué indiquait indiquant assure assurent assuré assurait
    assurant annonce annoncent annoncé annonçait annonçant écrit écrivent écrivait répond répondent répondu
    répondait rappelle rappellent rappelé rappelait rappelant relève relèvent relevé note notent noté notait
    constate constatent constaté regrette regrettent regretté dénonce dénoncent dénoncé dénonçait dénonçant
    critique critiquent critiqué juge jugent jugé jugeait jugeant considère considèrent considéré confie
    confient confié raconte racontent raconté témoigne témoignent témoigné lance lancent lancé martèle
    martelé insiste insistent insisté conclut concluent conclu poursuit poursuivent poursuivi renchérit
    reconnaît reconnait reconnaissent reconnu admet admettent admis avoue avoué prévient préviennent prévenu
    avertit averti promet promis demande demandent demandé réclame réclamé exige exigé propose proposé
    rapporte rapportent rapporté révèle révélé signale signalé commente commenté résume résumé plaide plaidé
    soutient soutiennent soutenu prétend prétendu nie nié dément démenti confirme confirment confirmé réagit
    réagi interroge tonne ironise ironisé s'exclame qualifie qualifié appelle appelé pense pensent pensait
    croit croient espère espèrent espéré craint craignent prévoit prévoient répète répété redit
    martelait concède concédé déplore déplorent déploré déplorait fustige fustigé salue salué
    """
)
ORDER = Order(
    verbs=VERBS,
    weak=words(
        """
        lance lancé appelle appelé demande demandé propose proposé note pense pensent relève critique
        juge croit croient espère espèrent craint craignent prévoit prévoient salue salué
        """
    ),
    thinking=words("pense pensent note juge relève croit croient espère espèrent craint craignent"),
    informing=words(
        """
        annoncé annonce annonçait indiqué indique déclaré déclare affirmé affirme révélé révèle rapporté
        rapporte confirmé confirme expliqué explique précisé précise dit assuré assure
        """
    ),
    pointing=r"c['’](?:est|était)\s+(?:du\s+moins\s+)?ce\s+qu(?:e\s|['’])",
    auxiliaries=words("a ont avait avaient est sont était aurait auraient ayant avoir va vont"),
    fillers=words(
        """
        se s' ne pas n' y en lui leur nous me m' l' ainsi aussi encore également notamment toutefois
        cependant pourtant ensuite puis enfin alors déjà même plus hier aujourd'hui lundi mardi mercredi
        jeudi vendredi samedi dimanche mercredi-ci récemment alors-même bien tout très quant
        """
    ),
    determiners=words(
        """
        le la les l' un une des du son sa ses leur leurs ce cet cette ces notre nos plusieurs
        """
    ),
    conjunctions=words("lorsque quand si comme puisque parce car tandis alors bien quoique afin après avant"),
    relatives=words("qui dont lequel laquelle lesquels où"),
    joining=words("et mais ou"),
    focus=words("et mais or même aussi"),
    as_words=words("comme"),
    sources=(
        r"(?:selon|d['’]après|suivant)",
        r"de\s+l['’]avis\s+de",
        r"aux\s+(?:yeux|dires)\s+(?:de|du|des)",
        r"pour(?=\s[^.,«]{3,60},)",
    ),
    sources_after=(),
    quoting=words("cite citent citait"),
    that=words("que qu'"),
)  # fmt: skip

PREPOSITIONS = words(
    """
    à au aux dans en sur sous chez par pour avec sans contre entre vers depuis pendant après avant devant
    derrière jusque jusqu'à selon malgré dès lors hors outre parmi via concernant envers face
    """
)
NAMING = Naming(
    told_nouns=words(
        "étude études sondage sondages rapport rapports estimation estimations chiffres données enquête bilan"
    ),
    has_articles_in_names=True,
    courtesy={"m": "m", "mr": "m", "monsieur": "m", "mme": "f", "madame": "f", "mlle": "f", "dr": "",
              "me": "",
              "maître": "", "mgr": "m"},
    roles={**dict.fromkeys(FEMALE_ROLES, "f"), **dict.fromkeys(ROLES, "m"), "ministre": "", "maire": "",
    "juge": "",
           "journaliste": "", "économiste": "", "porte-parole": "", "membre": "", "responsable": "",
           "expert": "m",
           "spécialiste": "", "analyste": "", "sociologue": "", "témoin": "", "chef": ""},
    office_words=words(
        """
        de du des la le les l' d' général générale adjoint adjointe délégué ancien ancienne ex par
        intérim
        """
    ),
    office_links=words("de du des d' à au aux"),
    organisations=words(
        """
        ministère gouvernement parlement sénat assemblée conseil comité commission parti police armée
        tribunal cour agence bureau département société entreprise groupe syndicat union association
        fédération fondation institut université école église banque équipe club ligue journal quotidien
        hebdomadaire magazine chaîne radio site organisation ambassade coalition alliance direction
        opposition majorité centrale confédération parquet préfecture mairie gendarmerie communiqué rapport
        blog onu otan afp poste
        """
    ),
    groups=words(
        """
        experts chercheurs scientifiques responsables dirigeants ministres députés sénateurs élus habitants
        avocats autorités policiers journalistes militants manifestants syndicats salariés parents étudiants
        enseignants médecins témoins opposants partisans critiques observateurs économistes organisateurs
        agriculteurs
        """
    ),
    pronouns={
        **dict.fromkeys(words("il lui son sa ses"), "m"),
        **dict.fromkeys(words("elle"), "f"),
        **dict.fromkeys(words("ils elles eux leur leurs"), "p"),
        **dict.fromkeys(
            words("je j' nous vous tu me moi mon ma mes notre nos votre vos j'ai j'étais c'est"), FIRST_PERSON
        ),
        **dict.fromkeys(words("on ce cela ça celui-ci celle-ci ceux-ci"), ""),
    },
    subject_pronouns=words("il elle ils elles on je nous celui-ci celle-ci ceux-ci"),
    relatives=words("qui"),
    definite=words("le la les l' ce cet cette ces"),
    indefinite=words("un une des plusieurs"),
    particles=words("de du des la le d' van von ben el al"),
    joiners=words("et"),
    not_names=words(
        """
        le la les un une des du de et mais ou où donc or ni car si quand lorsque comme puisque ce cet cette
        ces son sa ses leur leurs notre nos votre vos mon ma mes il elle ils elles on je nous vous qui que
        quoi dont dans en sur sous chez par pour avec sans contre entre vers depuis pendant après avant
        selon malgré ainsi aussi encore également toutefois cependant pourtant ensuite puis enfin alors hier
        aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril
        mai juin juillet août septembre octobre novembre décembre à au aux plus moins très tout tous toute
        toutes deux trois quatre cinq premier première deuxième interrogé interrogée français française
        américain américaine russe allemand britannique européen européenne oui non merci bonjour
        """
    )
    | PREPOSITIONS,
    prepositions=PREPOSITIONS,
    place_prepositions=words("à dans en"),
    source_phrases=("selon", "d'après"),
    verbs=VERBS | words(
        """
        est sont était a ont avait sera fut peut doit veut va vient fait met prend reste semble
        """
    ),
    same_office={
        "chef état": words("président présidente roi"),
        "chef gouvernement": words("ministre premier"),
    },
    lesser=words("vice-président vice-présidente adjoint adjointe ancien ancienne ex"),
    empty_qualifiers=words("nouveau nouvelle deux"),
    questioners=words("question journaliste q modérateur modératrice"),
    answerers=words("réponse r"),
    caption_words=words("photo photos crédit image"),
    not_labels=words("photo crédit image vidéo source sources date lieu note voir lire contact"),
)  # fmt: skip

WORKS = WorkWords(
    kinds=words(
        """
        film livre roman chanson album série émission journal quotidien magazine revue parti groupe
        mouvement association titre intitulé intitulée titré programme projet prix spectacle pièce
        """
    ),
    prepositions=words("de du des la le l' dans à au"),
    small=words("avec pour dans sans sous mais"),
    cries=words("cris cri"),
)

FRENCH = ordered_pack(
    "fr",
    naming=NAMING,
    order=ORDER,
    works=WORKS,
    carriers=(
        r",?\s+(?:selon|d['’]après|cité(?:e)?\s+par|rapporte(?:nt)?|rapporté\s+par)\s+(?:l['’]agence\s+|le\s+|la\s+)?MEDIUM",
    ),
    titles_with_point=words("m mm mr dr me mgr st ste"),
    abbreviations=words("etc cf env av bd p ex janv févr avr juil sept oct nov déc art vol"),
)
