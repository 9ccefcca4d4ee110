"""English words that news reports use for one another.

Written for political reporting: one outlet's "talks" are another's "negotiations". Words of one line are
near in meaning and never taken for the same: they count as a hint where the rest of two statements is
alike.
"""

from claims.matching.languages.pack import kin_table

KIN = kin_table("""
treaty agreement accord deal pact
talks negotiations dialogue discussions consultations
negotiate talk discuss
sign signature signing
ceasefire truce armistice
troops soldiers forces servicemen military army
prisoners detainees captives hostages
release free freed
border frontier boundary
reject refuse decline deny
accept agree approve endorse
ban bar prohibit forbid outlaw
demand insist require
urge call appeal
condemn denounce deplore
criticize criticise blame slam
say state declare announce claim argue
support back endorse favor favour
oppose resist object
withdraw pull pullback retreat withdrawal pullout
attack strike assault raid shelling bombardment
kill murder slay
killed dead died deaths
wounded injured hurt
war conflict fighting hostilities
peace settlement
observers monitors inspectors
mission delegation
verify check inspect monitor
premier chancellor
president leader head
leaders presidents
minister secretary
government cabinet administration authorities
parliament legislature congress assembly
lawmakers legislators deputies parliamentarians
election vote ballot poll
candidate nominee contender hopeful
contest race battle
immigrants migrants newcomers
refugees asylum displaced
undocumented illegal
deport expel
rich wealthy
poor needy
jobs work employment
salary wage pay
tax levy
raise increase hike boost grow
reduce cut decrease lower
large big huge great massive
small little tiny
begin start launch commence
end finish conclude stop
open reopen
close shut
build construct erect
buy purchase acquire
sell export
help assist aid
aid assistance relief
guarantee assure ensure
obligation duty commitment
promise pledge vow commit
threat danger menace
threaten endanger
allow permit let
prevent stop block hinder
change alter amend modify
constitution charter
law legislation act bill
rule regulation
rights freedoms liberties
corridor passage route
railway railroad
road highway
control sovereignty jurisdiction
territory land soil
region area zone
village settlement
city town
country nation state
people population citizens
child kid
woman female
man male
important significant crucial key
ready willing prepared
difficult hard tough
impossible unrealistic
useful constructive productive fruitful
meeting summit session
meet gather convene
visit trip
arrive come reach
leave depart go
month days
year annual
soon shortly quickly
remain stay
equipment means resources
weapons arms
rocket missile
police officers
probe investigation inquiry
investigate probe examine
hack breach
secret classified confidential
wall fence barrier
biggest main largest
partner ally
enemy foe adversary
friend ally
problem issue matter
article point paragraph
wording text
proposal plan offer initiative
propose suggest offer
cause trigger
fight combat
terrorist extremist militant
african black
gop republican
democrat democratic
""")
