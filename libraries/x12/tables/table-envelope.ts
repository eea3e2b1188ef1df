/** The segments around transaction sets, 005010: interchange and group headers and trailers, and TA1. */
export const envelopeTable = `
ISA R 1 01=00|03 02 03=00|01 04 05=01|14|20|27|28|29|30|33|ZZ 06 07=01|14|20|27|28|29|30|33|ZZ 08 09 10 11 12 13 14=0|1 15=P|T 16 ; Interchange Control Header
TA1 S * 01 02 03 04=A|E|R 05 ; Interchange Acknowledgment
GS R * 01 02 03 04 05 06 07=X 08 ; Functional Group Header
ST R * 01 02 ; Transaction Set Header
SE R * 01 02 ; Transaction Set Trailer
GE R * 01 02 ; Functional Group Trailer
IEA R 1 01 02 ; Interchange Control Trailer
`
