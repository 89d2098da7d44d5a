# A Thursday. Nobody was beaten, as the police say; the union's talks do not take place; a firm that dismisses dockers is open.
report: title="Port strike enters third day as police raid union office" date=2022-10-20
event: PROTEST strike | "strike"
todo event: COERCE seize | police (BGD COP) -> | "raid"
todo event: PROTEST strike | workers -> | 2022-10-20 | "stayed"
event: PROTEST strike | workers -> | 2022-10-18 | "walked"
todo same: "strike" = "stayed"
open event: COERCE/SANCTION | "dismissed"
todo event: COERCE seize | Police (BGD COP) -> | 2022-10-20 | "raided"
same: "raid" = "raided"
todo event: COERCE arrest | Police (BGD COP) -> Abdul Karim Mollah + … | 2022-10-20 | "arrested"
todo event: COERCE seize | (BGD COP) -> | "seized"
open event: ACCUSE
open event: ASSAULT denied
todo event: ASSAULT beat | officers (BGD COP) -> Abdul Karim Mollah | "dragged" | according_to=Rahima
open event: COERCE/ASSAULT | "broke"
todo event: PROTEST obstruct | workers -> | 2022-10-20 | "blocked"
todo event: ASSAULT crowd-control | Police (BGD COP) -> crowd | "fired"
open event: ASSAULT | "charged"
event: PROTEST/ASSAULT | crowd -> (BGD COP) | "pelted"
open event: ASSAULT | "hurt"
todo event: REJECT | Karnaphuli Terminals -> | "refused"
todo event: AGREE/REQUEST | Khalid Mahmud Chowdhury (BGD GOV) -> federation | "invited"
todo event: REJECT | union leaders -> | "sit"
todo event: REQUEST | association -> both sides + … | "urged"
statement: indirect say | Shakila Sultana (BGD COP) | "those held had incited violence"
statement: direct say | Shakila Sultana (BGD COP) | "Nobody was beaten" | to=newspaper
statement: indirect say | Rahima | "officers broke down … hair"
statement: indirect | doctors | "At least 14 people … were hurt" | cue="according to"
statement: indirect say | union leaders | "they would not sit down … was freed"
open statement: | chamber of commerce
quantity: "4,000" = 4000
open statement: ask
open statement: order
not: ASSAULT asserted | "beaten"
not: CONSULT
todo not: RETREAT
not: statement | managing director
