"""English words that turn a statement into its opposite where one stands in the other's place.

One line for what is opposed: either side of the bar, words that say one thing. A pair of them is a question
put to a person, as a "not" is. Left out are words whose opposite is as often said of somebody else ("won",
"lost") or in another sense ("left", "right").
"""

from claims.matching.languages.pack import opposites_table

OPPOSITES = opposites_table("""
support back endorse favor favour | oppose
for | against
accept approve | reject decline
agree | disagree
increase raise rise grow hike | decrease reduce cut lower fall shrink decline
increase rise growth | decrease reduction fall decline cut
more many | less fewer few
high higher | low lower
better best good | worse worst bad
strong strength | weak weakness
north northern | south southern
east eastern | west western
northeast northeastern | southwest southwestern
northwest northwestern | southeast southeastern
before | after
start begin | stop end halt finish
open reopen | close shut
allow permit | ban forbid prohibit
legal lawful legally | illegal unlawful illegally
constitutional | unconstitutional
true | false untrue
possible | impossible
able | unable
guilty guilt | innocent innocence
safe | dangerous unsafe
success succeed successful | failure fail failed
join enter | leave quit
advance | retreat
free release | detain arrest imprison jail
majority | minority
first | last
rich wealthy | poor
ally friend | enemy foe
temporary temporarily | permanent permanently
voluntary | compulsory mandatory
praise | condemn criticize criticise denounce
welcome | condemn reject
trust | distrust mistrust
confidence | distrust mistrust
arm | disarm
build | destroy demolish dismantle
buy | sell
import | export
attack | defend
right correct | wrong incorrect
honest | dishonest
fair | unfair
necessary | unnecessary
responsible | irresponsible
qualified | unqualified
happy satisfied | unhappy dissatisfied
""")
