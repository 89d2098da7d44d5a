# A Wednesday, in the present tense. The aid is not cut off, the president is not free, France does nothing.
report: title="Live: Soldiers hold Niger's president" date=2023-07-26
event: COERCE/ASSAULT | Soldiers -> president (NER GOV) | "hold"
event: COERCE restrict | presidential guard (NER) -> Mohamed Bazoum (NER GOV) | 2023-07-26 | Niamey | "cut off"
open event: REQUEST
event: ACCUSE disapprove | ECOWAS -> | 2023-07-26 | "condemns"
open event: COERCE/ASSAULT | "coup"
open event: THREATEN/REJECT | Bola Tinubu ->
event: CONSULT/AGREE | Patrice Talon (BEN GOV) -> | 2023-07-26 | Niamey
event: PROTEST demo | people -> | 2023-07-26 | "march"
open event: SUPPORT | people ->
event: ASSAULT crowd-control | Guards (NER) -> | 2023-07-26 | "fire"
open event: ASSAULT | "wounded"
event: CONSULT phone | António Guterres (UNO) -> Mohamed Bazoum (NER GOV) | 2023-07-26 | "spoken"
event: REQUEST yield | António Guterres (UNO) -> soldiers | "called on"
event: THREATEN | Antony Blinken (USA GOV) -> | 2023-07-26 | "warns"
open event: REQUEST | embassy ->
event: COERCE | men -> | "suspend"
event: COERCE restrict | men -> | "close"
event: COERCE curfew | men ->
statement: indirect say | security sources | "Members of the presidential guard … in Niamey"
statement: indirect say | presidency (NER GOV) | "that the guard is trying … army" | medium=social
statement: indirect say | presidency (NER GOV) | "that the president and his family are well"
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
not: SANCTION asserted
not: RETREAT asserted
not: MOBILIZE
not: AID
not: ASSAULT | people ->
not: COERCE | Bazoum ->
