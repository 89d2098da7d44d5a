# A Monday; the shoal was on Saturday. What is only asked (apology, expulsion, a break of relations) has not happened.
report: date=2023-08-07 block=turn:"handed him a note of protest"
todo event: ACCUSE/REQUEST | Department (PHL GOV) -> Huang Xilian (CHN GOV) | 2023-08-07 | "summoned"
open event: ACCUSE | "protest"
event: ASSAULT crowd-control | China Coast Guard (CHN) -> | 2023-08-05 | "fired"
open event: REJECT
todo event: REQUEST | (PHL GOV) -> Beijing (CHN) | "asked"
todo event: ACCUSE disapprove | (PHL GOV) -> | "protests"
open event: ASSAULT possible
open event: ASSAULT conditional
todo event: CONSULT phone | Manalo (PHL GOV) -> Blinken (USA GOV) | 2023-08-06 | "spoke"
open event: CONSULT | "talked"
event: SUPPORT | Manalo (PHL GOV) -> Blinken (USA GOV) | "thanked"
todo event: AGREE planned | Manalo (PHL GOV) -> Blinken (USA GOV) | 2023-09 | Jakarta | "meet"
open event: REQUEST | senator ->
open event: SANCTION called_for
open event: AID/AGREE | armed forces ->
open event: CONSULT/AGREE | "talk"
statement: direct say | VALDEZ | "Good afternoon, everyone … to our troops" | basis=transcript
statement: direct say | VALDEZ | "He did not … accept that" | basis=transcript
statement: direct say | VALDEZ | "I won't speculate … tell you something" | basis=transcript
statement: direct say | VALDEZ | "They spoke by phone … next month" | basis=transcript
statement: direct say | VALDEZ | "No, it is not … what is ours" | basis=transcript
statement: direct say | VALDEZ | "Yes … Thank you, everybody" | basis=transcript
statement: indirect say | Huang Xilian (CHN GOV) | "that China had acted lawfully"
statement: indirect say | State Department (USA GOV) | "that an attack on your … treaty"
open statement: | QUESTION
open statement: ask
open statement: want
open statement: | cue="thanked"
todo not: CONCEDE
not: SANCTION asserted
not: COERCE
not: ASSAULT asserted | -> coast guard
not: REJECT | China ->
not: AID asserted
