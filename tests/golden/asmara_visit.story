# Published on a Tuesday. The border war and its dead are history, the sanctions "could become obsolete".
report: title="Ethiopia and Eritrea Declare End of Two Decades of War" date=2018-07-10 basis=date_line
  author="Hanna Tesfaye" place=ASMARA url=https://www.example.org/2018/07/10/ethiopia-and-eritrea-declare-end-of-war
  block=caption:"embrace at the airport" block=contact:"h.tesfaye@example.org"
event: SUPPORT | (ETH GOV) -> (ERI) | 2018-07-09 | Asmara | "signed"
todo event: CONSULT visit | Abiy Ahmed (ETH GOV) -> (ERI) | 2018-07-08 | Asmara | duration=P2D
event: CONSULT | Abiy (ETH GOV) -> Isaias Afwerki (ERI GOV) | 2018-07-08 | "talks"
event: PROTEST | Residents of Badme -> | "protested"
event: SUPPORT | Antonio Guterres (UNO) -> two leaders + … | "praised"
todo event: CONSULT visit | Guterres (UNO) -> (ETH) | 2018-07-09 | Addis Ababa | "visiting"
statement: direct say | Abiy Ahmed (ETH GOV) | "There is no longer a border … destroyed it" | 2018-07-08 | occasion="dinner"
statement: direct write | Yemane Gebremeskel (ERI GOV) | "The state of war … come to an end" | medium=social
statement: indirect | Abiy Ahmed (ETH GOV) | "that Ethiopia would accept the ruling" | 2018-06 | cue="announced"
statement: indirect say | Guterres (UNO) | "that the sanctions against Eritrea … obsolete"
actor: Abiy Ahmed | ETH GOV | person
actor: Yemane Gebremeskel | ERI GOV | person
quantity: "70,000" = 70000
not: SANCTION asserted
not: ASSAULT | 2018-07-08
not: ASSAULT | 2018-07-09
not: ASSAULT | 2018-07-10
not: PROTEST | Thousands ->
