"""First names by gender, of many languages and in Latin letters without accents.

Names that both genders bear are in neither set. A first name tells that a capitalised word is a person,
and which pronoun may stand for that person.
"""

from claims.text.folding import fold_text


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold_text, text.split()))


FEMALE = _words(
    """
    abigail ada adela adriana agata agnes agnieszka aida aigerim aigul aileen aina aisha aissatou
    aizhan akiko alba alejandra alena alexandra alice alicia alina alisa alison alla allison alma
    alyona alyssa amal amalia amanda amelia amelie amina amy ana anahit anastasia anastasiya andrea
    angela angelica angeliki angelina anita anja anjali anke ann anna annalena anne annegret annette
    annie anoush antje antonia antonina anush anya araksi arpine arzu asel ashley aslaug astrid asya
    aurelie aurora ayesha aygul aygun aynur ayse aysel azadeh bahar barbara barbel beata beate
    beatrice beatriz becky benazir berit bernadette bertha beth betsy betty beverly bianca biljana
    birgit birgitta blanca bonnie bozena brenda brigitte britta brittany caitlin camila camille
    candace cara carla carly carmen carol carole carolina caroline carolyn caterina catherine cathy
    cecile cecilia celia celine chantal charlene charlotte chelsea cheryl chiara chimamanda chloe
    christa christiane christina christine cindy claire clara claudia claudine colleen concepcion
    condoleezza connie constance cordula corinna corinne cornelia cristina cynthia dagmar daisy
    daniela danielle danuta daphne daria dariga darina darya dawn deborah debra deirdre delphine
    denise despina diana diane dilara dilma dimitra dina dinara dolores donna dora doris dorothea
    dorothy dragana dunja edith edna eileen eka ekaterina elaine elena eleni eleonora elif elisa
    elisabeth elise eliza elizabeth elke ella ellen elmira elsa elvira emilia emilie emily emine
    emma eniko erica erika erin esma esmeralda esra esther ethel eugenia eunice eva eve evelyn evika
    ewa faith fatima fatma feride fidan fiona florence fotini frances francesca franziska frauke
    frederica frida gabriela gabriele gabriella gabrielle gail galina ganira gayane genevieve
    georgia geraldine gerda gertrude ghada gina giorgia giovanna gisela giulia gladys gloria gohar
    gordana govhar grace grazyna greta gretchen gudrun gulmira gulnara gulnare gulsen gunay gunel
    gunhild gwen gwendolyn hadija hala halina hanan hanna hannah hannelore harriet hasmik hatice
    hazel heather hedwig heghine heidi heike helen helena helene helga henrietta hijran hilary hilda
    hilde hillary holly hranush hripsime huda hulya ida ilaria ildiko ilona ilse imelda indira ines
    inez inga inge ingeborg ingrid ingrida inna ioana irada irena irene irina iris irma isabel
    isabella isabelle ivana ivanka iwona jacinda jacqueline jadranka jamila jana jane janet janice
    janina jasmine jeanette jeanne jelena jenna jennifer jenny jessica jill jillian joan joanna
    joanne jocelyn jodie johanna jolanta jorun josefina josephine joyce juana juanita judit judith
    judy julia juliana julie juliette jutta kadija kaja kamala kamila karen karin karina karine
    karla karoline katalin katarina katarzyna kate katerina kateryna katharina katherine kathleen
    kathryn kathy katia katie katja katrin katrina katya kavita kayla keiko kerstin ketevan khadija
    khatia khuraman kimberly kinga kira kirsten kjersti klara klaudia kolinda konul kristen kristin
    kristina kristine krystyna laila lala lamiya lana lara larisa larissa latifa laura lauren lea
    leah leila lejla lena leonie leonora leticia leyla leyli lida lidia lidiya lilia lilian liliana
    lilit lillian lily lina linda lisa liudmila liv livia ljubica lois loretta lori lorraine louisa
    louise lucia lucie lucy ludmila luisa lusine lydia lyubov lyudmila mabel madelaine madeleine
    madina madison magda magdalena maggie mahira maia maja malahat malala malgorzata mamata manana
    mandy manon manuela marcela marcia maren maret margaret margarete margarita margot marguerite
    maria mariam mariana marianne marie marija marilyn marina marit mariya marjorie marlene marta
    martha martina mary maryam marymegan masha matanat mathilde matilda maureen maxine maya medina
    megan mehriban melania melanie melina melissa meral mercedes meredith meryem meryl mia michaela
    michele michelle mihaela mildred milica mina mira miranda miriam mirjana misaki molly mona
    monica monika monique muriel myriam nadezhda nadia nadine nadja nadya naila naile naira nancy
    naomi nargiz narine narmin narmina natalia natalie nataliya natalya natasha natavan nathalie
    nazanin nazrin neha nelly nergiz neriman ngozi nicola nicole nigar nikki nina nino nirmala
    noelle nora norma nune nurana nurgul nvard odette ofelia oksana olena olesya olga olivia olympia
    ophelia oprah oxana paloma pamela paola parvana patricia paula pauline pearl peggy penelope
    penny pervana petra phoebe phyllis pia pilar polina priscilla priti priyanka rachel radmila
    ragnhild raisa raluca rania raquel rebecca regina regine reina renata renate renee rhonda rita
    roberta rosa rosalie rosalind rose rosemarie rosemary roswitha roxana roza rukhsana rumiana ruth
    ruzanna sabina sabine sabrina sahra salma salome saltanat samantha samira sandra sanna sara
    sarah saskia satenik seda segolene selma serap serena sevda sevil sevinc sevinj shafiga shahla
    shamima shannon sharon sheila shelley shirin shirley sibel sigrid silvia silvina simona simone
    siobhan siranush smriti snezana sofia sofya solange solveig sona sonia sonja sophia sophie
    stacey stefania stefanie stella stephanie sunita susan susana susann susanna susanne sushma
    suzanne svenja svetlana sybille sylvia sylvie tabea taisia tamar tamara tammy tania tanja tanya
    tara tarana tatev tatiana tatjana tatyana teresa tereza thea theresa therese tiffany tijana tina
    trude tsovinar tuba tulsi turid ulla ulrike ulviyya urmila ursula urszula usha vafa valentina
    valeria valerie vanessa vanita varduhi vasiliki vasilisa vera verena veronica veronika veronique
    vesna victoria viktoria viola violeta violetta viorica virginia virginie vivian viviane wafa
    wanda wendy wiebke wilhelmina ximena yana yasmin yasmina yegana yekaterina yelena yoko yolanda
    yulia yuliya yuriko yvette yvonne zahra zainab zara zarina zaruhi zehra zeynep zhanna zinaida
    zita zoe zofia zorica zsuzsanna zuhal zuleykha zumrud zuzana александра алина алиса алла
    анастасия анна валентина валерия вера вероника виктория галина дарья диана евгения екатерина
    елена елизавета жанна зинаида зоя инна ирина карина кира клавдия кристина ксения лариса лидия
    лилия любовь людмила маргарита марина мария марья надежда наталия наталья нина оксана олеся
    ольга полина раиса римма светлана софия софья тамара татьяна ульяна юлия яна
    """
)

