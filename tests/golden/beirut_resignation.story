# Dated below the text, a Tuesday. What demonstrators demand is their protest, no REQUEST of its own.
report: date=2019-10-29 basis=date_line place=BEIRUT agency="Wireroom Sample"
event: RETREAT resign | Saad Hariri (LBN GOV) -> | 2019-10-29 | "resigned"
todo event: ASSAULT | crowd -> | 2019-10-29 | Beirut | "attacked"
todo event: ASSAULT | Men in black -> demonstrators | "beat"
event: ASSAULT crowd-control | police (LBN COP) -> attackers
event: PROTEST demo | Hundreds of thousands -> | 2019-10-17..2019-10-29
todo event: CONCEDE | government (LBN GOV) -> | 2019-10-17 | "dropped"
event: PROTEST obstruct | "blocked"
event: REJECT | Hassan Nasrallah (LBN) -> | 2019-10-25 | "rejected"
event: REQUEST | Hassan Nasrallah (LBN) -> followers | 2019-10-25 | "called"
event: REQUEST | Jean-Yves Le Drian (FRA GOV) -> authorities (LBN GOV) | "urged"
event: REQUEST | United States (USA) -> political leaders (LBN) | "called"
same: "resigned" = "resignation"
statement: direct say | Hariri (LBN GOV) | "I have reached … end today" | medium=broadcast
statement: indirect say | Red Cross | "At least six people were injured"
statement: direct say | Rana Khoury | "This is only the beginning … all of them are gone"
statement: mixed say | Le Drian (FRA GOV) | "that Hariri's resignation … even more serious" | to=parliament
actor: Saad Hariri | LBN GOV | person | "He", "his"
quantity: "six" = 6 at_least
not: REQUEST | demonstrators ->
not: RETREAT | Nasrallah ->
not: RETREAT | 2019-10-25
not: ASSAULT | police -> demonstrators
