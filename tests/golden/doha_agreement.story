# One signing, told four times. Pompeo watched and did not sign, Ghani has not accepted.
report: title="United States and Taliban sign agreement on withdrawal of troops" date=2020-02-29 place=Doha
  block=caption:"sign the agreement in Doha"
event: SUPPORT | United States (USA) -> Taliban (AFG REB) | "sign"
event: SUPPORT | Zalmay Khalilzad (USA GOV) -> Abdul Ghani Baradar (AFG REB) | 2020-02-29 | Doha | "sign"
event: SUPPORT | United States (USA) -> Taliban (AFG REB) | 2020-02-29 | Doha | "signed"
event: SUPPORT | Zalmay Khalilzad (USA GOV) -> Abdul Ghani Baradar (AFG REB) | "signed"
same: "sign" = "sign"#2 = "signed" = "signed"#2
event: CONCEDE conditional | United States (USA) -> | "withdraw"
event: AGREE | Taliban (AFG REB) -> | "pledged"
event: CONSULT | Pompeo (USA GOV) -> Mohammed bin Abdulrahman Al Thani (QAT GOV) | 2020-02-29 | "met"
event: REQUEST | Baradar (AFG REB) -> Afghans (AFG) | "urged"
todo event: REJECT meet | (AFG REB) -> (AFG GOV) | "refused"
event: CONSULT | Mark Esper (USA GOV) + Jens Stoltenberg -> Ghani (AFG GOV) | Kabul | "met"
todo event: THREATEN | Esper (USA GOV) -> Taliban (AFG REB) | "warned"
event: AGREE planned | 2020-03-10 | "talks"
todo event: CONCEDE planned | "released"
statement: direct say | Mike Pompeo (USA GOV) | "We will closely watch … commitments" | occasion="signing"
statement: indirect | Esper (USA GOV) | "that the United States would not hesitate … honour it" | cue="warned"
statement: indirect say | spokesman (AFG GOV) | "Ghani has not accepted that demand"
actor: Zalmay Khalilzad | USA GOV | person
quantity: "13,000" = 13000
quantity: "5,000" = 5000 at_most
not: SUPPORT asserted | Pompeo ->
not: RETREAT asserted
not: THREATEN | al Qaeda ->
not: CONCEDE asserted | Ghani ->
not: AGREE asserted | Ghani ->
