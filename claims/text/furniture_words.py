"""Words of what stands around an article on a page, per language. Data for furniture.py.

All in small letters, without closing punctuation. To add a language, add an entry: all entries are used
on every page, because menus and share buttons often come in another language than the article.
"""

from dataclasses import dataclass


def _words(text: str) -> tuple[str, ...]:
    """Return the phrases of ``text``, which stand between bars."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """What the furniture of pages in one language says."""

    #: headings of lists of other stories; the article may go on below
    headings: tuple[str, ...]
    #: headings below which nothing of the article comes any more (comments, glossary, status)
    last_headings: tuple[str, ...]
    #: beginnings of lines that offer something (share, print, subscribe, follow)
    offers: tuple[str, ...]
    #: lines that are nothing else (a button, a menu entry)
    buttons: tuple[str, ...]
    #: labels before the name of another story, with a colon
    links: tuple[str, ...]
    #: beginnings of lines that say who made the text or the picture
    credits: tuple[str, ...]
    #: what stands before the writer's name
    bylines: tuple[str, ...]
    #: names of sections as pages print them
    sections: tuple[str, ...]


ENGLISH = FurnitureWords(
    headings=_words(
        """
        read also | also read | see also | read more | read next | latest news | latest stories | latest |
        related | related articles | related stories | related news | related topics | related content |
        related posts | more from | more on this | more on | more news | more stories | more in |
        most read | most popular | most viewed | trending | trending now | recommended |
        recommended for you | you may also like | you might also like | popular | top stories | top news |
        don't miss | also in | recent posts | recent news | similar | similar news | in other news |
        editor's picks | editors' picks | what to read next | news feed | all news | other news |
        keep reading | from our partners | around the web | sponsored | promoted | next story |
        previous story | up next | explore more | breaking news | topics | tags | in this story |
        further reading | share this story | also on | also from | more by | more headlines |
        more like this | editors picks | today's top stories | popular stories | popular articles |
        featured stories | featured articles | featured | trending stories | trending topics |
        you might like | other stories | other articles | recommended stories | recommended articles |
        stories you may like | read this next | what others are reading | others are reading |
        now trending | similar articles | similar stories | similar posts | previous article |
        next article | on this topic | related links | related coverage | related stories from |
        watch more | in pictures | multimedia
        """
    ),
    last_headings=_words(
        """
        comments | comment | leave a comment | leave a reply | post a comment | add a comment |
        write a comment | join the conversation | join the discussion | words in this story |
        about the author | about the authors | publication status | show comments | view comments |
        read comments | reader comments | discussion | notes to editors | media contact | media contacts |
        press contact | contact information | terms of use | privacy policy | legal notice |
        comments are closed | add your comment | post your comment | leave your comment | have your say |
        be the first to comment | log in to comment | sign in to comment | login to comment |
        join the debate | reader responses | your comment | recent comments | view all comments |
        all comments | comments policy | comment policy | commenting guidelines | about this site |
        about the writer | cookie settings | manage cookies | start the conversation |
        authors, please log in | sources | references | footnotes | corrections and clarifications
        """
    ),
    offers=_words(
        """
        subscribe to | subscribe now | subscribe for | sign up for | sign up to | sign up here |
        get the latest | get our | follow us | follow our | like us on | join us on | join our |
        share this | share on | share via | share with | click here | download our | download the app |
        skip to | jump to | we use cookies | this site uses | this website uses | this site is protected |
        by clicking | by continuing | accept all | cookie policy | support our | support us |
        become a member | register for | already a subscriber | to continue reading | enter your email |
        your email address | our newsletter | send by email | posted by | filed under | tagged |
        you have reached | listen to this | watch: | we want to hear from you |
        let us know in the comments | if you notice an error | if you found a mistake | report an error |
        report a typo | find us on | stay informed | stay up to date | this post is also available |
        all content on this site | all rights reserved | copyright | last updated at | message preview |
        this is a developing story | story continues below | article continues below | advertisement |
        please enable javascript | your browser | thank you for reading | thanks for reading |
        if you like this | if you enjoyed | stay connected | like this article | was this article |
        rate this | report this | send a tip | got a tip | have a tip | contact us | email the | email us |
        write to us | read our | see our | our privacy | terms and conditions | opens in new window |
        click to | tap here | tap to | image source | image caption | media caption | video caption |
        download the | for more information | for more stories | for more news | get more stories |
        want more stories | contact the author | contact the reporter | contact the writer |
        reach the reporter | reach the author | written by | translated by | translation by |
        read this post in | this post is part of | donate now
        """
    ),
    buttons=_words(
        """
        share | print | print version | printer-friendly version | email | e-mail | tweet | facebook |
        twitter | telegram | whatsapp | linkedin | instagram | youtube | reddit | pinterest | vk | x |
        tiktok | rss | rss feeds | copy link | copy | link copied | direct link | save | bookmark | like |
        reply | reply to this | report | log in | login | sign in | sign up | register | subscribe | menu |
        search | close | home | contact | contact us | about | about us | advertise | advertisement | ad |
        ads | terms | privacy | cookies | sitemap | newsletter | newsletters | next | previous | back |
        back to top | top | more | show more | load more | see all | view all | play | pause | listen |
        watch | video | photo | photos | gallery | a- | a+ | aa | font size | text version |
        mobile version | donate | help | faq | archive | jobs | careers | feedback | settings | language |
        enlarge | zoom | caption | read more | continue reading | follow | following | comments | post |
        submit | send | text | full text | go | ok | accept | reject | decline | loading | view comments |
        share article | website | weather | e-paper | edition | all
        """
    ),
    links=_words(
        """
        read also | also read | read more | see also | read next | related | more | read | watch | listen |
        also see | must read | recommended | don't miss | more on this | related article | related story
        """
    ),
    credits=_words(
        """
        reporting by | additional reporting | editing by | writing by | edited by | translated by |
        compiled by | produced by | with reporting by | interview: | text: | source: | sources: | photo: |
        photos: | photo by | photo credit | image: | images: | image credit | picture: | credit: |
        photograph: | video: | graphic: | illustration: | press service of | telephone for | press office |
        contact: | for more information | for further information | media inquiries | follow the author |
        tags: | topics: | filed under | category:
        """
    ),
    bylines=_words(
        """
        by | written by | reported by | author: | authors: | interview by | story by | from
        """
    ),
    sections=_words(
        """
        politics | world | news | business | economy | opinion | society | sport | sports | culture |
        chronicle | region | regions | international | national | local | europe | asia | africa |
        middle east | americas | science | technology | tech | health | analysis | interview | interviews |
        reportage | foreign policy | defence | defense | security | conflict | finance | energy |
        education | environment | official | events | incidents | law | crime | lifestyle | travel |
        top news | domestic | diplomacy | armed forces | editorial | comment | features | statement |
        statements | press releases | press release
        """
    ),
)


GERMAN = FurnitureWords(
    headings=_words(
        """
        mehr zum thema | lesen sie auch | auch interessant | das könnte sie auch interessieren |
        weitere artikel | weitere nachrichten | weitere meldungen | weitere themen | verwandte artikel |
        ähnliche artikel | meistgelesen | meistgelesene artikel | neueste beiträge | neueste artikel |
        neueste nachrichten | aktuelle nachrichten | mehr aus | mehr von | mehr lesen | siehe auch |
        empfohlen | top-themen | schlagworte | schlagwörter | themen | mehr nachrichten |
        passend zum thema | zum thema | links zum thema | zur startseite
        """
    ),
    last_headings=_words(
        """
        kommentare | kommentar schreiben | kommentar verfassen | kommentare zu diesem artikel |
        diskutieren sie mit | unterhaltung beginnen | über den autor | über die autorin | impressum |
        leserkommentare | pressekontakt | kommentar hinzufügen | ihr kommentar | alle kommentare |
        kommentare lesen | zu den kommentaren | jetzt kommentieren | anmelden um zu kommentieren |
        mitdiskutieren | quellen | quellenangaben
        """
    ),
    offers=_words(
        """
        teilen | teile das | teile diesen | abonnieren sie | jetzt abonnieren | melden sie sich |
        folgen sie uns | newsletter abonnieren | unser newsletter | wir verwenden cookies | diese website |
        zum inhalt | zur navigation | artikel teilen | artikel drucken | alle rechte vorbehalten |
        geschrieben von | übersetzt von | übersetzt ins | jetzt anmelden | kostenlos anmelden |
        weiter nach der anzeige | bitte aktivieren | kontakt zur | zum newsletter | druckversion |
        lesen sie unsere | schreiben sie uns | haben sie einen fehler | fehler gefunden |
        dieser artikel wurde | dieser artikel ist | dieser artikel erschien | dieser text ist zuerst
        """
    ),
    buttons=_words(
        """
        teilen | drucken | druckversion | merken | suche | suchen | anmelden | abmelden | registrieren |
        startseite | kontakt | über uns | datenschutz | agb | anzeige | werbung | weiter | zurück | mehr |
        schließen | menü | abo | vorlesen | feedback | nach oben | antworten | kommentieren |
        zum seitenanfang | hilfe | e-paper
        """
    ),
    links=_words(
        """
        mehr lesen | lesen sie auch | lesen sie mehr | mehr zum thema | siehe auch | auch interessant |
        mehr dazu | lesen sie dazu
        """
    ),
    credits=_words(
        """
        foto: | fotos: | bild: | bilder: | quelle: | redaktion: | autor: | text: | interview: | grafik: |
        video:
        """
    ),
    bylines=_words("von | text von | ein artikel von | interview von | autor: | autorin:"),
    sections=_words(
        """
        politik | wirtschaft | ausland | inland | welt | kultur | gesellschaft | meinung | nachrichten |
        wissen | panorama | regional | interview | kommentar | europa | deutschland | international |
        medien | digital
        """
    ),
)


FRENCH = FurnitureWords(
    headings=_words(
        """
        à lire aussi | lire aussi | a lire aussi | lire également | voir aussi | sur le même sujet |
        sur le même thème | articles liés | articles similaires | les plus lus | les plus consultés |
        dernières nouvelles | dernières actualités | à la une | plus d'articles | dans la même rubrique |
        recommandés | vous aimerez aussi
        """
    ),
    last_headings=_words(
        """
        commentaires | laisser un commentaire | ajouter un commentaire | réagir | vos réactions |
        à propos de l'auteur | commencer la discussion | commencez la discussion | tous les commentaires |
        votre commentaire | poster un commentaire | rejoindre la conversation | vos commentaires
        """
    ),
    offers=_words(
        """
        partager | abonnez-vous | inscrivez-vous | suivez-nous | recevez | nous utilisons des cookies |
        ce site utilise | aller au contenu | tous droits réservés | imprimer | newsletter | partagez |
        écrit par | traduit par | traduit ( | version imprimable | lire la suite | publié dans |
        signaler une erreur | je m'abonne | cet article est | cet article a été
        """
    ),
    buttons=_words(
        """
        partager | imprimer | accueil | rechercher | recherche | connexion | se connecter | s'abonner |
        publicité | répondre | suivant | précédent | fermer
        """
    ),
    links=_words(
        """
        lire aussi | à lire aussi | a lire aussi | lire | voir aussi | lire également | à lire
        """
    ),
    credits=_words(
        """
        photo : | photo: | crédit photo | crédit : | source : | source: | sources : |
        propos recueillis par | avec afp
        """
    ),
    bylines=_words("par | auteur : | rédigé par"),
    sections=_words(
        """
        politique | monde | économie | société | culture | international | opinion | sport | actualités |
        france
        """
    ),
)


SPANISH = FurnitureWords(
    headings=_words(
        """
        lea también | lee también | leer más | noticias relacionadas | artículos relacionados |
        lo más leído | más noticias | últimas noticias | te puede interesar | ver también | leia também |
        mais lidas | temas | etiquetas
        """
    ),
    last_headings=_words(
        """
        comentarios | deja un comentario | comentar | comentários | deixe um comentário |
        inicia la conversación | únete a la conversación | añadir comentario | todos los comentarios |
        tu comentario | escribe un comentario
        """
    ),
    offers=_words(
        """
        compartir | compartilhar | suscríbete | suscríbase | síguenos | utilizamos cookies |
        todos los derechos reservados | todos os direitos reservados | regístrate | escrito por |
        traducido por | versión para imprimir | comparte esto | publicado en | seguir leyendo |
        este artículo fue
        """
    ),
    buttons=_words(
        """
        compartir | imprimir | inicio | buscar | iniciar sesión | suscribirse | publicidad | responder |
        siguiente | anterior | cerrar
        """
    ),
    links=_words(
        """
        lea también | lee también | leer más | ver también | te puede interesar | leia também | leia mais
        """
    ),
    credits=_words("foto: | fotos: | fuente: | fonte: | redacción: | imagen:"),
    bylines=_words("por | autor:"),
    sections=_words(
        """
        política | mundo | economía | economia | sociedad | cultura | internacional | opinión | deportes |
        noticias
        """
    ),
)


RUSSIAN = FurnitureWords(
    headings=_words(
        """
        читайте также | читать также | смотрите также | см. также | по теме | материалы по теме |
        другие новости | последние новости | новости по теме | популярное | самое читаемое |
        лента новостей | ещё по теме | еще по теме | рекомендуем | все новости | главное | похожие новости |
        темы | теги | новости партнеров | новости партнёров
        """
    ),
    last_headings=_words(
        """
        комментарии | комментировать | оставить комментарий | добавить комментарий | обсуждение |
        статус материала | начать обсуждение | ваш комментарий | все комментарии | написать комментарий |
        войдите, чтобы | чтобы оставить комментарий | источники
        """
    ),
    offers=_words(
        """
        подписывайтесь | подпишитесь | подписаться на | поделиться | следите за | присоединяйтесь |
        наш телеграм | если вы заметили ошибку | если вы нашли ошибку | все права защищены | мы используем |
        при использовании материалов | перейти к | использование материалов | нашли ошибку |
        нашли опечатку | читайте нас | наши каналы | автор фото | перевод: | опубликовано в | версия для |
        отправить по | сообщить об ошибке | мы в telegram | мы вконтакте | выделите текст | выделите её |
        выделите ее
        """
    ),
    buttons=_words(
        """
        поделиться | печать | распечатать | главная | поиск | войти | вход | регистрация | подписка |
        реклама | ответить | контакты | о нас | далее | назад | закрыть | меню | русский |
        версия для печати | вконтакте | одноклассники | наверх
        """
    ),
    links=_words(
        """
        читайте также | читать также | смотрите также | см. также | по теме | ранее | подробнее |
        читать далее
        """
    ),
    credits=_words("фото: | фото : | источник: | автор фото | видео: | текст: | редактор:"),
    bylines=_words("автор: | текст:"),
    sections=_words(
        """
        политика | мир | экономика | общество | культура | новости | спорт | в мире | в россии |
        происшествия | интервью | мнения | аналитика | безопасность
        """
    ),
)


AZERBAIJANI_AND_TURKISH = FurnitureWords(
    headings=_words(
        """
        həmçinin oxuyun | bunu da oxuyun | oxşar xəbərlər | digər xəbərlər | son xəbərlər |
        ən çox oxunanlar | əlaqəli xəbərlər | ilgili haberler | benzer haberler | diğer haberler |
        son haberler | en çok okunanlar | ayrıca okuyun | bunlar da ilginizi çekebilir | xəbər lenti |
        bütün xəbərlər | etiketler | teqlər
        """
    ),
    last_headings=_words("şərhlər | şərh yaz | rəylər | yorumlar | yorum yap | yorum yaz"),
    offers=_words(
        """
        abunə olun | bizi izləyin | paylaş | kanalımıza | telegram kanalımıza | bizi takip edin |
        abone olun | bütün hüquqlar | tüm hakları | çerez | səhv tapdınız | bizi facebook | bizi telegram |
        whatsapp ihbar
        """
    ),
    buttons=_words(
        """
        paylaş | çap et | ana səhifə | axtarış | giriş | əlaqə | haqqımızda | reklam | yazdır | ana sayfa |
        ara | iletişim | hakkımızda | yanıtla | cavabla | menyu | menü
        """
    ),
    links=_words("həmçinin oxuyun | oxuyun | bunu da oxuyun | ayrıca okuyun | ilgili haber"),
    credits=_words("foto: | mənbə: | fotoğraf: | kaynak: | müəllif:"),
    bylines=_words("müəllif: | yazan: | yazar: | haber:"),
    sections=_words(
        """
        siyasət | dünya | iqtisadiyyat | cəmiyyət | mədəniyyət | idman | xəbərlər | siyaset | ekonomi |
        gündem | kültür | spor | haberler | xronika
        """
    ),
)

EVERY_LANGUAGE = (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, AZERBAIJANI_AND_TURKISH)
