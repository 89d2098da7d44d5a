# No year is printed: the 27th of April was a Friday in 2018, and September 2017 is past. The Korean War, Trump's meeting
# and Moon's journey are not of this day.
report: date=2018-04-27 basis=date_line place=PANMUNJOM agency="Wireroom Sample"
event: AGREE | Kim Jong Un (PRK GOV) -> Moon Jae-in (KOR GOV) | 2018-04-27 | "pledged"
event: CONSULT | (PRK) -> (KOR) | "met" | duration=PT100M
todo same: "summit" = "met"
event: SUPPORT | (PRK GOV) -> (KOR GOV) | "signed"
event: AGREE | (PRK) -> (KOR) | "agreed"
todo event: AGREE planned | Moon (KOR GOV) -> (PRK) | Pyongyang | "visit"
event: AGREE planned | Trump (USA GOV) -> Kim (PRK GOV) | "meet"
event: SUPPORT | Donald Trump (USA GOV) -> | "welcomed"
event: SUPPORT | Foreign Ministry (CHN GOV) -> two leaders + … | "praised"
event: REQUEST | Shinzo Abe (JPN GOV) -> North Korea (PRK) | "called"
event: MOBILIZE weapons | North (PRK) -> | "tests"
todo statement: mixed promise | Kim Jong Un (PRK GOV) | "to work for … Korean peninsula" | cue="pledged"
statement: direct say | Moon (KOR GOV) | "We will go through … history" | to=reporters
statement: indirect say | Kim (PRK GOV) | "that the two sides … in the past"
statement: indirect | declaration | "Moon will visit Pyongyang in the autumn" | cue="according to"
actor: Kim Jong Un | PRK GOV | person
actor: Moon Jae-in | KOR GOV | person
not: CONSULT asserted | Trump -> Kim
not: CONSULT asserted | Pyongyang
not: ASSAULT | 2018-04-27
not: MOBILIZE | 2018-04-27
