# A Saturday, the attack was on Friday. Three tolls, none checked; no civilian was touched and no South African taken prisoner.
report: date=2024-05-11 basis=dateline place=MAPUTO
event: ASSAULT | insurgents (MOZ REB) -> | 2024-05-10 | Macomia | "stormed" | according_to=residents
event: ASSAULT | insurgents (MOZ REB) -> troops (MOZ MIL) | 2024-05-10 | "fought"
event: ASSAULT | army (MOZ MIL) -> attackers | "beaten" | according_to=Filipe Nyusi
open event: MOBILIZE/ASSAULT | "regrouped"
open event: ASSAULT | "died"
event: ASSAULT | fighters -> soldiers | "killed" | count=killed:20 | according_to=Islamic State
todo event: ASSAULT abduct | fighters -> | "captured" | according_to=Islamic State
event: ASSAULT/COERCE | fighters -> shops | "looted"
event: ASSAULT | fighters -> health post | "burned"
open event: ASSAULT denied
todo event: RETREAT/SANCTION | Doctors Without Borders -> | "suspended"
open event: RETREAT/AID | "evacuated"
todo event: MOBILIZE/AID | (ZAF MIL) -> | "sent"
todo event: ASSAULT explosives | Awasse | according_to=military source
todo event: ASSAULT | insurgents (MOZ REB) -> government (MOZ GOV) | "fighting"
event: MOBILIZE/AID | Rwanda (RWA) -> | 2021-07 | "sent"
open event: ASSAULT | "attack"
open event: COERCE/SANCTION | "forced"
open event: SANCTION | "halt"
statement: indirect say | residents | "Islamist insurgents stormed … of the day"
statement: indirect say | Filipe Nyusi (MOZ GOV) | "that the army had beaten back … returned" | medium=broadcast
statement: say | ministry (MOZ GOV) | "that two soldiers … had died" | 2024-05-11
statement: indirect claim | Islamic State | "that its fighters … captured six" | medium=social
statement: indirect say | trader | "that he had counted … the market" | to=agency
todo statement: say | trader | "The fighters looted … single civilian"
statement: indirect say | military source | "One of their vehicles … Awasse"
statement: deny | army (ZAF MIL) | "reports that one of its men had been taken prisoner"
actor: Filipe Nyusi | MOZ GOV | person
not: ASSAULT asserted | -> civilian
not: ASSAULT abduct asserted | -> men
not: ASSAULT | (SOM) ->
not: ASSAULT | (RWA) ->
not: ASSAULT | (ZAF) ->
