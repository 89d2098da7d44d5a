# A Tuesday; "yesterday" and "Monday" are one day. The court case and the arraignment are to come, the bar has said nothing.
report: title="Kogi guber poll: Youths barricade INEC office, police nab 17" date=2023-11-14 author="Sunday Omale"
event: PROTEST obstruct | Youths (NGA) -> | "barricade"
todo event: COERCE arrest | police (NGA COP) -> | "nab"
todo event: PROTEST obstruct | youths (NGA) -> | 2023-11-13 | Lokoja | "barricaded"
todo same: "barricade" = "barricaded"
open event: PROTEST | "protest"
todo event: ACCUSE allege | protesters -> commission (NGA) + … | "accused"
todo event: PROTEST | protesters -> | "set"
todo event: ASSAULT crowd-control | police (NGA COP) -> protesters | "shot"
event: ASSAULT firearms | -> student | "hit"
open event: ASSAULT denied
event: COERCE arrest | -> hoodlums | "nabbed" | count=arrested:17
same: "nab" = "nabbed"
open event: ACCUSE planned
event: REJECT | Idris Ocheni -> | 2023-11-13 | "rejected"
open event: THREATEN/ACCUSE/REJECT | Idris Ocheni ->
todo event: ACCUSE allege | Idris Ocheni -> | "alleged"
todo event: ACCUSE disapprove | All Progressives Congress (NGA PTY) -> Social Democratic Party (NGA PTY) | "flayed"
todo event: REQUEST | Kingsley Adah -> security agencies (NGA) | "tasked"
event: COERCE curfew | Yahaya Bello (NGA GOV) -> | Lokoja | "imposed"
event: REQUEST | Observers (EUR) -> parties + … | "urged"
event: ASSAULT | gunmen -> party agents | 2019 | Dekina | "killed" | count=killed:3
todo statement: deny | Haruna Danbello (NGA COP) | "that anyone was shot"
todo statement: indirect say | Haruna Danbello (NGA COP) | "17 hoodlums were nabbed … investigations"
statement: indirect | Idris Ocheni | "that result sheets … government areas" | cue="alleged"
statement: direct say | Kingsley Adah | "They have been crying wolf since they lost"
open statement: | correspondent
open statement: confirm
open statement: accuse
open statement: promise
open statement: ask
open statement: order
not: ASSAULT asserted | -> anyone
not: SUPPORT
not: PROTEST | 2023-11-11
not: statement | Bar Association
not: ACCUSE asserted | police ->
