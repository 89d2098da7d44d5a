# Figures of speech: nobody boxes, shells, storms, surrenders or shouts here. Only the reader's letter is a record.
open event: REJECT | "dead"
open event: AGREE | "promises"
open event: ACCUSE
open event: THREATEN denied
statement: indirect write | reader | "that newspapers should report and not preach"
open statement: say
open statement: ask
todo not: ASSAULT
not: RETREAT
not: MOBILIZE
not: COERCE
not: PROTEST
not: CONCEDE
todo not: THREATEN asserted
not: CONSULT
not: SANCTION
not: AID
todo complete: events
