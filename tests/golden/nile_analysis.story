# Two treaties and one empty chair have happened; all the rest is condition, possibility, habit and figure of speech.
report: title="ANALYSIS: Why a dam on the Nile still divides three countries" date=2024-06-12 author="Leila Mansour"
event: SUPPORT/AGREE | Britain (GBR) -> Egypt (EGY) | 1929 | "signed"
open event: SUPPORT/AGREE/COOPERATE/CONCEDE | "gave"
open event: AGREE/COOPERATE | "divided"
open event: REJECT/SUPPORT | Ethiopia ->
open event: ASSAULT conditional
open event: REQUEST | press ->
open event: COERCE/SANCTION conditional
open event: SUPPORT possible
open event: CONSULT failed
event: REJECT | Ethiopia (ETH) -> | 2020-02 | "stayed"
open event: CONSULT | "talks"
open event: ACCUSE disapprove | diplomats (EGY) ->
statement: indirect say | Egypt (EGY) | "that in a long drought … weapon"
statement: indirect | diplomats (EGY) | "that time works for the builders"
open statement: want
open statement: ask
not: ASSAULT asserted
not: THREATEN
not: AGREE asserted | 2024-06-12
not: SUPPORT asserted | (SDN) ->
not: COERCE asserted
not: RETREAT
not: AID
todo complete: events
todo complete: statements
