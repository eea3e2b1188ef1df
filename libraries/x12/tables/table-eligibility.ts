const providerReferences = '0B|1C|1D|1J|4A|CT|EL|EO|HPI|JD|N5|N7|Q4|SY|TJ'
const memberReferences = '18|1L|1W|3H|49|6P|CE|CT|EA|EJ|F6|GH|HJ|IF|IG|ML|N6|NQ|Q4|SY|Y4'
const relationships = '01|18|19|20|21|39|40|53|G8'

/** Eligibility inquiry, 005010X279A1. Written from the guide. */
export const eligibilityInquiryTable = `
ST R 1 01=270 02 03 ; Transaction Set Header
BHT R 1 01=0022 02=01|13|36 03? 04 05 06?=RT ; Beginning of Hierarchical Transaction
2000A R * Information Source Level
 HL R 1 01 03=20 04=1 ; Information Source Level
 2100A R 1 Information Source Name
  NM1 R 1 01=2B|36|GP|P5|PR 02=1|2 08=24|46|FI|NI|PI|XV|XX 09 ; Information Source Name
 2000B R * Information Receiver Level
  HL R 1 01 02 03=21 04=1 ; Information Receiver Level
  2100B R 1 Information Receiver Name
   NM1 R 1 01=1P|2B|36|80|FA|GP|P5|PR 02=1|2 08=24|34|FI|PI|PP|SV|XV|XX 09 ; Information Receiver Name
   REF S 9 01=${providerReferences} 02 ; Information Receiver Additional Identification
   N3 S 1 01 ; Information Receiver Address
   N4 S 1 01 ; Information Receiver City, State, ZIP Code
   PRV S 1 01 ; Information Receiver Provider Information
  2000C R * Subscriber Level
   HL R 1 01 02 03=22 04=0|1 ; Subscriber Level
   TRN S 2 01=1 02 03 ; Subscriber Trace Number
   2100C R 1 Subscriber Name
    NM1 R 1 01=IL 02=1|2 08?=II|MI ; Subscriber Name
    REF S 9 01=${memberReferences} 02 ; Subscriber Additional Identification
    N3 S 1 01 ; Subscriber Address
    N4 S 1 01 ; Subscriber City, State, ZIP Code
    PRV S 1 01 ; Provider Information
    DMG S 1 01?=D8 03?=F|M|U ; Subscriber Demographic Information
    INS S 1 01=N|Y 02=${relationships} ; Multiple Birth Sequence Number
    HI S 1 01 ; Subscriber Health Care Diagnosis Code
    DTP S 2 01=102|291 02=D8|RD8 03 ; Subscriber Date
    2110C S 99 Subscriber Eligibility or Benefit Inquiry
     EQ R 1 ; Subscriber Eligibility or Benefit Inquiry
     AMT S 1 01=R 02 ; Subscriber Spend Down Amount
     AMT S 1 01=PB 02 ; Subscriber Spend Down Total Billed Amount
     III S 10 01 02 ; Subscriber Eligibility or Benefit Additional Inquiry Information
     REF S 1 01=9F|G1 02 ; Subscriber Additional Information
     DTP S 1 01=291 02=D8|RD8 03 ; Subscriber Eligibility/Benefit Date
   2000D S * Dependent Level
    HL R 1 01 02 03=23 04=0 ; Dependent Level
    TRN S 2 01=1 02 03 ; Dependent Trace Number
    2100D R 1 Dependent Name
     NM1 R 1 01=03 02=1 ; Dependent Name
     REF S 9 01=${memberReferences} 02 ; Dependent Additional Identification
     N3 S 1 01 ; Dependent Address
     N4 S 1 01 ; Dependent City, State, ZIP Code
     PRV S 1 01 ; Provider Information
     DMG S 1 01?=D8 03?=F|M|U ; Dependent Demographic Information
     INS S 1 01=N|Y 02=${relationships} ; Dependent Relationship
     HI S 1 01 ; Dependent Health Care Diagnosis Code
     DTP S 2 01=102|291 02=D8|RD8 03 ; Dependent Date
     2110D S 99 Dependent Eligibility or Benefit Inquiry
      EQ R 1 ; Dependent Eligibility or Benefit Inquiry
      III S 10 01 02 ; Dependent Eligibility or Benefit Additional Inquiry Information
      REF S 1 01=9F|G1 02 ; Dependent Additional Information
      DTP S 1 01=291 02=D8|RD8 03 ; Dependent Eligibility/Benefit Date
SE S 1 01 02 ; Transaction Set Trailer
`

const information = '1|2|3|4|5|6|7|8|A|B|C|CB|D|E|F|G|H|I|J|K|L|M|MC|N|O|P|Q|R|S|T|U|V|W|X|Y'
const coverageLevels = 'CHD|DEP|ECH|EMP|ESP|FAM|IND|SPC|SPO'

const rejection = (name: string) => `AAA S 9 01=N|Y 03 04=C|N|P|R|S|W|X|Y ; ${name} Request Validation`

