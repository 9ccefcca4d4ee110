"""First names by gender, of many languages and in Latin letters without accents.

Names that both genders bear are in neither set. A first name tells that a capitalised word is a person,
and which pronoun may stand for that person.
"""

from claims.text.folding import fold_text


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold_text, text.split()))


FEMALE = _words(
    """
    abigail ada adela adriana agnes agnieszka aida aigul aileen aina aisha aissatou akiko alba
    alejandra alena alexandra alice alicia alina alisa alison allison alma alyona alyssa amal amalia
    amanda amelia amelie amina amy ana anahit anastasia anastasiya andrea angela angelica angelina
    anita anja anke ann anna annalena anne annegret annette annie anoush anya antje antonia arzu
    ashley asel astrid asya aurelie aurora ayesha aygul aygun aynur ayse azadeh bahar barbara barbel
    beata beate beatrice beatriz becky benazir bernadette bertha beth betsy betty beverly bianca
    birgit birgitta blanca bonnie brenda brigitte britta brittany caitlin camila camille candace
    cara carla carly carmen carol carole carolina caroline carolyn caterina catherine cathy cecile
    cecilia celia celine chantal charlene charlotte chelsea cheryl chiara chloe christa christiane
    christina christine cindy claire clara claudia claudine colleen concepcion condoleezza connie
    constance cordula corinna corinne cornelia cristina cynthia dagmar daisy daniela danielle daphne
    daria darya dawn deborah debra deirdre delphine denise diana diane dilara dina dolores
    donna dora doris dorothea dorothy dunja edith edna eileen ekaterina elaine elena eleni eleonora
    elif elisa elisabeth elise eliza elizabeth elke ella ellen elmira elsa elvira emilia emilie
    emily emine emma erica erika erin esma esmeralda esra esther ethel eugenia eunice eva eve evelyn
    faith fatima fatma feride fidan florence fiona frances francesca franziska frauke frederica
    frida gabriela gabriele gabriella gabrielle gail galina gayane genevieve georgia geraldine gerda
    gertrude ghada gina giorgia giovanna gisela giulia gladys gloria gohar grace greta gretchen
    gudrun gulnara gulsen gunay gwen gwendolyn hadija hala hanan hannah hanna hannelore harriet
    hatice hazel heather hedwig heidi heike helen helena helene helga henrietta hilary hilda hilde
    hillary holly huda hulya ida ilaria ilona ilse imelda ines inez inga inge ingeborg ingrid inna
    ioana irena irene irina iris irma isabel isabella isabelle ivana ivanka jacinda jacqueline jana
    jane janet janice janina jasmine jeanette jeanne jelena jenna jennifer jenny jessica jill
    jillian joan joanna joanne jocelyn jodie johanna josefina josephine joyce juana juanita judith
    judy julia juliana julie juliette jutta kadija kaja kamala kamila karen karin karina karla
    karoline kate katarina katarzyna katerina katharina katherine kathleen kathryn kathy katia katie
    katja katrin katrina katya kayla kerstin keiko khadija kimberly kinga kira kirsten klara klaudia
    kristen kristin kristina kristine laila lala lamiya lana lara larisa larissa latifa laura lauren
    lea leah leila lejla lena leonie leonora leticia leyla lida lidia lilia lilian liliana
    lilit lillian lily lina linda lisa liudmila livia lois loretta lori lorraine louisa louise lucia
    lucie lucy ludmila luisa lydia lyudmila mabel madeleine madelaine madison magda magdalena maggie
    maia maja malala malgorzata mandy manon manuela marcela marcia margaret margarita margarete
    margot marguerite maria mariam mariana marianne marie marija marilyn marina mariya marjorie
    marlene marta martha martina mary maryam marymegan masha mathilde matilda maureen maxine maya
    medina megan mehriban melania melanie melina melissa mercedes meredith meryem meryl mia michaela
    michele michelle mildred mina mira miranda miriam mirjana misaki molly mona monica monika
    monique muriel myriam nadezhda nadia nadine nadja naila nancy naomi nargiz narmina natalia
    natalie nataliya natasha nathalie nazanin nazrin nelly neriman nicola nicole nigar nikki nina
    nino noelle nora norma nurgul odette ofelia oksana olena olesya olga olivia olympia oprah
    ophelia oxana paloma pamela paola patricia paula pauline pearl peggy penelope penny petra phoebe
    phyllis pia pilar polina priti priscilla priyanka rachel ragnhild raisa rania raquel rebecca
    regina regine reina renata renate renee rhonda rita roberta rosa rosalie rosalind rose rosemarie
    rosemary roswitha roxana roza rukhsana rumiana ruth sabina sabine sabrina sahra salma salome
    samantha samira sandra sanna sara sarah saskia segolene selma serap serena sevda sevil sevinj
    shahla shamima shannon sharon sheila shelley shirin shirley sibel sigrid silvia silvina simona
    simone siobhan sofia sofya solange sona sonia sonja sophia sophie stacey stefania stefanie
    stella stephanie susan susana susann susanna susanne suzanne svenja svetlana sybille sylvia
    sylvie tabea tamar tamara tammy tania tanja tanya tara tatiana tatjana tatyana teresa tereza
    thea theresa therese tiffany tina trude tuba tulsi ulla ulrike urmila ursula usha valentina
    valeria valerie vanessa vanita vasilisa vera verena veronica veronika veronique victoria
    viktoria viola violeta violetta virginia virginie vivian viviane wafa wanda wendy wiebke
    wilhelmina yana yasmin yasmina yekaterina yelena yoko yolanda yulia yuliya yuriko yvette yvonne
    zahra zainab zara zarina zehra zeynep zhanna zinaida zita zoe zofia zsuzsanna zuhal анна
    анастасия алла алина александра алиса валентина валерия вера вероника виктория галина дарья
    диана евгения екатерина елена елизавета жанна зинаида зоя инна ирина карина кира клавдия
    кристина ксения лариса лидия лилия любовь людмила маргарита марина мария марья надежда наталия
    наталья нина оксана олеся ольга полина раиса римма светлана софия софья тамара татьяна ульяна
    юлия яна
    """
)

