# The plastic sheets are still to be sent; the flights did not go.
report: date=2022-11-21
report: block=list:"An aid worker was shot dead"
report: block=contact:"flash@example.org"
todo event: ASSAULT | Fashoda | "clashes" | count=displaced:9100
todo event: AID | World Food Programme (UNO) -> | 2022-11-19 | Kodok | "delivered"
event: ASSAULT firearms | -> aid worker | 2022-11-17 | "shot"
todo event: ASSAULT | armed youth (SSD) -> | 2022-11-15 | Adidiang | "attacked" | according_to=local authorities
todo event: ASSAULT | armed youth (SSD) -> shelters | 2022-11-15 | "burned"
todo event: ASSAULT abduct | armed youth (SSD) -> women + children | 2022-11-15 | "abducted"
todo event: AID | United Nations Mission in South Sudan (UNO) -> | Malakal | "taken"
event: MOBILIZE | UNMISS (UNO) -> | "stepped up"
event: AID | UNMISS (UNO) -> civilians | "evacuated"
event: MOBILIZE troops | Government (SSD GOV) -> | 2022-11-18 | Kodok | "sent"
todo event: ACCUSE disapprove | Sara Beysolow Nyanti (UNO) -> | "condemned"
todo event: REQUEST | Sara Beysolow Nyanti (UNO) -> parties + … | "called"
event: AID | WFP (UNO) -> people | "distributed"
open event: AID | "treated"
todo event: REJECT | authorities (SSD) -> | Malakal | "refused"
todo event: AID/AGREE planned | International Organization for Migration -> | "send"
todo event: AGREE | Donors -> | "pledged"
event: AID | Republic of Korea (KOR) -> | 2022-11-16 | "gave"
statement: indirect | local authorities | "On 15 November … women and children" | cue="according to"
open statement: ask
open statement: order
open statement: | cue="call"
open statement: | cue="pledged"
open statement: | cue="plans"
not: ASSAULT | (UNO) ->
not: AID asserted | (SSD) ->
not: PROTEST
not: REQUEST | "contact"
todo complete: statements
