/** Claim acknowledgement, 005010X214. Written from the guide. */
export const claimAcknowledgementTable = `
ST R 1 01=277 02 03 ; Transaction Set Header
BHT R 1 01=0085 02=08 03 04 05 06=TH ; Beginning of Hierarchical Transaction
2000A R * Information Source Level
 HL R 1 01 03=20 04?=0|1 ; Information Source Level
 2100A R 1 Information Source Name
  NM1 R 1 01=AY|PR 02=2 03 08=46|FI|PI|XV 09 ; Information Source Name
 2200A R 1 Transmission Receipt Control Identifier
  TRN R 1 01=1 02 ; Transmission Receipt Control Identifier
  DTP R 1 01=050 02=D8 03 ; Information Source Receipt Date
  DTP R 1 01=009 02=D8 03 ; Information Source Process Date
 2000B R * Information Receiver Level
  HL R 1 01 02 03=21 04?=0|1 ; Information Receiver Level
  2100B R 1 Information Receiver Name
   NM1 R 1 01=41 02=1|2 03 08=46|FI|XX 09 ; Information Receiver Name
  2200B R 1 Information Receiver Application Trace Identifier
   TRN R 1 01=2 02 ; Information Receiver Application Trace Identifier
   STC R * 01 02 03=U|WQ 04 ; Information Receiver Status Information
   QTY S 1 01=90 02 ; Total Accepted Quantity
   QTY S 1 01=AA 02 ; Total Rejected Quantity
   AMT S 1 01=YU 02 ; Total Accepted Amount
   AMT S 1 01=YY 02 ; Total Rejected Amount
  2000C S * Billing Provider of Service Level
   HL R 1 01 02 03=19 04?=0|1 ; Billing Provider of Service Level
   2100C R 1 Billing Provider Name
    NM1 R 1 01=85 02=1|2 08=FI|XX 09 ; Billing Provider Name
   2200C S 1 Provider of Service Information Trace Identifier
    TRN R 1 01=1|2 02 ; Provider of Service Information Trace Identifier
    STC S * 01 02 03=U|WQ 04? ; Billing Provider Status Information
    REF S 3 01=0B|1G|EI|G2|LU|SY|TJ 02 ; Provider Secondary Identifier
    QTY S 1 01=QA 02 ; Total Accepted Quantity
    QTY S 1 01=QC 02 ; Total Rejected Quantity
    AMT S 1 01=YU 02 ; Total Accepted Amount
    AMT S 1 01=YY 02 ; Total Rejected Amount
   2000D S * Patient Level
    HL R 1 01 02 03=PT 04?=0 ; Patient Level
    2100D R 1 Patient Name
     NM1 R 1 01=QC 02=1|2 03 08?=II|MI 09? ; Patient Name
    2200D R * Claim Status Tracking Number
     TRN R 1 01=2 02 ; Claim Status Tracking Number
     STC R * 01 02 03=U|WQ 04 ; Claim Level Status Information
     REF S 1 01=1K 02 ; Payer Claim Control Number
     REF S 1 01=D9 02 ; Claim Identifier For Transmission Intermediaries
     REF S 1 01=BLT 02 ; Institutional Bill Type Identification
     DTP S 1 01=472 02=D8|RD8 03 ; Claim Level Service Date
     2220D S * Service Line Information
      SVC R 1 01=AD|ER|HC|HP|IV|N4|NU|WK 02 07? ; Service Line Information
      STC R * 01 02 03=U|WQ 04? ; Service Line Level Status Information
      REF S 1 01=FJ 02 ; Service Line Item Identification
      REF S 1 01=XZ 02 ; Pharmacy Prescription Number
      DTP S 1 01=472 02=D8|RD8 03 ; Service Line Date
SE S 1 01 02 ; Transaction Set Trailer
`
