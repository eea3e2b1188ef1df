/** Implementation acknowledgement, 005010X231A1. Written from the guide. */
export const acknowledgementTable = `
ST R 1 01=999 02 03 ; Transaction Set Header
AK1 R 1 01 02 03? ; Functional Group Response Header
2000 S * Transaction Set Response
 AK2 R 1 01 02 03? ; Transaction Set Response Header
 2100 S * Error Identification
  IK3 R 1 01 02 04=1|2|3|4|5|6|7|8|I4|I6|I7|I8|I9 ; Error Identification
  CTX S 10 01 ; Context
  2110 S * Implementation Data Element Note
   IK4 R 1 01 03=1|2|3|4|5|6|7|8|9|10|12|13|I6|I9|I10|I11|I12|I13 ; Implementation Data Element Note
   CTX S 10 01 ; Element Context
 IK5 R 1 01=A|E|M|R|W|X ; Transaction Set Response Trailer
AK9 R 1 01=A|E|M|P|R|W|X 02 03 04 ; Functional Group Response Trailer
SE S 1 01 02 ; Transaction Set Trailer
`
