# A Monday. Sanctions are threatened, protests called for; the fifteen years of detention are history.
report: title="Myanmar army seizes power and detains Suu Kyi" date=2021-02-01 basis=date_line
  block=caption:"Soldiers stand guard" block=subhead:"What others say" block=list:"strongly condemned"
event: COERCE seize | army (MMR MIL) -> | "seizes"
event: COERCE arrest | army (MMR MIL) -> Suu Kyi (MMR) | "detains"
event: COERCE seize | military (MMR MIL) -> | 2021-02-01 | "seized"
event: COERCE arrest | military (MMR MIL) -> Aung San Suu Kyi (MMR) | 2021-02-01 | "arrested"
event: COERCE arrest | Soldiers (MMR MIL) -> Suu Kyi (MMR) + Win Myint (MMR GOV) + … | 2021-02-01 | "detained"
same: "seizes" = "seized"
same: "detains" = "arrested" = "detained"
event: COERCE martial-law | army (MMR MIL) -> | duration=P1Y
event: COERCE withhold | Naypyidaw | "cut"
event: REQUEST | -> people | "called"
event: ACCUSE disapprove | António Guterres (UNO) -> | "condemned"
event: THREATEN | Joe Biden (USA GOV) -> Myanmar (MMR) | "threatened"
event: PROTEST demo | migrants -> (MMR) | Bangkok | "demonstrated"
todo event: COERCE arrest | police (THA COP) -> people | Bangkok | "arrested" | count=arrested:3
statement: indirect say | spokesman | "Soldiers detained … before dawn"
todo statement: indirect say | army (MMR MIL) | "that power had been handed … November election" | medium=broadcast
statement: deny | election commission (MMR) | "the allegation"
statement: direct say | Joe Biden (USA GOV) | "The United States will … under attack" | medium=statement
statement: indirect say | China (CHN) | "it had noted what had happened"
statement: direct say | Wang Wenbin (CHN GOV) | "China is a friendly neighbour of Myanmar" | medium=press_conference
not: SANCTION asserted
not: PROTEST asserted | people ->
not: PROTEST | Suu Kyi ->
not: COERCE | Suu Kyi ->
not: COERCE | 2021-02-01 | duration=P15Y