MALE = _words(
    """
    aaron abbas abdel abdul abdulla abdullah abraham achim adalbert adam adem adnan adolf adrian
    ahmad ahmed ahmet ahsan ajay akhmed alain alan albert alberto albrecht alec alejandro aleksandar
    aleksander aleksandr aleksei alessandro alex alexander alexandre alexei alexey alexis alfons
    alfonso alfred alfredo alikhan alisher alistair allan allen alois alvaro amadou amar amin amir
    amit amos anar anatoly anders andre andreas andrei andrej andres andrew andrey andriy andrzej
    angelo angus anil anselm anthony antoine anton antonio antonis antony antti anwar anzor aram
    ararat archie arif aristide arkady arman armando armen armin arnaud arne arnold arsen arseny
    artak artem arthur artsvik artur arturo arvind asbjorn ashok ashot asif aslan atilla attila
    august augustin austin avigdor axel azamat aziz babak bakhrom baldur barack barry bart bartosz
    bashar basil bastian batyr ben benedict benedikt benjamin benoit bernard bernd bernhard bernie
    bert bezalel bidzina bilal bill billy binali bjorn bob bobby bodo bogdan bohuslav bojan bolat
    boris borut boyko brad bradley brandon brendan brent brett brian bruce bruno bryan burak
    burkhard byron calvin cameron can carl carlo carlos carsten cedric cem cemal cengiz cesar ceyhun
    charles charlie chester chris christian christoph christophe christopher chuck clarence claude
    claudio claus clemens clement cliff clifford clinton clive clyde colin conor conrad constantin
    cornelius craig cristian curtis cyril cyrus damian damien dan daniel daniele danilo danny
    dariusz darren daulet dave david davit davor davud dean deepak dejan demetrius denis dennis
    denys derek detlef devin didier diego dieter dietmar dietrich dilshod dimitar dimitri dimitris
    dirk dmitri dmitriy dmitry dmytro dominic dominik don donald dong doug douglas dragan duncan
    dusan dustin dwight dylan eamon earl eberhard ebrahim eckart eckhard eddie edgar edmon edmond
    edmund eduard eduardo edward edwin egon ehud ekrem elchin elcin eldar elias elijah eliot elkhan
    elliott elman elmar elmer elnur elon elshad elvin emanuel emeka emil emile emilio emin emir
    emmanuel emomali emre engin enrico enrique enver erdal eren erhard eric erich erik erkin erling
    ernest ernesto ernst erol erwin ethan etienne eugen eugene evan evangelos evgeny ewald fabian
    fabio fabrice fahad fahri faisal farhad farid fariz fatih fedor felipe felix ferdinand ferenc
    ferid fernando fidel fikrat filip filippo florian florin floyd fouad francesco francis francisco
    francois frank franklin frans frantisek franz fred freddie frederic frederick frederik friedrich
    frits fritz fuad fyodor gabor gabriel gagik garegin gareth garry gary gaston gavin geir gene
    gennady geoffrey georg george georges georgi georgy gerald gerard gerd gerhard gerry gert gevorg
    ghassan giacomo gianni gideon gilbert gilles giorgi giorgio giovanni gitanas giulio giuseppe
    gleb glenn gocha goran gordon graham greg gregor gregory grigor grigori grigory guenter guido
    guillaume gunnar gunter gurban gurbanguly gustav gustavo guy gyula haakon habib haider hakan
    hakob hal halil hamid hamlet hamza hannes hans harald harold harry hartmut harvey hasan hassan
    havard hayk hector heiko heiner heinrich heinz helmer helmut hendrik henning henri henrik henry
    herbert heribert herman hermann heydar hikmat hikmet hiroshi holger horst hossein hovhannes
    howard hrant hubert hubertus hugh hugo hulusi huseyin huseyn hussein iain ian ibrahim ibrahimbey
    idris ignacio ignat igor ihor ilgar ilham ilia ilqar ilya imran inacio ingo ioannis ion irakli
    isaac isaak ismail ismayil israel istvan itamar itzhak iulian ivan ivica ivo jack jacob jacques
    jafar jaime jair jake jakob jakub jamal jamel james jamie jan janez janos jared jaroslaw jason
    jasur javier jay jean-claude jean-luc jean-marc jean-marie jean-michel jean-philippe jean-pierre
    jeb jed jeff jeffrey jens jeremy jeroen jerome jerry jesse jesus jeyhun jim jimmy jiri joachim
    joao jochen joe joel johan johann johannes john johnny jonas jonathan jordi jorg jorge jose
    josef josep joseph josh joshua josip jost jostein juan judd juergen juha julian julien julio
    julius jurgen justin kaan kadir kai kairat kaj kakha kamal kamran kanat karapet kareem karel
    karim karl karsten kaspar kassym kazimierz keith kemal ken kenneth kent kerim kerry kevin
    khachatur khalid khalifa kirakos kirill kjell klaus klemens knut kofi konrad konstantin
    konstantinos krzysztof kurt kwame kyle kyriakos ladislav lajos lambert lamberto lance larry lars
    laszlo laurent lawrence lech leif leo leon leonard leonardo leonid leopold lernik leroy levan
    levon lewis lionel liviu lloyd lorenz lorenzo lothar louis lubomir luca lucas lucian luciano
    ludwig luigi luis luiz lukas luke luther lutz maciej mads magnus magomed mahesh mahir mahmoud
    mahmud majid maksim malcolm malik mammad manfred manoj manuel marat marc marcel marcello marcelo
    marcin marco marcos marcus marek mariano mario marius marjan mark marko markus marlon martin
    marty marvin marwan massimo mateusz mathias mathieu matt matteo matthew matthias matthieu
    maurice mauricio max maxim maxime maximilian maxwell mazahir mehdi mehmet melvin merrick mevlut
    mher michael michail michal michel miguel mihai mikael mike mikhail mikheil miklos milan miles
    milorad milos milton mircea miroslav mitch mitchell mkhitar mohamed mohammad mohammed mohsen
    moritz moses moshe mstislav muammar mubariz muhammad muhammadu mukesh muqtada murad murat murray
    mustafa mykhailo nabil naftali nahum namiq narek narendra nasir nathan nathaniel natig natiq
    naveed nazim nebojsa ned neil nelson nicat nicholas nicolae nicolas nicolo nigel nijat nikita
    nikol nikola nikolai nikolaos nikolas nikolay nikos nils noah noam noel norbert norman nouri
    novruz nuno nurali nurlan nursultan octavio odd ogtay oivind olaf olav ole oleg oleh oleksandr
    oleksiy oliver olivier olusegun olzhas omar omer ondrej oqtay orhan orkhan orlando orxan osama
    oscar oskar osman oswald otmar otto owen oyvind pablo panagiotis paolo parviz pascal patrice
    patrick patrik paul paulo pavel pavlo pawel pedro pekka per percy peter petr petro petros phil
    philip philipp philippe pierre pieter piotr polad pradeep predrag pyotr qabil qasem quentin
    radek radoslaw rafael rafal rafik rafiq rahul rainer rajiv rajnath rakesh ralf ralph ramesh
    ramil ramin ramiz ramon ramzan randall randy raphael rashid rasim rauf raul ravi ray raymond
    recep reinhard reinhold rene reuben rex reza ricardo riccardo rich richard rick rinat rishi rob
    robert roberto rod roderick rodrigo roger roland rolf romain roman ronald ronan ronnie rory ross
    roy ruben rudolf rudy rufat rufet rune rupert ruslan russell rustam ryan ryszard saad sabir
    sadyr saeed sahib salah salim salman salvador salvatore sam samad sami samir samuel samvel
    sandor sanjay santiago sanzhar sargis sarkhan sarkis saul sauli scott sean sebastian sebastien
    selim semyon serdar serge sergei sergey sergio serhiy serj serzh seth seyran shahen shahin
    shamil shane shaun shavarsh shavkat shimon shota sid sidney siegfried sigmar sigmund silvio
    simon sipho slava slavoj slawomir slobodan smbat soren spencer spiros srdjan stan stanislav
    stanislaw stanley stavros stefan stefano steffen stelios sten stepan stephan stephane stephen
    steve steven stewart stig stuart suleyman sultan sunil suren suresh svein sven sverre sylvester
    tadeusz tahir tahmasib tahsin taleh talgat tamas taras tarek tarik tariq tayyip ted teddy telman
    terence terje terry teymur thabo theo theodor theodore thibault thierry thomas thomasz thorsten
    tibor tigran tilman tim timo timothy timur tobias todd tofig tofiq togrul tom tomas tomasz
    tomislav tommy tony torbjorn torsten torvald toshio traian trevor tristan trond tural turgut ulf
    ulrich ulugbek umar umberto uwe vaclav vadim vagif vahan vakhtang valentin valery vaqif vardan
    vartan vasif vasil vasily vasyl vazgen veljko victor vidadi vijay viktor viktoras vilayat vince
    vincent vincenzo vinod vitali vitaliy vitaly vito vittorio vlad vladan vladimir vladislav vlado
    volker volodymyr vugar vuqar vyacheslav wade wael walid walter warren wayne werner wilbur
    wilfried wilhelm will willem willi william willy wim winston wladimir wlodzimierz wojciech wolf
    wolfgang woodrow xavier yahya yair yakov yann yannis yaroslav yashar yasir yasser yerlan yervand
    yerzhan yevgeny yitzhak yoav yoshihide yossi yousef youssef yuri yuriy yury yusif yusuf yves
    zachary zahid zakhar zaki zakir zaur zaza zbigniew zdenek zeev zeljko ziad ziya zlatko zohrab
    zoltan zoran zurab александр алексей анатолий андрей антон аркадий артем артур богдан борис
    вадим валентин валерий василий виктор виталий владимир владислав всеволод вячеслав геннадий
    георгий герман глеб григорий давид даниил данил денис дмитрий евгений егор иван игорь ильхам
    илья кирилл константин лев леонид максим марк матвей михаил никита николай олег павел петр роман
    ростислав руслан сергей станислав степан тимофей тимур федор филипп эдуард эмомали юрий яков
    ярослав
    """
)


def gender_of(first_name: str) -> str:
    """Return "m" or "f" for a first name in small letters without accents; "" if it does not tell."""
    if first_name in FEMALE:
        return "" if first_name in MALE else "f"
    return "m" if first_name in MALE else ""
