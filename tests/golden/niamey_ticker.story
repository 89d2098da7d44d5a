# A Wednesday, in the present tense. The aid is not cut off, the president is not free, France does nothing.
report: title="Live: Soldiers hold Niger's president"
report: date=2023-07-26
todo event: COERCE/ASSAULT | Soldiers -> president (NER GOV) | "hold"
todo event: COERCE restrict | presidential guard (NER) -> Mohamed Bazoum (NER GOV) | 2023-07-26 | Niamey | "cut"
open event: REQUEST
todo event: ACCUSE disapprove | ECOWAS -> | 2023-07-26 | "condemns"
open event: COERCE/ASSAULT | "coup"
open event: THREATEN/REJECT | Bola Tinubu ->
event: CONSULT/AGREE | Patrice Talon (BEN GOV) -> | 2023-07-26 | Niamey
event: PROTEST demo | people -> | 2023-07-26 | "march"
open event: SUPPORT | people ->
todo event: ASSAULT crowd-control | Guards (NER) -> | 2023-07-26 | "fire"
open event: ASSAULT | "wounded"
todo event: CONSULT phone | António Guterres (UNO) -> Mohamed Bazoum (NER GOV) | 2023-07-26 | "spoken"
todo event: REQUEST yield | António Guterres (UNO) -> soldiers | "called"
todo event: THREATEN | Antony Blinken (USA GOV) -> | 2023-07-26 | "warns"
open event: REQUEST | embassy ->
todo event: COERCE | men -> | "suspend"
todo event: COERCE restrict | men -> | "close"
event: COERCE curfew | men ->
statement: indirect say | security sources | "Members of the presidential guard … in Niamey"
todo statement: indirect say | presidency (NER GOV) | "that the guard is trying … army" | medium=social
todo statement: indirect say | presidency (NER GOV) | "that the president and his family are well"
statement: indirect say | Bola Tinubu (NGA GOV) | "that he will not tolerate … democratic government"
statement: indirect | office | "Benin's president … to mediate" | cue="announces"
statement: indirect say | reporter | "One person is wounded"
statement: indirect say | United Nations (UNO) | "António Guterres has spoken … by telephone"
statement: indirect | Antony Blinken (USA GOV) | "that American aid … not released" | cue="warns"
statement: direct | Amadou Abdramane | "The government of President Bazoum is no more" | cue="reads"
open statement: | embassy
open statement: | ECOWAS
actor: Bola Tinubu | NGA GOV | person
actor: Patrice Talon | BEN GOV | person
open statement: ask
open statement: order
open statement: | cue="call"
not: SANCTION asserted
not: RETREAT asserted
not: MOBILIZE
not: AID
not: ASSAULT | people ->
not: COERCE | Bazoum ->
