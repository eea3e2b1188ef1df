/**
 * Professional claims, 005010X222A1: loops and segments in their order, with usage (R required, S situational), repeats, required elements
 * and codes. Made from the maps of pyx12 (BSD licence, see NOTICE); code lists completed from the guide.
 */
export const professionalClaimTable = `
ST R 1 01=837 02 ; Transaction Set Header
BHT R 1 01=0019 02=00|18 03 04 05 06=31|CH|RP ; Beginning of Hierarchical Transaction
1000A R 1 Submitter Name
 NM1 R 1 01=41 02=1|2 03 08=46 09 ; Submitter Name
 PER R 2 01=IC 03=ED|EM|FX|TE 04 05?=ED|EM|EX|FX|TE 07?=ED|EM|EX|FX|TE ; Submitter EDI Contact Information
1000B R 1 Receiver Name
 NM1 R 1 01=40 02=2 03 08=46 09 ; Receiver Name
2000A R * Billing Provider Hierarchical Level
 HL R 1 01 03=20 04=1 ; Billing Provider Hierarchical Level
 PRV S 1 01=BI 02=PXC 03 ; Billing Provider Specialty Information
 CUR S 1 01=85 02 ; Foreign Currency Information
 2010AA R 1 Billing Provider Name
  NM1 R 1 01=85 02=1|2 03 08?=XX ; Billing Provider Name
  N3 R 1 01 ; Billing Provider Address
  N4 R 1 01 ; Billing Provider City, State, ZIP Code
  REF R 1 01=EI|SY 02 ; Billing Provider Tax Identification
  REF S 2 01=0B|1G 02 ; Billing Provider UPIN/License Information
  PER S 2 01=IC 03=EM|FX|TE 04 05?=EM|EX|FX|TE 07?=EM|EX|FX|TE ; Billing Provider Contact Information
 2010AB S 1 Pay-to Address Name
  NM1 R 1 01=87 02=1|2 03! 08! 09! ; Pay-to Address Name
  N3 R 1 01 ; Pay-to Address - ADDRESS
  N4 R 1 01 ; Pay-To Address City, State, ZIP Code
 2010AC S 1 Pay-To Plan Name
  NM1 R 1 01=PE 02=2 03 08=PI|XV 09 ; Pay-To Plan Name
  N3 R 1 01 ; Pay-to Plan Address
  N4 R 1 01 ; Pay-To Plan City, State, ZIP Code
  REF S 1 01=2U|FY|NF 02 ; Pay-to Plan Secondary Identification
  REF R 1 01=EI 02 ; Pay-To Plan Tax Identification Number
 2000B R * Subscriber Hierarchical Level
  HL R 1 01 02 03=22 04=0|1 ; Subscriber Hierarchical Level
  SBR R 1 01=A|B|C|D|E|F|G|H|P|S|T|U 02?=18 05?=12|13|14|15|16|41|42|43|47 06! 07! 08! 09=11|12|13|14|15|16|17|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ ; Subscriber Information
  PAT S 1 05?=D8 07?=01 09?=Y ; Patient Information
  2010BA R 1 Subscriber Name
   NM1 R 1 01=IL 02=1|2 03 08=II|MI 09 ; Subscriber Name
   N3 S 1 01 ; Subscriber Address
   N4 S 1 01 ; Subscriber City, State, ZIP Code
   DMG S 1 01=D8 02 03=F|M|U ; Subscriber Demographic Information
   REF S 1 01=SY 02 ; Subscriber Secondary Identification
   REF S 1 01=Y4 02 ; Property and Casualty Claim Number
   PER S 1 01=IC 03=TE 04 05?=EX ; Property and Casualty Subscriber Contact Info
  2010BB R 1 Payer Name
   NM1 R 1 01=PR 02=2 03 08=PI|XV 09 ; Payer Name
   N3 S 1 01 ; Payer Address
   N4 S 1 01 ; Payer City, State, ZIP Code
   REF S 3 01=2U|EI|FY|NF 02 ; Payer Secondary Identification
   REF S 2 01=G2|LU 02 ; Billing Provider Secondary Identification
  2300 S 100 Claim Information
   CLM R 1 01 02 03! 04! 05-2=B 06=N|Y 07=A|B|C 08=N|W|Y 09=I|Y 10?=P 12?=02|03|05|09 20?=1|2|3|4|5|6|7|8|9|10|11|15 ; Claim Information
   DTP S 1 01=431 02=D8 03 ; Date - Onset of Current Illness or Symptom
   DTP S 1 01=454 02=D8 03 ; Date - Initial Treatment Date
   DTP S 1 01=304 02=D8 03 ; Date - Last Seen Date
   DTP S 1 01=453 02=D8 03 ; Date - Acute Manifestation
   DTP S 1 01=439 02=D8 03 ; Date - Accident
   DTP S 1 01=484 02=D8 03 ; Date - Last Menstrual Period
   DTP S 1 01=455 02=D8 03 ; Date - Last X-ray Date
   DTP S 1 01=471 02=D8 03 ; Date - Hearing and Vision Prescription Date
   DTP S 1 01=314|360|361 02=D8|RD8 03 ; Date - Disability Dates
   DTP S 1 01=297 02=D8 03 ; Date - Last Worked
   DTP S 1 01=296 02=D8 03 ; Date - Authorized Return to Work
   DTP S 1 01=435 02=D8 03 ; Date - Admission
   DTP S 1 01=096 02=D8 03 ; Date - Discharge
   DTP S 2 01=090|091 02=D8 03 ; Date - Assumed and Relinquished Care Dates
   DTP S 1 01=444 02=D8 03 ; Date - Property and Casualty Date of First Co
   DTP S 1 01=050 02=D8 03 ; Date - Repricer Received Date
   PWK S 10 01=03|04|05|06|07|08|09|10|11|13|15|21|A3|A4|AM|AS|B2|B3|B4|BR|BS|BT|CB|CK|CT|D2|DA|DB|DG|DJ|DS|EB|HC|HR|I5|IR|LA|M1|MT|NN|OB|OC|OD|OE|OX|OZ|P4|P5|PE|PN|PO|PQ|PY|PZ|RB|RR|RT|RX|SG|V5|XP 02=AA|BM|EL|EM|FT|FX 05?=AC ; Claim Supplemental Information
   CN1 S 1 01=01|02|03|04|05|06|09 ; Contract Information
   AMT S 1 01=F5 02 ; Patient Amount Paid
   REF S 1 01=4N 02 ; Service Authorization Exception Code
   REF S 1 01=F5 02 ; Mandatory Medicare (Section 4081) Crossover I
   REF S 1 01=EW 02 ; Mammography Certification Number
   REF S 1 01=9F 02 ; Referral Number
   REF S 1 01=G1 02 ; Prior Authorization
   REF S 1 01=F8 02 ; Payer Claim Control Number
   REF S 1 01=X4 02 ; Clinical Laboratory Improvement Amendment (CL
   REF S 1 01=9A 02 ; Repriced Claim Number
   REF S 1 01=9C 02 ; Adjusted Repriced Claim Number
   REF S 1 01=LX 02 ; Investigational Device Exemption Number
   REF S 1 01=D9 02 ; Claim Identifier For Transmission Intermediar
   REF S 1 01=EA 02 ; Medical Record Number
   REF S 1 01=P4 02 ; Demonstration Project Identifier
   REF S 1 01=1J 02 ; Care Plan Oversight
   K3 S 10 01 ; File Information
   NTE S 1 01=ADD|CER|DCP|DGN|TPO 02 ; Claim Note
   CR1 S 1 01?=LB 04=A|B|C|D|E 05=DH 06 ; Ambulance Transport Information
   CR2 S 1 08=A|C|D|E|F|G|M ; Spinal Manipulation Service Information
   CRC S 3 01=07 02=N|Y 03=01|04|05|06|07|08|09|12 04?=01|04|05|06|07|08|09|12 05?=01|04|05|06|07|08|09|12 06?=01|04|05|06|07|08|09|12 07?=01|04|05|06|07|08|09|12 ; Ambulance Certification
   CRC S 3 01=E1|E2|E3 02=N|Y 03=L1|L2|L3|L4|L5 04?=L1|L2|L3|L4|L5 05?=L1|L2|L3|L4|L5 06?=L1|L2|L3|L4|L5 07?=L1|L2|L3|L4|L5 ; Patient Condition Information: Vision
   CRC S 1 01=75 02=Y 03=IH ; Homebound Indicator
   CRC S 1 01=ZZ 02=N|Y 03=AV|NU|S2|ST 04?=AV|NU|S2|ST 05?=AV|NU|S2|ST ; EPSDT Referral
   HI R 1 01=ABK|BK 02?=ABF|BF 03?=ABF|BF 04?=ABF|BF 05?=ABF|BF 06?=ABF|BF 07?=ABF|BF 08?=ABF|BF 09?=ABF|BF 10?=ABF|BF 11?=ABF|BF 12?=ABF|BF ; Health Care Diagnosis Code
   HI S 1 01=BP 02?=BO ; Anesthesia Related Procedure
   HI S 2 01=BG 02?=BG 03?=BG 04?=BG 05?=BG 06?=BG 07?=BG 08?=BG 09?=BG 10?=BG 11?=BG 12?=BG ; Condition Information
   HCP S 1 01 02 13?=T1|T2|T3|T4|T5|T6 14?=1|2|3|4|5 15?=1|2|3|4|5|6 ; Claim Pricing/Repricing Information
   2310A S 2 Referring Provider Name
    NM1 R 1 01=DN|P3 02=1 03 08?=XX ; Referring Provider Name
    REF S 3 01=0B|1G|G2 02 ; Referring Provider Secondary Identification
   2310B S 1 Rendering Provider Name
    NM1 R 1 01=82 02=1|2 03 08?=XX ; Rendering Provider Name
    PRV S 1 01=PE 02=PXC 03 ; Rendering Provider Specialty Information
    REF S 4 01=0B|1G|G2|LU 02 ; Rendering Provider Secondary Identification
   2310C S 1 Service Facility Location Name
    NM1 R 1 01=77 02=2 03 08?=XX ; Service Facility Location Name
    N3 R 1 01 ; Service Facility Location Address
    N4 R 1 01 ; Service Facility Location City, State, ZIP Co
    REF S 3 01=0B|G2|LU 02 ; Service Facility Location Secondary Identific
    PER S 1 01=IC 03=TE 04 05?=EX ; Service Facility Contact Information
   2310D S 1 Supervising Provider Name
    NM1 R 1 01=DQ 02=1 03 08?=XX ; Supervising Provider Name
    REF S 4 01=0B|1G|G2|LU 02 ; Supervising Provider Secondary Identification
   2310E S 1 Ambulance Pick-up Location
    NM1 R 1 01=PW 02=2 ; Ambulance Pick-up Location
    N3 R 1 01 ; Ambulance Pick-up Location Address
    N4 R 1 01 ; Ambulance Pick-up Location City, State, ZIP C
   2310F S 1 Ambulance Drop-off Location
    NM1 R 1 01=45 02=2 ; Ambulance Drop-off Location
    N3 R 1 01 ; Ambulance Drop-off Location Address
    N4 R 1 01 ; Ambulance Drop-off Location City, State, ZIP 
   2320 S 10 Other Subscriber Information
    SBR R 1 01=A|B|C|D|E|F|G|H|P|S|T|U 02=01|18|19|20|21|39|40|53|G8 05?=12|13|14|15|16|41|42|43|47 06! 07! 08! 09=11|12|13|14|15|16|17|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ ; Other Subscriber Information
    CAS S 5 01=CO|CR|OA|PI|PR 02 03 ; Claim Level Adjustments
    AMT S 1 01=D 02 ; Coordination of Benefits (COB) Payer Paid Amo
    AMT S 1 01=A8 02 ; Coordination of Benefits (COB) Total Non-Cove
    AMT S 1 01=EAF 02 ; Remaining Patient Liability
    OI R 1 03=N|W|Y 04?=P 06=I|Y ; Other Insurance Coverage Information
    MOA S 1 ; Outpatient Adjudication Information
    2330A R 1 Other Subscriber Name
     NM1 R 1 01=IL 02=1|2 03 08=II|MI 09 ; Other Subscriber Name
     N3 S 1 01 ; Other Subscriber Address
     N4 S 1 01 ; Other Subscriber City, State, ZIP Code
     REF S 1 01=SY 02 ; Other Subscriber Secondary Identification
    2330B R 1 Other Payer Name
     NM1 R 1 01=PR 02=2 03 08=PI|XV 09 ; Other Payer Name
     N3 S 1 01 ; Other Payer Address
     N4 S 1 01 ; Other Payer City, State, ZIP Code
     DTP S 1 01=573 02=D8 03 ; Claim Check or Remittance Date
     REF S 2 01=2U|EI|FY|NF 02 ; Other Payer Secondary Identifier
     REF S 1 01=G1 02 ; Other Payer Prior Authorization Number
     REF S 1 01=9F 02 ; Other Payer Referral Number
     REF S 1 01=T4 02 ; Other Payer Claim Adjustment Indicator
     REF S 1 01=F8 02 ; Other Payer Claim Control Number
    2330C S 2 Other Payer Referring Provider
     NM1 R 1 01=DN|P3 02=1 ; Other Payer Referring Provider
     REF R 3 01=0B|1G|G2 02 ; Other Payer Referring Provider Secondary Iden
    2330D S 1 Other Payer Rendering Provider
     NM1 R 1 01=82 02=1|2 ; Other Payer Rendering Provider
     REF R 3 01=0B|1G|G2|LU 02 ; Other Payer Rendering Provider Secondary Iden
    2330E S 1 Other Payer Service Facility Location
     NM1 R 1 01=77 02=2 ; Other Payer Service Facility Location
     REF R 3 01=0B|G2|LU 02 ; Other Payer Service Facility Location Seconda
    2330F S 1 Other Payer Supervising Provider
     NM1 R 1 01=DQ 02=1 ; Other Payer Supervising Provider
     REF R 3 01=0B|1G|G2|LU 02 ; Other Payer Supervising Provider Secondary Id
    2330G S 1 Other Payer Billing Provider
     NM1 R 1 01=85 02=1|2 ; Other Payer Billing Provider
     REF R 2 01=G2|LU 02 ; Other Payer Billing Provider Secondary Identi
   2400 R 50 Service Line Number
    LX R 1 01 ; Service Line Number
    SV1 R 1 01=ER|HC|IV|WK 02 03=MJ|UN 04 06! 07 08! 09?=Y 10! 11?=Y 12?=Y 15?=0 ; Professional Service
    SV5 S 1 01=HC 02=DA 03 04 05 06=1|4|6 ; Durable Medical Equipment Service
    PWK S 10 01=03|04|05|06|07|08|09|10|11|13|15|21|A3|A4|AM|AS|B2|B3|B4|BR|BS|BT|CB|CK|D2|DA|DB|DG|DJ|DS|EB|HC|HR|I5|IR|LA|M1|MT|NN|OB|OC|OD|OE|OX|OZ|P4|P5|PE|PN|PO|PQ|PY|PZ|RB|RR|RT|RX|SG|V5|XP 02=AA|BM|EL|EM|FT|FX 05?=AC ; Line Supplemental Information
    PWK S 1 01=CT 02 ; Durable Medical Equipment Certificate of Medi
    CR1 S 1 01?=LB 04=A|B|C|D|E 05=DH 06 ; Ambulance Transport Information
    CR3 S 1 01=I|R|S 02=MO 03 ; Durable Medical Equipment Certification
    CRC S 3 01=07 02=N|Y 03=01|04|05|06|07|08|09|12 04?=01|04|05|06|07|08|09|12 05?=01|04|05|06|07|08|09|12 06?=01|04|05|06|07|08|09|12 07?=01|04|05|06|07|08|09|12 ; Ambulance Certification
    CRC S 1 01=70 02=N|Y 03=65 ; Hospice Employee Indicator
    CRC S 1 01=09 02=N|Y 03=38|ZV 04?=38|ZV ; Condition Indicator/Durable Medical Equipment
    DTP R 1 01=472 02=D8|RD8 03 ; Date - Service Date
    DTP S 1 01=471 02=D8 03 ; Date - Prescription Date
    DTP S 1 01=607 02=D8 03 ; DATE - Certification Revision/Recertification
    DTP S 1 01=463 02=D8 03 ; Date - Begin Therapy Date
    DTP S 1 01=461 02=D8 03 ; Date - Last Certification Date
    DTP S 1 01=304 02=D8 03 ; Date - Last Seen Date
    DTP S 2 01=738|739 02=D8 03 ; Date - Test Date
    DTP S 1 01=011 02=D8 03 ; Date - Shipped Date
    DTP S 1 01=455 02=D8 03 ; Date - Last X-ray Date
    DTP S 1 01=454 02=D8 03 ; Date - Initial Treatment Date
    QTY S 1 01=PT 02 ; Ambulance Patient Count
    QTY S 1 01=FL 02 ; Obstetric Anesthesia Additional Units
    MEA S 5 01=OG|TR 02=HT|R1|R2|R3|R4 03 ; Test Result
    CN1 S 1 01=01|02|03|04|05|06|09 ; Contract Information
    REF S 1 01=9B 02 ; Repriced Line Item Reference Number
    REF S 1 01=9D 02 ; Adjusted Repriced Line Item Reference Number
    REF S 5 01=G1 02 04?=2U ; Prior Authorization
    REF S 1 01=6R 02 ; Line Item Control Number
    REF S 1 01=EW 02 ; Mammography Certification Number
    REF S 1 01=X4 02 ; Clinical Laboratory Improvement Amendment (CL
    REF S 1 01=F4 02 ; Referring Clinical Laboratory Improvement Ame
    REF S 1 01=BT 02 ; Immunization Batch Number
    REF S 5 01=9F 02 04?=2U ; Referral Number
    AMT S 1 01=T 02 ; Sales Tax Amount
    AMT S 1 01=F4 02 ; Postage Claimed Amount
    K3 S 10 01 ; File Information
    NTE S 1 01=ADD|DCP 02 ; Line Note
    NTE S 1 01=TPO 02 ; Third Party Organization Notes
    PS1 S 1 01 02 ; Purchased Service Information
    HCP S 1 01 02 09?=ER|HC|IV|WK 11?=MJ|UN 13?=T1|T2|T3|T4|T5|T6 14?=1|2|3|4|5 15?=1|2|3|4|5|6 ; Line Pricing/Repricing Information
    2410 S 1 Drug Identification
     LIN R 1 02=EN|EO|HI|N4|ON|UK|UP 03 ; Drug Identification
     CTP R 1 04 05=F2|GR|ME|ML|UN ; Drug Quantity
     REF S 1 01=VY|XZ 02 ; Prescription or Compound Drug Association Num
    2420A S 1 Rendering Provider Name
     NM1 R 1 01=82 02=1|2 03 08?=XX ; Rendering Provider Name
     PRV S 1 01=PE 02=PXC 03 ; Rendering Provider Specialty Information
     REF S 20 01=0B|1G|G2|LU 02 04?=2U ; Rendering Provider Secondary Identification
    2420B S 1 Purchased Service Provider Name
     NM1 R 1 01=QB 02=1|2 08?=XX ; Purchased Service Provider Name
     REF S 20 01=0B|1G|G2 02 04?=2U ; Purchased Service Provider Secondary Identifi
    2420C S 1 Service Facility Location Name
     NM1 R 1 01=77 02=2 03 08?=XX ; Service Facility Location Name
     N3 R 1 01 ; Service Facility Location Address
     N4 R 1 01 ; Service Facility Location City, State, ZIP Co
     REF S 3 01=G2|LU 02 04?=2U ; Service Facility Location Secondary Identific
    2420D S 1 Supervising Provider Name
     NM1 R 1 01=DQ 02=1 03 08?=XX ; Supervising Provider Name
     REF S 20 01=0B|1G|G2|LU 02 04?=2U ; Supervising Provider Secondary Identification
    2420E S 1 Ordering Provider Name
     NM1 R 1 01=DK 02=1 03 08?=XX ; Ordering Provider Name
     N3 S 1 01 ; Ordering Provider Address
     N4 S 1 01 ; Ordering Provider City, State, ZIP Code
     REF S 20 01=0B|1G|G2 02 04?=2U ; Ordering Provider Secondary Identification
     PER S 1 01=IC 03=EM|FX|TE 04 05?=EM|EX|FX|TE 07?=EM|EX|FX|TE ; Ordering Provider Contact Information
    2420F S 2 Referring Provider Name
     NM1 R 1 01=DN|P3 02=1 03 08?=XX ; Referring Provider Name
     REF S 20 01=0B|1G|G2 02 04?=2U ; Referring Provider Secondary Identification
    2420G S 1 Ambulance Pick-up Location
     NM1 R 1 01=PW 02=2 ; Ambulance Pick-up Location
     N3 R 1 01 ; Ambulance Pick-up Location Address
     N4 R 1 01 ; Ambulance Pick-up Location City, State, ZIP C
    2420H S 1 Ambulance Drop-off Location
     NM1 R 1 01=45 02=2 ; Ambulance Drop-off Location
     N3 R 1 01 ; Ambulance Drop-off Location Address
     N4 R 1 01 ; Ambulance Drop-off Location City, State, ZIP 
    2430 S 15 Line Adjudication Information
     SVD R 1 01 02 03=ER|HC|IV|WK 05 ; Line Adjudication Information
     CAS S 5 01=CO|CR|OA|PI|PR 02 03 ; Line Adjustment
     DTP R 1 01=573 02=D8 03 ; Line Check or Remittance Date
     AMT S 1 01=EAF 02 ; Remaining Patient Liability
    2440 S * Form Identification Code
     LQ R 1 01=AS|UT 02 ; Form Identification Code
     FRM R 99 01 02?=N|W|Y ; Supporting Documentation
  2000C S * Patient Hierarchical Level
   HL R 1 01 02 03=23 04=0 ; Patient Hierarchical Level
   PAT R 1 01=01|19|20|21|39|40|53|G8 05?=D8 07?=01 09?=Y ; Patient Information
   2010CA R 1 Patient Name
    NM1 R 1 01=QC 02=1 03 08! 09! ; Patient Name
    N3 R 1 01 ; Patient Address
    N4 R 1 01 ; Patient City, State, ZIP Code
    DMG R 1 01=D8 02 03=F|M|U ; Patient Demographic Information
    REF S 1 01=Y4 02 ; Property and Casualty Claim Number
    REF S 1 01=1W|SY 02 ; Property and Casualty Patient Identifier
    PER S 1 01=IC 03=TE 04 05?=EX ; Property and Casualty Patient Contact Informa
   @2300
SE S 1 01 02 ; Transaction Set Trailer
`
