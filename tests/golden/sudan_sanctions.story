# What the listed firms trade in is description. The further measures are not taken.
report: title="UK sanctions those who pay for Sudan's war"
report: date=2023-07-12 block=list:"Sudan Master Technology"
report: block=contact:"newsdesk@example.org"
event: SANCTION | UK (GBR) -> | "sanctions"
event: SANCTION/COERCE | James Cleverly (GBR GOV) -> businesses | 2023-07-12 | "froze"
same: "sanctions" = "froze"
open event: SANCTION/COERCE | "freeze"
open event: AID/COOPERATE | -> RSF
todo event: SANCTION/REJECT/COERCE | -> commanders | "barred"
todo event: ASSAULT | men -> hospital | 2023-06 | El Geneina | "stormed"
todo event: ASSAULT | -> market | 2023-07-08 | Khartoum | "bombing"
open event: REJECT | Both sides ->
open event: ASSAULT/REJECT | "broken"
event: RETREAT/CONCEDE | United Kingdom (GBR) -> Nadir Osman + … | "lifted"
todo event: REJECT/SANCTION/RETREAT | Nadir Osman -> (SDN) | 2023-05 | "broke"
event: SANCTION discontinue | United States (USA) -> companies + … | 2023-06-01 | "imposed"
event: REQUEST meet | United Kingdom (GBR) -> both parties + … | "calls"
todo event: REJECT/SANCTION/RETREAT | army (SDN MIL) -> | 2023-05-31 | "withdrew"
todo event: THREATEN | (GBR) -> | "stands ready"
event: SANCTION | Security Council (UNO) -> Darfur + … | 2004 | "imposed"
open event: SANCTION | "sanctions"
open event: CONSULT/AGREE | "talks"
todo statement: direct say | Helen Marsh (GBR GOV) | "Both sides have broken … to dry up"
actor: James Cleverly | GBR GOV | person
open statement: ask
open statement: order
open statement: | cue="call"
not: AID asserted | (GBR) ->
not: ASSAULT | (GBR) ->
todo not: MOBILIZE
not: statement | "FOR IMMEDIATE RELEASE"
not: SUPPORT
