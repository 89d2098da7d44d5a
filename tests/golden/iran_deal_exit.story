# A Tuesday. The sanctions were lifted by Obama and are restored by Trump; the flag was burnt as a protest.
report: title="Trump Pulls United States Out of Iran Nuclear Deal" date=2018-05-08 basis=dateline author="John Miller"
  author="Claire Dubois" place=WASHINGTON agency="Sample News" block=standfirst:"Allies in Europe regret"
todo event: SANCTION | Trump (USA GOV) -> | "Pulls"
event: SANCTION | United States (USA) -> Iran (IRN) | "withdrawing"
todo same: "Pulls" = "withdrawing"
event: SANCTION discontinue planned | United States (USA) -> (IRN) | "reimpose"
event: SANCTION discontinue | Trump (USA GOV) -> | "restores"
event: RETREAT/CONCEDE | Barack Obama (USA) -> | 2016-01 | "lifted"
event: ACCUSE disapprove | Hassan Rouhani (IRN GOV) -> | "condemned"
todo event: REQUEST | Rouhani (IRN GOV) -> organisation (IRN) | "ordered"
event: CONSULT visit | Emmanuel Macron (FRA GOV) -> (USA) | 2018-04 | Washington | "visited"
todo event: REQUEST | Macron (FRA GOV) + Angela Merkel (DEU GOV) + Theresa May (GBR GOV) -> United States (USA) | "urged"
event: SUPPORT | Benjamin Netanyahu (ISR GOV) -> Trump (USA GOV) | "thanked"
event: SUPPORT | Saudi Arabia (SAU) -> | "backed"
event: PROTEST vandalize | lawmakers (IRN LEG) -> (USA) | Tehran
event: THREATEN | Trump (USA GOV) -> firms | "threatened"
statement: direct say | Trump (USA GOV) | "This was a horrible … been made" | medium=speech
statement: indirect say | Treasury Department (USA GOV) | "Companies that do business … operations"
statement: indirect say | Rouhani (IRN GOV) | "that Iran would remain … time being"
statement: | Barack Obama | "misguided"
statement: indirect say | Foreign Ministry (RUS GOV) | "it was deeply disappointed"
statement: direct | lawmakers (IRN LEG) | "Death to America" | cue="chanted"
statement: indirect say | Federica Mogherini (EUR) | "the bloc was determined … agreement"
not: SANCTION | Obama ->
not: SANCTION | (IRN) ->
not: ASSAULT
not: SANCTION asserted | "punish"
not: statement | "All rights reserved"
