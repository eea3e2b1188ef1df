const reasons =
  '50|51|72|90|AH|AM|AP|B2|B3|BD|BN|C5|CR|CS|CT|CV|CW|DM|E3|FB|FC|GO|HM|IP|IR|IS|J1|L3|L6|LE|LS|OA|OB|PI|PL|RA|RE|SL|TL|WO|WU'

/**
 * Remittance advice, 005010X221A1: loops and segments in their order, with usage (R required, S situational), repeats, required elements
 * and codes. Made from the maps of pyx12 (BSD licence, see NOTICE); code lists completed from the guide.
 */
export const remittanceTable = `
ST R 1 01=835 02 ; Transaction Set Header
BPR R 1 01=C|D|H|I|P|U|X 02 03=C|D 04=ACH|BOP|CHK|FWT|NON 05?=CCP|CTX 06?=01|04 08?=DA 12?=01|04 14?=DA|SG 16 ; Financial Information
TRN R 1 01=1 02 03 ; Reassociation Trace Number
CUR S 1 01=PR 02 ; Foreign Currency Information
REF S 1 01=EV 02 ; Receiver Identification
REF S 1 01=F2 02 ; Version Identification
DTM S 1 01=405 02 ; Production Date
1000A R 1 Payer Identification
 N1 R 1 01=PR 02 03?=XV ; Payer Identification
 N3 R 1 01 ; Payer Address
 N4 R 1 01 ; Payer City, State, ZIP Code
 REF S 4 01=2U|EO|HI|NF 02 ; Additional Payer Identification
 PER S 1 01=CX 03?=EM|FX|TE 05?=EM|EX|FX|TE 07?=EX ; Payer Business Contact Information
 PER R * 01=BL 03?=EM|TE|UR 05?=EM|EX|FX|TE|UR 07?=EM|EX|FX|UR ; Payer Technical Contact Information
 PER S 1 01=IC 03=UR 04 ; Payer WEB Site
1000B R 1 Payee Identification
 N1 R 1 01=PE 02 03=FI|XV|XX 04 ; Payee Identification
 N3 S 1 01 ; Payee Address
 N4 S 1 01 ; Payee City, State, ZIP Code
 REF S * 01=0B|D3|PQ|TJ 02 ; Payee Additional Identification
 RDM S 1 01=BM|EM|FT|OL ; Remittance Delivery Method
2000 S * Header Number
 LX R 1 01 ; Header Number
 TS3 S 1 01 02 03 04 05 ; Provider Summary Information
 TS2 S 1 ; Provider Supplemental Summary Information
 2100 R * Claim Payment Information
  CLP R 1 01 02=1|19|2|20|21|22|23|25|3|4 03 04 06=12|13|14|15|16|17|AM|CH|DS|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ 07 ; Claim Payment Information
  CAS S 99 01=CO|OA|PI|PR 02 03 ; Claim Adjustment
  NM1 R 1 01=QC 02=1 08?=34|HN|II|MI|MR ; Patient Name
  NM1 S 1 01=IL 02=1|2 08=FI|II|MI 09 ; Insured Name
  NM1 S 1 01=74 02=1|2 08?=C ; Corrected Patient/Insured Name
  NM1 S 1 01=82 02=1|2 08=BD|BS|FI|MC|PC|SL|UP|XX 09 ; Service Provider Name
  NM1 S 1 01=TT 02=2 03 08=AD|FI|NI|PI|PP|XV 09 ; Crossover Carrier Name
  NM1 S 1 01=PR 02=2 03 08=AD|FI|NI|PI|PP|XV 09 ; Corrected Priority Payer Name
  NM1 S 1 01=GB 02=1|2 08?=FI|II|MI ; Other Subscriber Name
  MIA S 1 01 ; Inpatient Adjudication Information
  MOA S 1 ; Outpatient Adjudication Information
  REF S 5 01=1L|1W|28|6P|9A|9C|BB|CE|EA|F8|G1|G3|IG|SY 02 ; Other Claim Related Identification
  REF S 10 01=0B|1A|1B|1C|1D|1G|1H|1J|D3|G2|LU 02 ; Rendering Provider Identification
  DTM S 2 01=232|233 02 ; Statement From or To Date
  DTM S 1 01=036 02 ; Coverage Expiration Date
  DTM S 1 01=050 02 ; Claim Received Date
  PER S 2 01=CX 03=EM|FX|TE 04 05?=EM|EX|FX|TE 07?=EX ; Claim Contact Information
  AMT S 13 01=AU|D8|DY|F5|I|NL|T|T2|ZK|ZL|ZM|ZN|ZO 02 ; Claim Supplemental Information
  QTY S 14 01=CA|CD|LA|LE|NE|NR|OU|PS|VS|ZK|ZL|ZM|ZN|ZO 02 ; Claim Supplemental Information Quantity
  2110 S 999 Service Payment Information
   SVC R 1 01=AD|ER|HC|HP|IV|N4|N6|NU|UI|WK 02 03 06?=AD|ER|HC|HP|IV|N4|NU|WK ; Service Payment Information
   DTM S 2 01=150|151|472 02 ; Service Date
   CAS S 99 01=CO|OA|PI|PR 02 03 ; Service Adjustment
   REF S 8 01=1S|APC|BB|E9|G1|G3|LU|RB 02 ; Service Identification
   REF S 1 01=6R 02 ; Line Item Control Number
   REF S 10 01=0B|1A|1B|1C|1D|1G|1H|1J|D3|G2|HPI|SY|TJ 02 ; Rendering Provider Information
   REF S 5 01=0K 02 ; HealthCare Policy Identification
   AMT S 9 01=B6|KH|T|T2|ZK|ZL|ZM|ZN|ZO 02 ; Service Supplemental Amount
   QTY S 6 01=ZK|ZL|ZM|ZN|ZO 02 ; Service Supplemental Quantity
   LQ S 99 01=HE|RX 02 ; Health Care Remark Codes
PLB S * 01 02 03=${reasons} 04 05?=${reasons} 07?=${reasons} 09?=${reasons} 11?=${reasons} 13?=${reasons} ; Provider Adjustment
SE S 1 01 02 ; Transaction Set Trailer
`
