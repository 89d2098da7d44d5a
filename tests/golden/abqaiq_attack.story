# Saturday is the day before the date line. "No one was killed"; nobody says that the missiles flew.
report: date=2019-09-15 title="U.S. BLAMES IRAN FOR STRIKES ON SAUDI OIL PLANTS; TEHRAN DENIES ROLE" basis=date_line place=RIYADH
  block=credit:"Editing by A. Reader"
event: ASSAULT drone | Houthi (YEM REB) -> (SAU) | 2019-09-14 | "attacked" | according_to=Houthi
event: ACCUSE allege | U.S. (USA) -> Iran (IRN) | "BLAMES"
event: ACCUSE allege | United States (USA) -> Iran (IRN) | "accused"
same: "BLAMES" = "accused"
todo event: THREATEN | -> Saudi (SAU)
event: CONSULT phone | Mohammed bin Salman (SAU) -> Donald Trump (USA GOV)
event: AGREE | Trump (USA GOV) -> Saudi Arabia (SAU) | "offered"
todo event: THREATEN | Revolutionary Guards (IRN MIL) -> (USA) | "warned"
todo event: ACCUSE disapprove | European Union (EUR) + Britain (GBR) + France (FRA) -> | "condemned"
statement: indirect say | Houthi (YEM REB) | "it had attacked two oil installations … output"
statement: indirect say | Interior Ministry (SAU GOV) | "the fires had been … under control"
statement: indirect say | spokesman (SAU GOV) | "No one was killed" | medium=broadcast
statement: direct say | Yahya Saree (YEM REB) | "We promise the Saudi regime … siege continue" | medium=Al-Masirah
statement: mixed write | Mike Pompeo (USA GOV) | "that Iran had launched … energy supply" | medium=social
statement: indirect say | Pompeo (USA GOV) | "There was no evidence … from Yemen"
statement: deny | Abbas Mousavi (IRN GOV) | "accusation" | 2019-09-15
statement: direct say | Mousavi (IRN GOV) | "Such blind accusations … meaningless"
statement: indirect say | Mohammed bin Salman (SAU) | "that the kingdom was willing … the attack" | to=Donald Trump
time: "Saturday" = 2019-09-14
quantity: "ten" = 10
quantity: "2,000 kilometres" = 2000 kilometre
not: ASSAULT asserted | "killed"
not: ASSAULT asserted | (IRN) -> (USA)
not: ASSAULT | (SAU) ->
not: ACCUSE allege | (IRN) -> (USA)
not: ACCUSE | Russia (RUS) ->
todo not: statement say | Russia
