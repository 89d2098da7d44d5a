# A Monday. The war, its dead and its refugees are history; the weapons will be handed over.
report: title="Colombia and FARC sign peace accord after half a century of war" date=2016-09-26 basis=metadata
  publisher="Wireroom Sample" place=CARTAGENA url=https://www.example.org/2016/09/26/colombia-farc-sign
event: SUPPORT | Colombia (COL) -> FARC (COL REB) | "sign"
event: SUPPORT | Juan Manuel Santos (COL GOV) -> Rodrigo Londoño (COL REB) | 2016-09-26 | Cartagena | "signed"
same: "sign" = "signed"
todo event: CONCEDE | Londoño (COL REB) -> victims
event: SUPPORT | Santos (COL GOV) -> rebels (COL REB) | "welcomed"
event: PROTEST | Alvaro Uribe (COL) -> | Cartagena | "protest"
event: ACCUSE allege | Uribe (COL) -> Santos (COL GOV) | "accused"
event: CONCEDE planned | FARC (COL REB) -> United Nations (UNO) | "hand"
event: RETREAT/CONCEDE | European Union (EUR) -> (COL REB) | 2016-09-26 | "suspended"
event: CONSULT third-party | Havana
event: RETREAT ceasefire | 2016-08-29 | "ceasefire"
statement: direct say | Londoño (COL REB) | "I ask for forgiveness … have caused"
statement: direct say | Santos (COL GOV) | "When you begin … to democracy"
statement: indirect say | John Kerry (USA GOV) | "that the United States would review … the same"
actor: Rodrigo Londoño | COL REB | person
time: "Sunday" = 2016-10-02
quantity: "2,500" = 2500
quantity: "220,000" = 220000 more_than
not: ASSAULT | 2016-09-26
not: SANCTION | European Union ->
not: REQUEST | Londoño ->
not: RETREAT asserted | FARC ->
not: ACCUSE | Santos -> Uribe
