# A Tuesday; "yesterday" and "Monday" are one day. The court case and the arraignment are to come, the bar has said nothing.
report: title="Kogi guber poll: Youths barricade INEC office, police nab 17" date=2023-11-14 author="Sunday Omale"
event: PROTEST obstruct | Youths (NGA) -> | "barricade"
event: COERCE arrest | police (NGA COP) -> | "nab"
event: PROTEST obstruct | youths (NGA) -> | 2023-11-13 | Lokoja | "barricaded"
same: "barricade" = "barricaded"
open event: PROTEST | "protest"
event: ACCUSE allege | protesters -> commission (NGA) + … | "accused"
event: PROTEST | protesters -> | "set"
event: ASSAULT crowd-control | police (NGA COP) -> protesters | "shot"
event: ASSAULT firearms | -> student | "hit"
open event: ASSAULT denied
event: COERCE arrest | -> hoodlums | "nabbed" | count=arrested:17
same: "nab" = "nabbed"
open event: ACCUSE planned
event: REJECT | Idris Ocheni -> | 2023-11-13 | "rejected"
open event: THREATEN/ACCUSE/REJECT | Idris Ocheni ->
event: ACCUSE allege | Idris Ocheni -> | "alleged"
event: ACCUSE disapprove | All Progressives Congress (NGA PTY) -> Social Democratic Party (NGA PTY) | "flayed"
event: REQUEST | Kingsley Adah -> security agencies (NGA) | "tasked"
event: COERCE curfew | Yahaya Bello (NGA GOV) -> | Lokoja | "imposed"
event: REQUEST | Observers (EUR) -> parties + … | "urged"
event: ASSAULT | gunmen -> party agents | 2019 | Dekina | "killed" | count=killed:3
statement: deny | Haruna Danbello (NGA COP) | "that anyone was shot"
statement: indirect say | Haruna Danbello (NGA COP) | "17 hoodlums were nabbed … investigations"
statement: indirect | Idris Ocheni | "that result sheets … government areas" | cue="alleged"
statement: direct say | Kingsley Adah | "They have been crying wolf since they lost"
open statement: | correspondent
open statement: confirm
open statement: accuse
open statement: promise
not: ASSAULT asserted | -> anyone
not: SUPPORT
not: PROTEST | 2023-11-11
not: statement | Bar Association
not: ACCUSE asserted | police ->
