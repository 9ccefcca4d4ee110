"""German words that news reports use for one another. Words of one line are near in meaning, not the same."""

from claims.matching.languages.pack import kin_table

KIN = kin_table("""
vertrag abkommen vereinbarung pakt
friedensvertrag friedensabkommen
gespräche verhandlungen unterredung dialog
waffenruhe waffenstillstand feuerpause
truppen soldaten streitkräfte armee militär
gefangene gefangenen häftlinge inhaftierte geiseln
freigelassen freilassen freikommen freilassung
grenze grenzlinie
ablehnen ablehnt zurückweisen zurückgewiesen
zustimmen zugestimmt annehmen akzeptieren billigen
verbot verbieten untersagen verboten
fordern fordert verlangen verlangt
kritisieren kritisiert bemängeln rügen
unterstützen unterstützt befürworten
abzug rückzug abziehen zurückziehen
angriff attacke beschuss überfall
getötet tote toten starben gestorben
verletzt verwundet
krieg konflikt kämpfe
beobachter inspekteure
regierungschef ministerpräsident premier premierminister
regierung kabinett
parlament bundestag abgeordnetenhaus
abgeordnete parlamentarier
wahl abstimmung votum
flüchtlinge geflüchtete vertriebene
zuwanderer einwanderer migranten
steigen erhöhen anheben zunehmen
sinken senken verringern kürzen
beginnen anfangen starten
beenden enden abschließen
öffnen eröffnen geöffnet eröffnet
schließen geschlossen sperren gesperrt
bauen errichten gebaut errichtet
hilfe unterstützung beistand
drohung bedrohung gefahr
verfassung grundgesetz
gesetz vorschrift regelung
bahn eisenbahn
dorf ort siedlung
land staat nation
bürger bevölkerung
treffen gipfel sitzung
bald demnächst
jahresende jahr
""")
