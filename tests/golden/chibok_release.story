# Published on a Sunday. "The group" that calls on the government is the campaign, not Boko Haram; the embassies warn of
# a danger and threaten nobody; a flight to a doctor is no visit of state.
report: title="Nigeria: 82 Chibok schoolgirls freed in exchange for Boko Haram suspects" date=2017-05-07 basis=date_line
  author="Ibrahim Sule" author="Mary Okafor"
todo event: RETREAT release | -> schoolgirls | "freed"
event: RETREAT release | militants -> schoolgirls | "released" | according_to=(NGA GOV)
todo event: RETREAT release | -> girls | 2017-05-06 | "handed over"
todo same: "freed" = "released" = "handed over"
todo event: ASSAULT abduct | -> schoolgirls | 2014 | Chibok | "kidnapped"
event: ASSAULT abduct | Boko Haram (NGA REB) -> girls | 2014-04-14 | Chibok | "abducted"
same: "kidnapped" = "abducted"
todo event: RETREAT release | (NGA REB) -> | 2016-10 | "freed"
todo event: CONSULT | (NGA REB) -> government (NGA GOV) | "talks"
event: CONSULT | "negotiate"
event: CONSULT | Buhari (NGA GOV) -> girls | 2017-05-07 | Abuja | "received"
todo event: REQUEST | Bring Back Our Girls -> government (NGA GOV) | "called"
statement: indirect say | Muhammadu Buhari (NGA GOV) | "Islamist militants have released … three years ago"
todo statement: direct say | Buhari (NGA GOV) | "I cannot express … back to freedom" | to=girls
statement: direct say | Bukky Shonibare | "Our thoughts are … still waiting"
statement: indirect | embassies | "that the militants were planning … Borno state" | 2017-05-05 | cue="warned"
quantity: "276" = 276
not: REQUEST | Boko Haram ->
not: THREATEN | embassies ->
not: THREATEN | (GBR) ->
not: CONSULT visit | Buhari ->
not: ASSAULT asserted | -> foreigners
not: ASSAULT | -> 110
