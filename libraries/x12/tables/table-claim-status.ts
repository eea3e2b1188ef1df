const references = [
  'REF S 1 01=1K 02 ; Payer Claim Control Number',
  'REF S 1 01=BLT 02 ; Institutional Bill Type Identification',
  'REF S 1 01=LU 02 ; Application or Location System Identifier',
  'REF S 1 01=EA 02 ; Medical Record Identification',
  'REF S 1 01=6P 02 ; Group Number',
  'REF S 1 01=EJ 02 ; Patient Control Number',
  'REF S 1 01=XZ 02 ; Pharmacy Prescription Number',
  'REF S 1 01=VV 02 ; Voucher Identifier',
  'REF S 1 01=D9 02 ; Claim Identification Number for Clearinghouses and Other Transmission Intermediaries',
]

const indented = (indent: string, lines: string[]) => lines.map((line) => indent + line).join('\n')

const inquiredClaim = (level: 'D' | 'E') => [
  `2200${level} ${level === 'D' ? 'S' : 'R'} * Claim Status Tracking Number`,
  ' TRN R 1 01=1 02 ; Claim Status Tracking Number',
  ...references.map((line) => ` ${line}`),
  ' AMT S 1 01=T3 02 ; Claim Submitted Charges',
  ' DTP S 1 01=472 02=D8|RD8 03 ; Claim Service Date',
  ` 2210${level} S * Service Line Information`,
  '  SVC R 1 01=AD|ER|HC|HP|IV|N4|NU|WK 02 ; Service Line Information',
  '  REF S 1 01=FJ 02 ; Service Line Item Identification',
  '  DTP R 1 01=472 02=D8|RD8 03 ; Service Line Date',
]

/** Claim status inquiry, 005010X212. Written from the guide. */
export const claimStatusInquiryTable = `
ST R 1 01=276 02 03 ; Transaction Set Header
BHT R 1 01=0010 02=13 03 04 05 ; Beginning of Hierarchical Transaction
2000A R * Information Source Level
 HL R 1 01 03=20 04=1 ; Information Source Level
 2100A R 1 Payer Name
  NM1 R 1 01=PR 02=2 03 08=PI|XV 09 ; Payer Name
 2000B R * Information Receiver Level
  HL R 1 01 02 03=21 04=1 ; Information Receiver Level
  2100B R 1 Information Receiver Name
   NM1 R 1 01=41 02=1|2 08=46 09 ; Information Receiver Name
  2000C R * Service Provider Level
   HL R 1 01 02 03=19 04=1 ; Service Provider Level
   2100C R 2 Provider Name
    NM1 R 1 01=1P 02=1|2 08=FI|SV|XX 09 ; Provider Name
   2000D R * Subscriber Level
    HL R 1 01 02 03=22 04=0|1 ; Subscriber Level
    DMG S 1 01=D8 02 03?=F|M ; Subscriber Demographic Information
    2100D R 1 Subscriber Name
     NM1 R 1 01=IL 02=1|2 08?=24|II|MI ; Subscriber Name
${indented('    ', inquiredClaim('D'))}
    2000E S * Dependent Level
     HL R 1 01 02 03=23 ; Dependent Level
     DMG R 1 01=D8 02 03?=F|M ; Dependent Demographic Information
     2100E R 1 Dependent Name
      NM1 R 1 01=QC 02=1 03 ; Dependent Name
${indented('     ', inquiredClaim('E'))}
SE S 1 01 02 ; Transaction Set Trailer
`

const answeredClaim = (level: 'D' | 'E') => [
  `2200${level} ${level === 'D' ? 'S' : 'R'} * Claim Status Tracking Number`,
  ' TRN R 1 01=2 02 ; Claim Status Tracking Number',
  ' STC R * 01 02 ; Claim Level Status Information',
  ...references.map((line) => ` ${line}`),
  ' DTP S 1 01=472 02=D8|RD8 03 ; Claim Service Date',
  ` 2220${level} S * Service Line Information`,
  '  SVC R 1 01=AD|ER|HC|HP|IV|N4|NU|WK 02 ; Service Line Information',
  '  STC R * 01 02 ; Service Line Status Information',
  '  REF S 1 01=FJ 02 ; Service Line Item Identification',
  '  DTP R 1 01=472 02=D8|RD8 03 ; Service Line Date',
]

/** Claim status answer, 005010X212. Written from the guide. */
export const claimStatusAnswerTable = `
ST R 1 01=277 02 03 ; Transaction Set Header
BHT R 1 01=0010 02=08 03 04 05 06=DG ; Beginning of Hierarchical Transaction
2000A R * Information Source Level
 HL R 1 01 03=20 04=0|1 ; Information Source Level
 2100A R 1 Payer Name
  NM1 R 1 01=PR 02=2 03 08=PI|XV 09 ; Payer Name
  PER S 1 01=IC ; Payer Contact Information
 2000B R * Information Receiver Level
  HL R 1 01 02 03=21 04=0|1 ; Information Receiver Level
  2100B R 1 Information Receiver Name
   NM1 R 1 01=41 02=1|2 08=46 09 ; Information Receiver Name
  2200B S 1 Information Receiver Trace Identifier
   TRN R 1 01=2 02 ; Information Receiver Trace Identifier
   STC R * 01 02 ; Information Receiver Status Information
  2000C S * Service Provider Level
   HL R 1 01 02 03=19 04=0|1 ; Service Provider Level
   2100C R 2 Provider Name
    NM1 R 1 01=1P 02=1|2 08=FI|SV|XX 09 ; Provider Name
   2200C S 1 Provider of Service Trace Identifier
    TRN R 1 01=1|2 02 ; Provider of Service Trace Identifier
    STC R * 01 02 ; Provider Status Information
   2000D S * Subscriber Level
    HL R 1 01 02 03=22 04=0|1 ; Subscriber Level
    2100D R 1 Subscriber Name
     NM1 R 1 01=IL 02=1|2 08?=24|II|MI ; Subscriber Name
${indented('    ', answeredClaim('D'))}
    2000E S * Dependent Level
     HL R 1 01 02 03=23 ; Dependent Level
     2100E R 1 Dependent Name
      NM1 R 1 01=QC 02=1 03 ; Dependent Name
${indented('     ', answeredClaim('E'))}
SE S 1 01 02 ; Transaction Set Trailer
`
