"""German words that turn a statement into its opposite where one stands in the other's place."""

from claims.matching.languages.pack import opposites_table

OPPOSITES = opposites_table("""
unterstützen unterstützt befürworten befürwortet | ablehnen ablehnt abgelehnt lehnen
für | gegen
annehmen angenommen akzeptieren akzeptiert zustimmen zugestimmt billigen | ablehnen abgelehnt zurückweisen
steigen steigt erhöhen erhöht zunehmen wachsen wächst | sinken sinkt senken gesenkt abnehmen schrumpfen kürzen
mehr viele | weniger wenige
hoch hohe höher | niedrig niedrige niedriger
besser gut | schlechter schlecht
stark stärker stärke | schwach schwächer schwäche
norden nördlich nördliche | süden südlich südliche
osten östlich östliche | westen westlich westliche
beginnen beginnt anfangen begonnen | enden endet aufhören beenden beendet stoppen
öffnen geöffnet | schließen geschlossen
erlauben erlaubt zulassen zugelassen | verbieten verboten untersagen untersagt
legal rechtmäßig | illegal rechtswidrig unrechtmäßig
verfassungsgemäß | verfassungswidrig
wahr richtig | falsch unwahr
möglich | unmöglich
schuldig | unschuldig
sicher | gefährlich unsicher
erfolg erfolgreich gelingen gelungen | scheitern gescheitert misslungen erfolglos
beitreten eintreten | verlassen austreten
freilassen freigelassen | festnehmen festgenommen inhaftieren inhaftiert verhaften verhaftet
mehrheit | minderheit
erste ersten | letzte letzten
reich | arm
verbündete freund freunde | feind feinde gegner
vorübergehend befristet | dauerhaft unbefristet
freiwillig | verpflichtend zwangsweise
loben gelobt begrüßen begrüßt | verurteilen verurteilt kritisieren kritisiert
vertrauen | misstrauen
bauen aufbauen gebaut | zerstören zerstört abreißen
kaufen gekauft | verkaufen verkauft
angreifen angegriffen | verteidigen verteidigt
ehrlich | unehrlich
gerecht fair | ungerecht unfair
notwendig nötig | unnötig überflüssig
""")