/** The benefits of a subscriber or dependent: loops 2110, 2115 and 2120. */
function benefits(level: 'C' | 'D', indent: string): string {
  return [
    `2110${level} S * Eligibility or Benefit Information`,
    ` EB R 1 01=${information} 02?=${coverageLevels} 11?=N|U|Y 12?=N|U|W|Y ; Eligibility or Benefit Information`,
    ' HSD S 9 ; Health Care Services Delivery',
    ' REF S 9 01=18|1L|1W|49|6P|9F|ALS|CLI|F6|FO|G1|IG|M7|N6|NQ 02 ; Additional Identification',
    ' DTP S 20 01 02=D8|RD8 03 ; Eligibility/Benefit Date',
    ` ${rejection('Benefit')}`,
    ' MSG S 10 01 ; Message Text',
    ` 2115${level} S 10 Eligibility or Benefit Additional Information`,
    '  III R 1 ; Eligibility or Benefit Additional Information',
    ' LS S 1 01 ; Loop Header',
    ` 2120${level} S 23 Benefit Related Entity Name`,
    '  NM1 R 1 01 02=1|2 ; Benefit Related Entity Name',
    '  N3 S 1 01 ; Benefit Related Entity Address',
    '  N4 S 1 01 ; Benefit Related Entity City, State, ZIP Code',
    '  PER S 3 01=IC ; Benefit Related Entity Contact Information',
    '  PRV S 1 01 ; Benefit Related Provider Information',
    ' LE S 1 01 ; Loop Trailer',
  ]
    .map((line) => indent + line)
    .join('\n')
}

/** Eligibility answer, 005010X279A1. Written from the guide. */
export const eligibilityAnswerTable = `
ST R 1 01=271 02 03 ; Transaction Set Header
BHT R 1 01=0022 02=06|11 03? 04 05 ; Beginning of Hierarchical Transaction
2000A R * Information Source Level
 HL R 1 01 03=20 04=0|1 ; Information Source Level
 ${rejection('Request')}
 2100A R 1 Information Source Name
  NM1 R 1 01=2B|36|GP|P5|PR 02=1|2 08=24|46|FI|NI|PI|XV|XX 09 ; Information Source Name
  PER S 3 01=IC ; Information Source Contact Information
  ${rejection('Information Source')}
 2000B S * Information Receiver Level
  HL R 1 01 02 03=21 04=0|1 ; Information Receiver Level
  2100B R 1 Information Receiver Name
   NM1 R 1 01=1P|2B|36|80|FA|GP|P5|PR 02=1|2 08=24|34|FI|PI|PP|SV|XV|XX 09 ; Information Receiver Name
   REF S 9 01=${providerReferences} 02 ; Information Receiver Additional Identification
   N3 S 1 01 ; Information Receiver Address
   N4 S 1 01 ; Information Receiver City, State, ZIP Code
   ${rejection('Information Receiver')}
   PRV S 1 01 ; Information Receiver Provider Information
  2000C S * Subscriber Level
   HL R 1 01 02 03=22 04=0|1 ; Subscriber Level
   TRN S 3 01=1|2 02 03 ; Subscriber Trace Number
   2100C R 1 Subscriber Name
    NM1 R 1 01=IL 02=1|2 08?=II|MI ; Subscriber Name
    REF S 9 01=${memberReferences} 02 ; Subscriber Additional Identification
    N3 S 1 01 ; Subscriber Address
    N4 S 1 01 ; Subscriber City, State, ZIP Code
    ${rejection('Subscriber')}
    PRV S 1 01 ; Provider Information
    DMG S 1 01?=D8 03?=F|M|U ; Subscriber Demographic Information
    INS S 1 01=N|Y 02=${relationships} ; Subscriber Relationship
    HI S 1 01 ; Subscriber Health Care Diagnosis Code
    DTP S 9 01 02=D8|RD8 03 ; Subscriber Date
    MPI S 1 01 02 03 ; Subscriber Military Personnel Information
${benefits('C', '    ')}
   2000D S * Dependent Level
    HL R 1 01 02 03=23 04=0 ; Dependent Level
    TRN S 3 01=1|2 02 03 ; Dependent Trace Number
    2100D R 1 Dependent Name
     NM1 R 1 01=03 02=1 ; Dependent Name
     REF S 9 01=${memberReferences} 02 ; Dependent Additional Identification
     N3 S 1 01 ; Dependent Address
     N4 S 1 01 ; Dependent City, State, ZIP Code
     ${rejection('Dependent')}
     PRV S 1 01 ; Provider Information
     DMG S 1 01?=D8 03?=F|M|U ; Dependent Demographic Information
     INS S 1 01=N|Y 02=${relationships} ; Dependent Relationship
     HI S 1 01 ; Dependent Health Care Diagnosis Code
     DTP S 9 01 02=D8|RD8 03 ; Dependent Date
     MPI S 1 01 02 03 ; Dependent Military Personnel Information
${benefits('D', '     ')}
SE S 1 01 02 ; Transaction Set Trailer
`
