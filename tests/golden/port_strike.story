# A Thursday. Nobody was beaten, as the police say; the union's talks do not take place; a firm that dismisses dockers is open.
report: title="Port strike enters third day as police raid union office" date=2022-10-20
event: PROTEST strike | "strike"
event: COERCE seize | police (BGD COP) -> | "raid"
event: PROTEST strike | workers -> | 2022-10-20 | "stayed away"
event: PROTEST strike | workers -> | 2022-10-18 | "walked off"
same: "strike" = "stayed away"
open event: COERCE/SANCTION | "dismissed"
event: COERCE seize | Police (BGD COP) -> | 2022-10-20 | "raided"
same: "raid" = "raided"
event: COERCE arrest | Police (BGD COP) -> Abdul Karim Mollah + … | 2022-10-20 | "arrested"
event: COERCE seize | (BGD COP) -> | "seized"
open event: ACCUSE
open event: ASSAULT denied
event: ASSAULT beat | officers (BGD COP) -> Abdul Karim Mollah | "dragged" | according_to=Rahima
open event: COERCE/ASSAULT | "broke"
event: PROTEST obstruct | workers -> | 2022-10-20 | "blocked"
event: ASSAULT crowd-control | Police (BGD COP) -> crowd | "fired"
open event: ASSAULT | "charged"
event: PROTEST/ASSAULT | crowd -> (BGD COP) | "pelted"
open event: ASSAULT | "hurt"
event: REJECT | Karnaphuli Terminals -> | "refused"
event: AGREE/REQUEST | Khalid Mahmud Chowdhury (BGD GOV) -> federation | "invited"
event: REJECT | union leaders -> | "would not sit down"
event: REQUEST | association -> both sides + … | "urged"
statement: indirect say | Shakila Sultana (BGD COP) | "those held had incited violence"
statement: direct say | Shakila Sultana (BGD COP) | "Nobody was beaten" | to=newspaper
statement: indirect say | Rahima | "officers broke down … hair"
statement: indirect | doctors | "At least 14 people … were hurt" | cue="according to"
statement: indirect say | union leaders | "they would not sit down … was freed"
open statement: | chamber of commerce
quantity: "4,000" = 4000
not: ASSAULT asserted | "beaten"
not: CONSULT
not: RETREAT
not: statement | managing director
