# Set in small letters throughout, as a teleprinter of the time sent it; "today" is the day of the dateline, a Saturday. The
# caller's threat kills nobody; France sells arms in a condition only.
report: title="gunmen kidnap two french engineers in west beirut"
report: date=1986-03-08 basis=dateline place=beirut
todo event: ASSAULT abduct | gunmen -> engineers (FRA) | Beirut | "kidnap"
todo event: ASSAULT abduct | gunmen -> engineers (FRA) | 1986-03-08 | Beirut | "kidnapped" | according_to=police
same: "kidnap" = "kidnapped"
open event: ASSAULT | "pulled"
open event: ASSAULT | "driven off"
todo event: ASSAULT abduct | islamic jihad -> men | "taken"
todo event: THREATEN violence | "kill"
event: ACCUSE disapprove | laurent fabius (FRA GOV) -> | "condemned"
open event: REQUEST/CONSULT/AGREE | fabius ->
event: REQUEST | nabih berri (LBN) -> militiamen | "ordered"
todo event: ASSAULT aerial | jets (ISR MIL) -> positions | sidon | "bombed" | count=killed:3 | according_to=radio
event: ASSAULT heavy-weapons | army units (LBN MIL) + druze militiamen (LBN) -> | duration=PT2H | "fire"
todo event: CONSULT | abdel-halim khaddam (SYR GOV) -> soviet delegation | damascus | "met"
event: SUPPORT | both sides + … -> lebanon | "supported"
statement: indirect say | police | "four gunmen kidnapped … beirut today"
statement: indirect say | witness | "no shots were fired"
statement: indirect say | caller | "that the islamic jihad … to iraq" | to=agency
todo statement: direct say | abu ali | "we shall find them if they are in our streets"
statement: indirect say | voice of lebanon | "israeli jets bombed palestinian positions east of sidon, killing three people and wounding seven"
statement: indirect say | statement | "both sides supported … lebanon"
actor: laurent fabius | FRA GOV | person
open statement: ask
open statement: order
not: COERCE
not: ASSAULT firearms
not: AID
not: ASSAULT asserted | "kill"
not: ASSAULT | -> iraq