MALE = _words(
    """
    aaron abbas abdel abdul abdullah abdulla abraham achim adalbert adam adem adnan adolf adrian
    ahmad ahmed ahmet ahsan alain alan albert alberto albrecht alec aleksandar aleksander aleksandr
    aleksei alejandro alessandro alex alexander alexandre alexei alexey alfons alfonso alfred
    alfredo alistair allan allen alois alvaro amadou amar amin amir amos anar anatoly anders andre
    andreas andrei andrej andres andrew andrey andriy andrzej angelo angus anthony antoine anton
    antonio antony antti anwar aram ararat archie arif aristide arkady arman armando armen armin
    arnaud arne arnold arsen arseny artem arthur artur arturo ashot asif aslan atilla august
    augustin austin axel aziz babak baldur barack barry bart bartosz bashar basil bastian ben
    benedict benedikt benjamin benoit bernard bernd bernhard bernie bert bilal bill billy bjorn bob
    bobby bodo bogdan boris boyko brad bradley brandon brendan brent brett brian bruce bruno bryan
    burak burkhard byron calvin cameron can carl carlo carlos carsten cedric cem cemal cengiz cesar
    charles charlie chester chris christian christoph christophe christopher chuck clarence claude
    claudio claus clemens clement cliff clifford clinton clive clyde colin conor conrad constantin
    cornelius craig cristian curtis cyril cyrus damian damien dan daniel daniele danilo danny
    dariusz darren dave david davit davor davud dean demetrius denis dennis denys derek detlef devin
    didier diego dieter dietmar dietrich dimitar dimitri dimitris dirk dmitri dmitriy dmitry dmytro
    dominic dominik don donald dong douglas doug dragan duncan dusan dustin dwight dylan eamon earl
    eberhard eckart eckhard eddie edgar edmond edmund eduard eduardo edward edwin egon elchin elias
    elijah eliot elkhan elliott elmar elmer elon elshad emanuel emil emile emilio emin emir emmanuel
    emre engin enrico enrique enver erdal eren erhard eric erich erik ernest ernesto ernst erol
    erwin ethan etienne eugen eugene evan evgeny ewald fabian fabio fabrice fahad fahri faisal
    farhad farid fariz fatih fedor felipe felix ferdinand ferenc fernando fidel filip filippo
    florian floyd francesco francis francisco francois frank franklin frans frantisek franz fred
    freddie frederic frederick frederik friedrich frits fritz fuad fyodor gabriel gareth garry gary
    gaston gavin gene gennady geoffrey georg george georges georgi georgy gerald gerard gerd gerhard
    gerry gert ghassan giacomo gianni gideon gilbert gilles giorgi giorgio giovanni giulio giuseppe
    glenn goran gordon graham greg gregor gregory grigor grigori grigory guenter guido guillaume
    gunnar gunter gurban gustav gustavo guy habib hakan hal halil hamid hamza hannes hans harald
    harold harry hartmut harvey hasan hassan hector heiko heiner heinrich heinz helmut hendrik
    henning henri henrik henry herbert heribert herman hermann heydar hikmat hikmet hiroshi holger
    horst hossein hovhannes howard hubert hubertus hugh hugo huseyn huseyin hussein iain ian ibrahim
    idris ignacio igor ihor ilgar ilham ilia ilya imran ingo ioannis ion isaac isaak ismail ismayil
    israel istvan itzhak ivan ivo jack jacob jacques jafar jaime jair jake jakob jakub jamal jamel
    james jamie jan jared jaroslaw jason javier jay jean-claude jean-luc jean-marc jean-marie
    jean-michel jean-philippe jean-pierre jeb jed jeff jeffrey jens jeremy jeroen jerome jerry jesse
    jesus jeyhun jim jimmy jiri joachim joao jochen joe joel johan johann johannes john johnny jonas
    jonathan jordi jorg jorge jose josef joseph josh joshua josip jost juan judd juergen juha julian
    julien julio julius jurgen justin kaan kadir kai kaj kamal kamran karel karim karl karsten
    kaspar kazimierz keith kemal ken kenneth kent kerry kevin khalid khalifa kirill klaus klemens
    knut kofi konrad konstantin konstantinos krzysztof kurt kyle kyriakos lajos lambert lamberto
    lance lars larry laszlo laurent lawrence lech leo leon leonard leonardo leonid leopold leroy
    levon lewis lionel lloyd lorenz lorenzo lothar louis luca lucas lucian luciano ludwig luigi luis
    luiz lukas luke luther lutz maciej mads magnus mahmoud mahmud mahir malcolm malik mammad manfred
    manoj manuel marc marcel marcello marcelo marcin marco marcos marcus marek mariano mario marius
    mark marko markus marlon martin marty marvin massimo mateusz mathias mathieu matt matteo matthew
    matthias matthieu maurice mauricio max maxim maxime maximilian maxwell mehdi mehmet melvin
    merrick mevlut michael michal michail michel miguel mihai mikael mike mikhail miklos milan miles
    milos milton mircea miroslav mitch mitchell mohamed mohammad mohammed mohsen moritz moses moshe
    muammar muhammad muhammadu murad murat murray mustafa naftali nahum narendra nasir nathan
    nathaniel naveed ned neil nelson nicholas nicolae nicolas nicolo nigel nikita nikol nikola
    nikolai nikolaos nikolas nikolay nils noah noam noel norbert norman nuno nursultan octavio odd
    oivind olaf olav ole oleg oleh oleksandr oleksiy oliver olivier omar omer orhan orlando oscar
    oskar osman oswald otmar otto owen pablo paolo parviz pascal patrice patrick patrik paul paulo
    pavel pavlo pawel pedro per percy peter petr petro petros phil philip philipp philippe pierre
    pieter piotr predrag pyotr quentin radek radoslaw rafael rafal rafiq rainer rajiv ralf ralph
    ramil ramin ramiz ramon randall randy raphael rashid rasim raul ravi ray raymond recep reinhard
    reinhold rene reuben rex reza ricardo riccardo rich richard rick rinat rishi rob robert roberto
    rod roderick rodrigo roger roland rolf romain roman ronald ronan ronnie rory ross roy rudolf
    rudy rupert rufat rune russell ruslan rustam ryan salim salman salvador salvatore sam sami samir
    samuel sanjay santiago saul scott sean sebastian sebastien selim serge sergei sergey sergio
    serhiy serj seth seyran shahin shane shavkat shaun shimon sid sidney siegfried sigmar sigmund
    silvio simon slava slavoj slobodan soren spencer spiros stan stanislav stanislaw stanley stefan
    stefano steffen stelios sten stephan stephane stephen steve steven stewart stig stuart suleyman
    sultan sven sylvester tadeusz tahir taleh tamas tarek tariq tarik tayyip ted teddy terence terry
    teymur thabo theo theodor theodore thibault thierry thomas thomasz thorsten tibor tigran tilman
    tim timo timothy timur tobias todd tofig togrul tom tomas tomasz tommy tony torsten toshio
    trevor tristan tural turgut uwe ulf ulrich umar umberto uwe vadim vagif vahan valentin valery
    vaclav vardan vasif vasil vasily vasyl victor vidadi viktor vilayat vince vincent vincenzo
    viktoras vitali vitaliy vitaly vito vittorio vlad vladimir vladislav vlado volker volodymyr
    vugar vyacheslav wade walid walter warren wayne werner wilbur wilfried wilhelm will willem
    william willi willy wim winston wladimir wlodzimierz wojciech wolf wolfgang woodrow xavier yair
    yahya yakov yann yannis yaroslav yashar yasser yasir yevgeny yitzhak yoshihide yossi youssef
    yuri yuriy yury yusif yusuf yves zachary zahid zaur zbigniew zdenek zeev zeljko ziya zoltan
    zoran zurab александр алексей анатолий андрей антон аркадий артем артур богдан борис вадим
    валентин валерий василий виктор виталий владимир владислав всеволод вячеслав геннадий георгий
    герман глеб григорий давид данил даниил денис дмитрий евгений егор иван игорь илья ильхам кирилл
    константин лев леонид максим марк матвей михаил никита николай олег павел петр роман ростислав
    руслан сергей станислав степан тимофей тимур федор филипп эдуард эмомали юрий яков ярослав
    """
)


def gender_of(first_name: str) -> str:
    """Return "m" or "f" for a first name in small letters without accents; "" if it does not tell."""
    if first_name in FEMALE:
        return "" if first_name in MALE else "f"
    return "m" if first_name in MALE else ""
