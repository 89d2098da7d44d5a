# Both sides do together what "the two sides" do; Thuong has not travelled, nobody threatens.
report: date=2024-01-13
todo event: CONSULT visit | Joko Widodo (IDN GOV) -> Viet Nam (VNM) | 2024-01-11..2024-01-13 | "visit"
open event: AGREE/REQUEST/CONSULT | "invitation"
event: CONSULT | (IDN) -> (VNM) | "talks"
todo event: CONSULT | Joko Widodo (IDN GOV) -> Pham Minh Chinh (VNM GOV) + Vuong Dinh Hue (VNM) | "met"
open event: AGREE | "set"
event: AGREE/COOPERATE/AID | Viet Nam (VNM) -> Indonesia (IDN) | "undertook"
event: SUPPORT | (IDN) -> Viet Nam (VNM) | "thanked"
open event: SUPPORT | "support"
event: AGREE | (IDN) -> (VNM) | "agreed"
event: SUPPORT/AGREE | 2022-12 | "signed"
event: ACCUSE disapprove | (IDN) + (VNM) -> | "concern"
open event: ASSAULT | "violence"
event: REQUEST yield | (IDN) + (VNM) -> parties + … | "called"
event: SUPPORT/COOPERATE/AGREE | (VNM) -> (IDN) | "signed"
event: AGREE/REQUEST | Joko Widodo (IDN GOV) -> Vo Van Thuong (VNM GOV) | "invited"
event: AGREE/SUPPORT | Vo Van Thuong (VNM GOV) -> | "accepted"
open event: CONSULT/AGREE planned
statement: indirect | two sides | "that trade between them … in ten years" | cue="noted"
statement: indirect | two sides | "that disputes in the South China Sea … use of force" | cue="reaffirmed"
open statement: promise
open statement: ask
open statement: order
open statement: | cue="call"
open statement: | cue="agreed"
open statement: | cue="expressed"
open statement: | cue="thanked"
not: CONSULT visit asserted | Vo Van Thuong ->
not: THREATEN
not: RETREAT
not: ASSAULT | (VNM) ->
not: REJECT
