# A Thursday. The order for Barlonyo is not proven; Kony is not caught; the appeal is to come.
report: title="Rebel commander jailed for 25 years over Uganda massacres" date=2021-05-06 basis=dateline
todo event: COERCE/SANCTION | -> commander | "jailed"
open event: ASSAULT | "massacres"
event: COERCE/SANCTION | International Criminal Court -> Joseph Odhok (UGA) | 2021-05-06 | "sentenced"
todo same: "jailed" = "sentenced"
event: SANCTION convict | International Criminal Court -> Joseph Odhok (UGA) | 2021-02 | "guilty"
open event: ASSAULT | "murder"
open event: REQUEST
event: ASSAULT abduct | Lord's Resistance Army (UGA REB) -> Joseph Odhok | 1987 | "kidnapped"
open event: ACCUSE planned
open event: REJECT/ACCUSE | lawyer ->
open event: REJECT/ACCUSE | spokeswoman ->
todo event: ASSAULT | fighters -> people | 2004-05 | Lukodi | "killed" | according_to=judges
todo event: ASSAULT | fighters -> | 2004-05 | Lukodi | "burned"
open event: ASSAULT | -> Barlonyo
event: RETREAT | Joseph Odhok -> special forces (USA MIL) | 2015-01 | "surrendered"
open event: COOPERATE/COERCE | "flown"
event: SUPPORT | government (UGA GOV) -> | "welcomed"
todo event: THREATEN/COERCE arrest | International Criminal Court -> Joseph Kony (UGA REB) | 2005 | "warrant"
statement: direct | Ingrid Solheim | "You knew what it means … did it to others" | to=Odhok
statement: indirect say | Charles Achaleke | "he would appeal"
statement: deny | spokeswoman | "that the sentence was too mild"
statement: indirect | judges | "In the village … May 2004" | cue="found"
statement: direct say | Grace Atim | "Twenty-five years will not bring back my sister"
open statement: ask
open statement: want
open statement: | "that he had ordered"
actor: Joseph Kony | UGA REB | person
not: RETREAT release
not: ASSAULT asserted | Odhok -> | "ordered"
not: ASSAULT asserted | -> sister
not: ACCUSE asserted | Achaleke ->
not: PROTEST
