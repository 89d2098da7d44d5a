# The plastic sheets are still to be sent; the flights did not go.
report: date=2022-11-21 block=list:"An aid worker was shot dead" block=contact:"flash@example.org"
event: ASSAULT | Fashoda | "clashes" | count=displaced:9100
event: AID | World Food Programme (UNO) -> | 2022-11-19 | Kodok | "delivered"
event: ASSAULT firearms | -> aid worker | 2022-11-17 | "shot"
event: ASSAULT | armed youth (SSD) -> | 2022-11-15 | Adidiang | "attacked" | according_to=local authorities
event: ASSAULT | armed youth (SSD) -> shelters | 2022-11-15 | "burned"
event: ASSAULT abduct | armed youth (SSD) -> women + children | 2022-11-15 | "abducted"
event: AID | United Nations Mission in South Sudan (UNO) -> | Malakal | "taken in"
event: MOBILIZE | UNMISS (UNO) -> | "stepped up"
event: AID | UNMISS (UNO) -> civilians | "evacuated"
event: MOBILIZE troops | Government (SSD GOV) -> | 2022-11-18 | Kodok | "sent"
event: ACCUSE disapprove | Sara Beysolow Nyanti (UNO) -> | "condemned"
event: REQUEST | Sara Beysolow Nyanti (UNO) -> parties + … | "called on"
event: AID | WFP (UNO) -> people | "distributed"
open event: AID | "treated"
event: REJECT | authorities (SSD) -> | Malakal | "refused"
event: AID/AGREE planned | International Organization for Migration -> | "send"
event: AGREE | Donors -> | "pledged"
event: AID | Republic of Korea (KOR) -> | 2022-11-16 | "gave"
statement: indirect | local authorities | "armed youth attacked … women and children" | cue="according to"
not: ASSAULT | (UNO) ->
not: AID asserted | (SSD) ->
not: PROTEST
not: REQUEST | "contact"
complete: statements
