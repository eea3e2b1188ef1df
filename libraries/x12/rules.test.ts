import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding, FindingCode, Severity } from './finding.ts'
import { findingCodes, readX12 } from './index.ts'

// The rules of the guides, one by one: what is broken in a valid file, and what is said of it where. A finding stands
// for itself: nothing else may be wrong with the broken file, unless the row says so.

const bases = {
  claims: 'claims-with-dependent-and-other-payer',
  payment: 'remittance-with-reversal-and-interest',
  nothing: 'payment-of-nothing',
  withheld: 'payer-withholds-overpayment',
  acknowledged: 'claims-acknowledged',
  answered: 'acknowledged',
  interchange: 'interchange-acknowledged',
  inquiry: 'eligibility-inquiry',
  benefits: 'eligibility-answer',
  status: 'status-answer',
} as const

type Edit = [from: string | RegExp, to: string]
type Row = {
  rule: string
  base: keyof typeof bases
  edit: Edit | Edit[]
  code: FindingCode
  segment?: string
  element?: number
  component?: number
  claim?: string
  severity?: Severity
  /** What else the same fault breaks. */
  also?: FindingCode[]
}

const row = (
  base: Row['base'],
  rule: string,
  edit: Row['edit'],
  code: FindingCode,
  at = '',
  more: Partial<Row> = {},
) => {
  const [, segment = '', element, component] = /^([A-Z0-9]{2,3}?)(\d\d)?(?:-(\d))?$/.exec(at) ?? []
  const place = {
    ...(segment === '' ? {} : { segment }),
    ...(element === undefined ? {} : { element: Number(element) }),
    ...(component === undefined ? {} : { component: Number(component) }),
  }
  return { rule, base, edit, code, ...place, ...more } satisfies Row
}

const gone = (segment: RegExp): Edit => [segment, '']

const envelope: Row[] = [
  row('claims', 'ISA13 = IEA02', ['IEA*1*000000417', 'IEA*1*000000418'], 'isa_control_number', 'IEA02'),
  row('claims', 'IEA01 counts groups', ['IEA*1*', 'IEA*2*'], 'iea_count', 'IEA01'),
  row('claims', 'GS06 = GE02', ['GE*1*417', 'GE*1*418'], 'gs_control_number', 'GE02'),
  row('claims', 'GE01 counts sets', ['GE*1*', 'GE*2*'], 'ge_count', 'GE01'),
  row('claims', 'ST02 = SE02', [/SE\*61\*0001/, 'SE*61*0002'], 'st_control_number', 'SE02'),
  row('claims', 'SE01 counts segments', ['SE*61*', 'SE*62*'], 'se_count', 'SE01'),
  row('claims', 'GS01 is HC for an 837', ['GS*HC', 'GS*HP'], 'functional_code', 'ST01'),
  row('payment', 'GS01 is HP for an 835', ['GS*HP', 'GS*HC'], 'functional_code', 'ST01'),
  row('claims', 'GS08 = ST03', ['ST*837*0001*005010X222A1', 'ST*837*0001*005010X222A2'], 'version_mismatch', 'ST03'),
  row('claims', 'ISA15 is P or T', ['*0*T*:', '*0*X*:'], 'bad_code', 'ISA15'),
  row('claims', 'ISA09 is a day', ['*260415*0930*^', '*261315*0930*^'], 'bad_date', 'ISA09'),
  row('claims', 'ISA10 is a time', ['*260415*0930*^', '*260415*2530*^'], 'bad_time', 'ISA10'),
  row('claims', 'GS04 is a day', ['*20260415*0930*417*X', '*20260431*0930*417*X'], 'bad_date', 'GS04'),
  row('claims', 'a file of an institution is not read', [/005010X222A1/g, '005010X223A2'], 'unsupported_set', 'ST01'),
  row('claims', 'nor one of dentists', [/005010X222A1/g, '005010X224A2'], 'unsupported_set', 'ST01'),
  row('interchange', 'TA104 is A, E or R', ['*A*000', '*B*000'], 'bad_code', 'TA104', { also: ['status_response'] }),
  row('interchange', 'TA105 is 000 to 031', ['*A*000', '*R*032'], 'bad_code', 'TA105'),
  row('interchange', 'TA104 A goes with 000', ['*A*000', '*A*005'], 'status_response', 'TA105'),
  row('interchange', 'TA104 R goes with a reason', ['*A*000', '*R*000'], 'status_response', 'TA105'),
  row('interchange', 'TA102 is a day', ['*260415*0900*A', '*269915*0900*A'], 'bad_date', 'TA102'),
]

const payments: Row[] = [
  row('payment', 'no exponent', ['*305*190.9*', '*305*1909e-1*'], 'bad_amount', 'CLP04'),
  row('payment', 'no comma', ['*305*190.9*', '*305*190,9*'], 'bad_amount', 'CLP04'),
  row('payment', 'no plus', ['*305*190.9*', '*305*+190.9*'], 'bad_amount', 'CLP04'),
  row('payment', 'at most two decimals', ['*305*190.9*', '*305*190.900*'], 'bad_amount', 'CLP04'),
  row('payment', 'B1 line', ['*185*110.9**1', '*185*110.8**1'], 'line_balance', 'SVC03', {
    claim: 'LK-1001',
    also: ['claim_lines'],
  }),
  row('payment', 'B2 claim', ['*1*305*190.9*', '*1*305*191.9*'], 'claim_balance', 'CLP04', {
    claim: 'LK-1001',
    also: ['payment_balance', 'claim_lines'],
  }),
  row('payment', 'B4 payment', ['BPR*I*213.4*', 'BPR*I*213.5*'], 'payment_balance', 'BPR02'),
  row('payment', 'B5 what the patient owes', ['*190.9*40*12', '*190.9*41*12'], 'patient_responsibility', 'CLP05'),
  row('payment', 'B5 nothing owed is not said', ['*185*0**12', '*185*0*0*12'], 'patient_responsibility', 'CLP05', {
    severity: 'warning',
  }),
  row('payment', 'B5 what is owed is not left out', ['*190.9*40*12', '*190.9**12'], 'patient_responsibility', 'CLP05', {
    severity: 'warning',
  }),
  row('payment', 'B6 interest', ['AMT*I*2.5', 'AMT*I*2.6'], 'interest', 'BPR02', { severity: 'warning' }),
  row('withheld', 'PLB of nothing', ['*FB:NEXT*10', '*FB:NEXT*10*72:X*0'], 'zero_adjustment', 'PLB08', {
    severity: 'warning',
  }),
  row('payment', 'R1 a reversal takes back', ['*22*-150*-70*', '*22*150*-70*'], 'reversal_sign', 'CLP03', {
    also: ['claim_balance', 'claim_lines'],
  }),
  row(
    'payment',
    'R1 and so do its lines',
    [
      ['SVC*HC:90834*-150*-70**-1', 'SVC*HC:90834*-150*70**-1'],
      ['CAS*CO*45*-50~', 'CAS*CO*45*-190~'],
      ['CLP*LK-0900*22*-150*-70*', 'CLP*LK-0900*22*-150*-70*'],
    ],
    'reversal_sign',
    'SVC03',
    { also: ['claim_balance', 'claim_lines'] },
  ),
  row('payment', 'R1 CLP05 is absent in it', ['*-150*-70**12', '*-150*-70*-30*12'], 'patient_responsibility', 'CLP05', {
    severity: 'warning',
  }),
  row('payment', 'R1 no CR in CAS01', ['CAS*CO*45*-50', 'CAS*CR*45*-50'], 'bad_code', 'CAS01'),
  row('payment', 'R1 the correction follows', [/CLP\*LK-0900\*1\*/, 'CLP*LK-0901*1*'], 'reversal_unpaired', 'CLP01', {
    severity: 'warning',
  }),
  row('payment', 'P1 a payment is not below nothing', ['BPR*I*213.4*', 'BPR*I*-213.4*'], 'negative_payment', 'BPR02', {
    also: ['payment_balance'],
  }),
  row('nothing', 'P1 nothing is NON', ['BPR*H*0*C*NON', 'BPR*H*0*C*CHK'], 'payment_handling', 'BPR04'),
  row('nothing', 'P1 and H', ['BPR*H*0*C*NON', 'BPR*I*0*C*NON'], 'payment_handling', 'BPR01', { severity: 'warning' }),
  row('withheld', 'P1 something is not NON', ['*60*C*CHK*', '*60*C*NON*'], 'payment_handling', 'BPR04'),
  row('payment', 'P1 BPR01', ['BPR*I*', 'BPR*Q*'], 'bad_code', 'BPR01'),
  row('payment', 'P1 BPR03', ['*213.4*C*', '*213.4*E*'], 'bad_code', 'BPR03'),
  row('payment', 'P1 BPR04', ['*C*ACH*', '*C*XYZ*'], 'bad_code', 'BPR04'),
  row('payment', 'P1 BPR05 for ACH', ['*ACH*CCP*', '*ACH**'], 'payment_accounts', 'BPR05'),
  row('payment', 'P1 BPR06 and 07', ['*CCP*01*011000015*DA', '*CCP*01**DA'], 'incomplete_pair', 'BPR07', {
    also: ['payment_accounts'],
  }),
  row('payment', 'P1 BPR12 and 13', ['**01*011000138*', '***011000138*'], 'incomplete_pair', 'BPR12', {
    also: ['payment_accounts'],
  }),
  row('withheld', 'P1 BPR08 needs 09', ['*CHK************', '*CHK****DA********'], 'incomplete_pair', 'BPR09'),
  row('withheld', 'P1 BPR14 needs 15', ['*CHK************', '*CHK**********DA**'], 'incomplete_pair', 'BPR15'),
  row('withheld', 'P1 a wire needs its accounts', ['*CHK*', '*FWT*'], 'payment_accounts', 'BPR06'),
  row('payment', 'P1 BPR16', ['*5544001*20260420', '*5544001'], 'missing_element', 'BPR16'),
  row('payment', 'P1 BPR07 check digit', ['*011000015*', '*011000016*'], 'routing_number', 'BPR07', {
    severity: 'warning',
  }),
  row('payment', 'P2 TRN02', ['TRN*1*EVG20260420-9*', 'TRN*1**'], 'missing_element', 'TRN02'),
  row('payment', 'P2 TRN03 = BPR10', ['-9*1061234567', '-9*1061234568'], 'payer_identifier', 'TRN03', {
    severity: 'warning',
  }),
  row('payment', 'P2 TRN03 is 1 and a tax number', [/1061234567/g, 'A061234567'], 'payer_identifier', 'TRN03', {
    severity: 'warning',
  }),
  row('payment', 'L1 BPR', gone(/BPR[^~]*~\n/), 'missing_segment', 'BPR'),
  row('payment', 'L1 TRN', gone(/TRN[^~]*~\n/), 'missing_segment', 'TRN'),
  row('payment', 'L1 payer', gone(/N1\*PR[^~]*~\n/), 'missing_segment', 'N1'),
  row('payment', 'L1 its street', gone(/N3\*1 CANOPY[^~]*~\n/), 'missing_segment', 'N3'),
  row('payment', 'L1 its city', gone(/N4\*HARTFORD[^~]*~\n/), 'missing_segment', 'N4'),
  row('payment', 'L1 PER*BL', gone(/PER\*BL[^~]*~\n/), 'missing_segment', 'PER'),
  row('payment', 'L1 payee', gone(/N1\*PE[^~]*~\nREF\*TJ[^~]*~\n/), 'missing_loop', 'N1'),
  row('payment', 'L1 payee qualifier', ['GROUP*XX*', 'GROUP*ZZ*'], 'bad_code', 'N103'),
  row('payment', 'L1 payee number', ['GROUP*XX*1992000004', 'GROUP*XX'], 'incomplete_pair', 'N104', {
    also: ['missing_element'],
  }),
  row('payment', 'L1 LX', gone(/LX\*1~\n/), 'missing_segment', 'LX'),
  ...[1, 2, 3, 4, 6, 7].map((element) =>
    row(
      'nothing',
      `L1 CLP0${element}`,
      [/CLP[^~]*/, without('CLP*LK-0950*4*185*0**12*EV2026041000009*10*1', element)],
      'missing_element',
      `CLP0${element}`,
      {
        ...(element === 1 ? { claim: '' } : {}),
        also: element === 3 || element === 4 ? ['claim_balance', 'claim_lines', 'payment_balance'] : [],
      },
    ),
  ),
  row('nothing', 'L1 patient', gone(/NM1\*QC[^~]*~\n/), 'missing_segment', 'NM1'),
  row(
    'payment',
    'L1 NM1 in order',
    [/(NM1\*QC\*1\*OKORO\*IFE[^~]*~\n)(NM1\*82[^~]*~\n)/, '$2$1'],
    'name_order',
    'NM101',
  ),
  row('payment', 'C1 CLP02', ['CLP*LK-1001*1*', 'CLP*LK-1001*5*'], 'bad_code', 'CLP02'),
  row('payment', 'C1 CAS01', ['CAS*CO*45*54.1', 'CAS*XX*45*54.1'], 'bad_code', 'CAS01'),
  row('payment', 'C1 CAS02 needs CAS03', ['CAS*CO*45*20~', 'CAS*CO*45*20**97~'], 'incomplete_adjustment', 'CAS06'),
  row(
    'payment',
    'C1 an amount needs its reason',
    ['CAS*CO*45*20~', 'CAS*CO*45*20***5~'],
    'incomplete_adjustment',
    'CAS05',
    {
      also: ['line_balance', 'claim_balance'],
    },
  ),
  row('payment', 'C1 not of nothing', ['CAS*CO*45*20~', 'CAS*CO*45*20**97*0~'], 'zero_adjustment', 'CAS06', {
    severity: 'warning',
  }),
  row('payment', 'C1 quantity only with it', ['CAS*CO*45*20~', 'CAS*CO*45*20****3~'], 'incomplete_adjustment', 'CAS05'),
  row('payment', 'C1 one CAS a group', ['CAS*CO*45*20~', 'CAS*CO*45*10~\nCAS*CO*97*10~'], 'repeated_group', 'CAS01', {
    severity: 'warning',
  }),
  row('payment', 'C1 SVC01-1', ['SVC*HC:90846*', 'SVC*QQ:90846*'], 'bad_code', 'SVC01-1'),
  row('payment', 'C1 DTM01', ['DTM*472*20260403', 'DTM*473*20260403'], 'bad_code', 'DTM01', {
    also: ['missing_segment'],
  }),
  row('payment', 'a line has a day', gone(/DTM\*472\*20260403~\n/), 'missing_segment', 'DTM', { claim: 'LK-1001' }),
  row('payment', 'C1 151 without 150', ['DTM*472*20260403', 'DTM*151*20260403'], 'service_dates', 'DTM01'),
  row('payment', 'C1 LQ01', ['LQ*HE*', 'LQ*XX*'], 'bad_code', 'LQ01'),
  row('payment', 'C1 PLB03-1', ['*L6:EV', '*Q6:EV'], 'bad_code', 'PLB03-1'),
  row('withheld', 'C1 PLB05-1', ['*FB:NEXT*', '*F9:NEXT*'], 'bad_code', 'PLB05-1'),
  row('withheld', 'PLB05 needs 06', ['*FB:NEXT*10', '*FB:NEXT'], 'incomplete_pair', 'PLB06', {
    also: ['payment_balance'],
  }),
  row('payment', 'C2 denied is not paid', ['CLP*LK-0900*1*', 'CLP*LK-0900*4*'], 'denied_but_paid', 'CLP04', {
    severity: 'warning',
  }),
  row('payment', 'C2 handed on to whom', ['CLP*LK-1001*1*', 'CLP*LK-1001*19*'], 'crossover_payer', 'NM101', {
    severity: 'warning',
  }),
  row('payment', 'the NPI of the payee', [/XX\*1992000004~\nREF\*TJ/, 'XX*1992000005~\nREF*TJ'], 'npi', 'N104'),
]

const claims: Row[] = [
  row('claims', 'BHT01', ['BHT*0019', 'BHT*0020'], 'bad_code', 'BHT01'),
  row('claims', 'BHT02', ['BHT*0019*00', 'BHT*0019*01'], 'bad_code', 'BHT02'),
  row('claims', 'BHT03', ['*00*LK20260415A*', '*00**'], 'missing_element', 'BHT03'),
  row('claims', 'BHT04', ['A*20260415*0930*CH', 'A*20260415*2430*CH'], 'bad_time', 'BHT05'),
  row('claims', 'BHT06', ['*0930*CH', '*0930*XX'], 'bad_code', 'BHT06'),
  row('claims', '1000A NM108', ['*****46*LAKESIDE', '*****XX*LAKESIDE'], 'bad_code', 'NM108', { also: ['npi'] }),
  row('claims', '1000A PER', gone(/PER\*IC[^~]*~\n/), 'missing_segment', 'PER'),
  row('claims', '1000B', gone(/NM1\*40[^~]*~\n/), 'missing_loop', 'NM1'),
  row('claims', '1000B is an organization', ['NM1*40*2*', 'NM1*40*1*'], 'bad_code', 'NM102'),
  row('claims', '2000A HL04 is 1', ['HL*1**20*1', 'HL*1**20*0'], 'bad_code', 'HL04', { also: ['hierarchy_child'] }),
  row('claims', '2000A taxonomy', ['*251S00000X', '*251S0000X'], 'taxonomy_code', 'PRV03'),
  row('claims', '2010AA NPI digit', ['*XX*1992000004', '*XX*1992000005'], 'npi', 'NM109'),
  row('claims', '2010AA NPI length', ['*XX*1992000004', '*XX*199200004'], 'npi', 'NM109'),
  row('claims', '2010AA some number', ['*****XX*1992000004', ''], 'missing_npi', 'NM109'),
  row('claims', '2010AA no post office box', ['N3*40 HARBOR STREET*', 'N3*PO BOX 12*'], 'street_address', 'N301'),
  row('claims', '2010AA ZIP of nine digits', ['*MA*010601234', '*MA*01060'], 'zip_code', 'N403'),
  row('claims', 'a ZIP of eight', ['*MA*010601234', '*MA*01060123'], 'zip_code', 'N403'),
  row('claims', 'a state', ['NORTHAMPTON*MA*', 'NORTHAMPTON**'], 'missing_element', 'N402'),
  row('claims', '2010AA tax number', gone(/REF\*EI[^~]*~\n/), 'missing_segment', 'REF'),
  row(
    'claims',
    '2010AA one tax number',
    ['REF*EI*043210987~', 'REF*EI*043210987~\nREF*SY*043210987~'],
    'too_many_segments',
    'REF',
  ),
  row('claims', '2010AA of nine digits', ['REF*EI*043210987', 'REF*EI*04-3210987'], 'tax_number', 'REF02'),
  row('claims', '2000B HL02', ['HL*2*1*22', 'HL*2*9*22'], 'hierarchy_parent', 'HL02'),
  row('claims', '2000B HL01', ['HL*2*1*22', 'HL*5*1*22'], 'hierarchy_number', 'HL01', {
    also: ['hierarchy_number', 'hierarchy_parent'],
  }),
  row('claims', '2000B HL04 promises a level', ['HL*2*1*22*0', 'HL*2*1*22*1'], 'hierarchy_child', 'HL04'),
  row('claims', '2000B HL04 denies one', ['HL*3*1*22*1', 'HL*3*1*22*0'], 'hierarchy_child', 'HL04'),
  row('claims', '2000B SBR01', ['SBR*P*18', 'SBR*X*18'], 'bad_code', 'SBR01'),
  row('claims', '2000B SBR02 absent though nobody else is', ['SBR*P*18*', 'SBR*P**'], 'subscriber_is_patient', 'SBR02'),
  row(
    'claims',
    '2000B SBR02 18 though another is',
    ['SBR*S**GRP8813', 'SBR*S*18*GRP8813'],
    'patient_is_dependent',
    'SBR02',
    {
      also: ['subscriber_details'],
    },
  ),
  row('claims', '2000B SBR03 or 04', ['*GRP8812**', '*GRP8812*LAKE STAFF*'], 'group_number', 'SBR04', {
    severity: 'warning',
  }),
  row('claims', '2000B SBR05 only second', ['*GRP8812******CI', '*GRP8812**12****MB'], 'secondary_reason', 'SBR05'),
  row(
    'claims',
    '2000B SBR05 only of Medicare',
    ['*GRP8813******BL', '*GRP8813**12****BL'],
    'secondary_reason',
    'SBR05',
    {
      severity: 'warning',
    },
  ),
  row(
    'claims',
    '2000B SBR05 of Medicare second',
    ['*GRP8813******BL', '*GRP8813******MB'],
    'secondary_reason',
    'SBR05',
  ),
  row('claims', '2000B SBR09', ['*GRP8812******CI', '*GRP8812'], 'missing_element', 'SBR09'),
  row('claims', '2000B SBR09 code', ['*GRP8812******CI', '*GRP8812******QQ'], 'bad_code', 'SBR09'),
  row('claims', '2010BA member number', ['***MI*KZ88120034', ''], 'missing_element', 'NM109', {
    also: ['missing_element'],
  }),
  row('claims', '2010BA N3', gone(/N3\*9 BIRCH LANE~\n/), 'subscriber_details', 'N3'),
  row('claims', '2010BA N4', gone(/N4\*AMHERST\*MA\*01002~\n/), 'subscriber_details', 'N4'),
  row('claims', '2010BA DMG', gone(/DMG\*D8\*19910722\*F~\n/), 'subscriber_details', 'DMG'),
  row('claims', '2010BA DMG03', ['19910722*F', '19910722*X'], 'bad_code', 'DMG03'),
  row('claims', '2010BA born in the future', ['DMG*D8*19910722', 'DMG*D8*20270722'], 'future_date', 'DMG02', {
    also: ['birth_date', 'birth_date'],
  }),
  row('claims', '2010BA born after the service', ['DMG*D8*19910722', 'DMG*D8*20260402'], 'birth_date', 'DTP03'),
  row('claims', '2010BB', gone(/NM1\*PR\*2\*EVERGREEN[^~]*~\n/), 'missing_loop', 'NM1'),
  row('claims', '2010BB qualifier', [/PI\*EVGRN/, 'ZZ*EVGRN'], 'bad_code', 'NM108'),
  row('claims', '2000C PAT01', ['PAT*19', 'PAT*99'], 'bad_code', 'PAT01'),
  row(
    'claims',
    '2010CA has no number',
    ['NM1*QC*1*OKORO*ADA', 'NM1*QC*1*OKORO*ADA****MI*KZ1'],
    'unused_element',
    'NM108',
    { also: ['unused_element'] },
  ),
  row('claims', '2010CA N3', gone(/(?<=ADA~\n)N3[^~]*~\n/), 'missing_segment', 'N3'),
  row('claims', '2010CA DMG', gone(/DMG\*D8\*20110305\*F~\n/), 'missing_segment', 'DMG'),
  row('claims', '2300 CLM01 of 20 characters', ['CLM*LK-1001*', 'CLM*LK-100100000000000001*'], 'too_long', 'CLM01', {
    claim: 'LK-100100000000000001',
  }),
  row('claims', '2300 CLM02 = lines', ['CLM*LK-1001*305', 'CLM*LK-1001*306'], 'claim_charge', 'CLM02'),
  row(
    'claims',
    '2300 CLM02 not below nothing',
    [
      ['CLM*LK-1001*305', 'CLM*LK-1001*-305'],
      ['*185*UN', '*-425*UN'],
    ],
    'negative_charge',
    'CLM02',
    { also: ['negative_charge'] },
  ),
  row('claims', '2300 CLM03 unused', ['CLM*LK-1001*305***', 'CLM*LK-1001*305*A**'], 'unused_element', 'CLM03'),
  row('claims', '2300 place of service', ['***10:B:1', '***97:B:1'], 'place_of_service', 'CLM05-1'),
  row('claims', '2300 CLM05-2', ['***10:B:1', '***10:A:1'], 'bad_code', 'CLM05-2'),
  row('claims', '2300 frequency', ['***10:B:1', '***10:B:5'], 'bad_code', 'CLM05-3'),
  row('claims', '2300 CLM06', ['10:B:1*Y*A*Y*Y', '10:B:1*X*A*Y*Y'], 'bad_code', 'CLM06'),
  row('claims', '2300 CLM07', ['10:B:1*Y*A*Y*Y', '10:B:1*Y*X*Y*Y'], 'bad_code', 'CLM07'),
  row('claims', '2300 CLM08', ['10:B:1*Y*A*Y*Y', '10:B:1*Y*A*X*Y'], 'bad_code', 'CLM08'),
  row('claims', '2300 CLM09', ['10:B:1*Y*A*Y*Y', '10:B:1*Y*A*Y*N'], 'bad_code', 'CLM09'),
  row('claims', '2300 7 needs F8', gone(/REF\*F8[^~]*~\n/), 'original_reference', 'CLM05-3'),
  row(
    'claims',
    '2300 8 needs F8',
    [
      [/REF\*F8[^~]*~\n/, ''],
      ['11:B:7', '11:B:8'],
    ],
    'original_reference',
    'CLM05-3',
  ),
  row('claims', '2300 1 has none', ['11:B:7', '11:B:1'], 'unexpected_original_reference', 'REF'),
  row('claims', '2300 HI', gone(/HI\*ABK:F4310[^~]*~\n/), 'missing_segment', 'HI', {
    also: ['diagnosis_pointer', 'diagnosis_pointer', 'diagnosis_pointer'],
  }),
  row('claims', '2300 HI without point', ['ABF:F411', 'ABF:F41.1'], 'diagnosis_code', 'HI02-2'),
  row('claims', '2300 HI form', ['ABF:F411', 'ABF:411F'], 'diagnosis_code', 'HI02-2'),
  row('claims', '2300 principal first', ['HI*ABK:F4310*ABF:F411', 'HI*ABF:F4310*ABK:F411'], 'bad_code', 'HI01', {
    also: ['missing_segment', 'diagnosis_pointer', 'diagnosis_pointer', 'diagnosis_pointer'],
  }),
  row('claims', '2300 no mix of revisions', ['*ABF:F411', '*BF:29633'], 'diagnosis_qualifier', 'HI02-1', {
    also: ['diagnosis_code'],
  }),
  row('claims', '2300 ICD-10 only', ['HI*ABK:F909', 'HI*BK:31401'], 'diagnosis_revision', 'HI01-1'),
  row(
    'claims',
    '2300 each diagnosis once',
    ['ABF:F411*ABF:Z630', 'ABF:F411*ABF:F411'],
    'repeated_diagnosis',
    'HI03-2',
    { severity: 'warning' },
  ),
  row(
    'claims',
    '2300 at most twelve',
    ['*ABF:Z630', `*ABF:Z630${Array.from({ length: 10 }, (_, at) => `*ABF:F4${at}`).join('')}`],
    'too_many_elements',
    'HI',
  ),
  row(
    'claims',
    '2310B NPI',
    [
      'HALE*MORGAN****XX*1013000009~\nPRV*PE*PXC*1041C0700X~\nLX',
      'HALE*MORGAN****XX*1013000008~\nPRV*PE*PXC*1041C0700X~\nLX',
    ],
    'npi',
    'NM109',
  ),
  row(
    'claims',
    '2310B is not the billing provider again',
    [
      'HALE*MORGAN****XX*1013000009~\nPRV*PE*PXC*1041C0700X~\nLX',
      'HALE*MORGAN****XX*1992000004~\nPRV*PE*PXC*1041C0700X~\nLX',
    ],
    'same_rendering_provider',
    'NM1',
    { severity: 'warning' },
  ),
  row(
    'claims',
    '2310C is not its address again',
    [
      /(PRV\*PE\*PXC\*1041C0700X~\n)(LX\*1~\nSV1\*HC:90837)/,
      '$1NM1*77*2*LAKESIDE~\nN3*40 HARBOR STREET*SUITE 2~\nN4*NORTHAMPTON*MA*010601234~\n$2',
    ],
    'same_facility',
    'NM1',
  ),
  row(
    'claims',
    '2310C ZIP of nine digits',
    [
      /(PRV\*PE\*PXC\*1041C0700X~\n)(LX\*1~\nSV1\*HC:90837)/,
      '$1NM1*77*2*SCHOOL~\nN3*1 HILL ROAD~\nN4*AMHERST*MA*01002~\n$2',
    ],
    'zip_code',
    'N403',
  ),
  row('claims', '2320 each place once', ['SBR*P*19***', 'SBR*S*19***'], 'payer_order', 'SBR01'),
  row('claims', '2320 OI', gone(/OI[^~]*~\n/), 'missing_segment', 'OI'),
  row('claims', '2330A', gone(/NM1\*IL\*1\*OKORO\*NGOZI[^~]*~\n/), 'missing_loop', 'NM1'),
  row('claims', '2330B', gone(/NM1\*PR\*2\*FIRST[^~]*~\n/), 'missing_loop', 'NM1', { also: ['unknown_other_payer'] }),
  row('claims', '2320 AMT D', ['AMT*D*90', 'AMT*D*91'], 'other_payer_claim', 'AMT02'),
  row('claims', '2320 AMT D is not left out', gone(/AMT\*D\*90~\n/), 'other_payer_claim', 'AMT02'),
  row('claims', '2320 CAS', ['CAS*CO*45*30', 'CAS*CO*45*31'], 'other_payer_claim', 'AMT02'),
  row('claims', '2430 SVD01 is one of the payers', ['SVD*FIRSTM*', 'SVD*SECOND*'], 'unknown_other_payer', 'SVD01'),
  row('claims', '2430 SVD02', ['SVD*FIRSTM*120', 'SVD*FIRSTM*121'], 'other_payer_line', 'SVD02', {
    also: ['other_payer_claim'],
  }),
  row('claims', '2430 CAS', ['CAS*PR*2*30', 'CAS*PR*2*29'], 'other_payer_line', 'SVD02'),
  row('claims', '2430 DTP', gone(/DTP\*573[^~]*~\n/), 'missing_segment', 'DTP'),
  row('claims', '2400 LX from 1', ['LX*1~\nSV1*HC:90837', 'LX*3~\nSV1*HC:90837'], 'line_numbers', 'LX01'),
  row('claims', '2400 LX without gaps', ['LX*2~', 'LX*3~'], 'line_numbers', 'LX01'),
  row('claims', '2400 SV1', gone(/SV1\*HC:90846[^~]*~\n/), 'missing_segment', 'SV1'),
  row('claims', '2400 SV101-1', ['SV1*HC:90846', 'SV1*XX:90846'], 'bad_code', 'SV101-1'),
  row('claims', '2400 SV101-2', ['SV1*HC:90846', 'SV1*HC:9084'], 'procedure_code', 'SV101-2'),
  row('claims', '2400 a modifier has two characters', ['HC:90837:95', 'HC:90837:9'], 'modifier_code', 'SV101-3'),
  row('claims', '2400 each modifier once', ['HC:90837:95', 'HC:90837:HO:HO'], 'repeated_modifier', 'SV101-4'),
  row('claims', '2400 one telehealth modifier', ['HC:90837:95', 'HC:90837:95:GT'], 'telehealth_modifiers', 'SV101-4', {
    severity: 'warning',
  }),
  row(
    'claims',
    '2400 a charge not below nothing',
    [
      ['CLM*LK-1001*305', 'CLM*LK-1001*65'],
      ['*120*UN', '*-120*UN'],
    ],
    'negative_charge',
    'SV102',
  ),
  row('claims', '2400 SV103', ['*120*UN', '*120*DA'], 'bad_code', 'SV103'),
  row('claims', '2400 units of nothing', ['*120*UN*1*', '*120*UN*0*'], 'units_of_service', 'SV104'),
  row('claims', '2400 units below nothing', ['*120*UN*1*', '*120*UN*-1*'], 'units_of_service', 'SV104'),
  row('claims', '2400 units are a number', ['*120*UN*1*', '*120*UN*X*'], 'bad_number', 'SV104'),
  row('claims', '2400 place of service', ['*UN*1*11**3', '*UN*1*97**3'], 'place_of_service', 'SV105'),
  row('claims', '2400 only another place', ['*UN*1*11**3', '*UN*1*10**3'], 'same_place', 'SV105', {
    severity: 'warning',
  }),
  row('claims', '2400 pointer', ['*UN*1*11**3', '*UN*1*11**4'], 'diagnosis_pointer', 'SV107-1'),
  row('claims', '2400 pointer from 1', ['*UN*1*11**3', '*UN*1*11**0'], 'diagnosis_pointer', 'SV107-1'),
  row('claims', '2400 at most four pointers', ['***1:2~', '***1:2:3:1:2~'], 'diagnosis_pointer', 'SV107-5', {
    also: ['repeated_diagnosis'],
  }),
  row('claims', '2400 each pointer once', ['***1:2~', '***1:1~'], 'repeated_diagnosis', 'SV107-2', {
    severity: 'warning',
  }),
  row('claims', '2400 DTP', gone(/DTP\*472\*D8\*20260401~\n/), 'missing_segment', 'DTP'),
  row('claims', '2400 a day of the calendar', ['472*D8*20260401', '472*D8*20260431'], 'bad_date', 'DTP03'),
  row('claims', '2400 from before until', ['472*D8*20260401', '472*RD8*20260402-20260401'], 'bad_date', 'DTP03'),
  row('claims', '2400 not after the file', ['472*D8*20260401', '472*D8*20260416'], 'future_date', 'DTP03'),
  row('claims', '2400 nor its last day', ['472*D8*20260401', '472*RD8*20260401-20260416'], 'future_date', 'DTP03'),
  row('claims', '2400 6R once', ['6R*LK-1001-2', '6R*LK-1001-1'], 'duplicate_line_control', 'REF02'),
  row(
    'claims',
    'names of 60 characters',
    ['NM1*IL*1*OKORO*IFE', `NM1*IL*1*${'O'.repeat(61)}*IFE`],
    'too_long',
    'NM103',
  ),
  row('claims', 'first names of 35', ['NM1*IL*1*OKORO*IFE', `NM1*IL*1*OKORO*${'I'.repeat(36)}`], 'too_long', 'NM104'),
  row('claims', 'middle names of 25', ['OKORO*IFE*B*', `OKORO*IFE*${'B'.repeat(26)}*`], 'too_long', 'NM105'),
  row('claims', 'references of 50', ['REF*D9*NC-77120', `REF*D9*${'N'.repeat(51)}`], 'too_long', 'REF02'),
  row('claims', 'streets of 55', ['N3*9 BIRCH LANE', `N3*${'9'.repeat(56)}`], 'too_long', 'N301'),
  row('claims', 'no control characters', ['OKORO*IFE*B', 'OKORO*I\u0000FE*B'], 'control_character', 'NM104'),
]

const others: Row[] = [
  row(
    'acknowledged',
    'STC01-1 is one of A0 to A8',
    ['STC*A2:20*20260416*WQ*305', 'STC*F2:20*20260416*WQ*305'],
    'status_category',
    'STC01-1',
    { also: ['acknowledged_totals', 'acknowledged_totals', 'acknowledged_totals', 'acknowledged_totals'] },
  ),
  row('acknowledged', 'QTY 90', ['QTY*90*1', 'QTY*90*2'], 'acknowledged_totals', 'QTY02'),
  row('acknowledged', 'QTY AA', ['QTY*AA*1', 'QTY*AA*2'], 'acknowledged_totals', 'QTY02'),
  row('acknowledged', 'AMT YU', ['AMT*YU*305', 'AMT*YU*304'], 'acknowledged_totals', 'AMT02'),
  row('acknowledged', 'AMT YY', ['AMT*YY*150', 'AMT*YY*151'], 'acknowledged_totals', 'AMT02'),
  row('acknowledged', 'a rejected claim is not WQ', ['*20260416*U*150', '*20260416*WQ*150'], 'status_action', 'STC03'),
  row('acknowledged', 'an accepted claim is not U', ['*20260416*WQ*305', '*20260416*U*305'], 'status_action', 'STC03'),
  row('acknowledged', 'STC04 of the batch', ['*WQ*455', '*WQ*456'], 'acknowledged_totals', 'STC04'),
  row('acknowledged', 'TRN02', ['TRN*2*LK-1001', 'TRN*2'], 'missing_element', 'TRN02'),
  row('answered', 'AK903 counts the sets listed', ['AK9*P*2*2*1', 'AK9*P*2*1*1'], 'acknowledged_counts', 'AK903'),
  row('answered', 'AK904 counts what was accepted', ['AK9*P*2*2*1', 'AK9*P*2*2*2'], 'acknowledged_counts', 'AK904', {
    also: ['status_response'],
  }),
  row('answered', 'IK304', ['IK3*HI*20**8', 'IK3*HI*20**9'], 'bad_code', 'IK304'),
  row('answered', 'IK403', ['*1271*I12*', '*1271*X12*'], 'bad_code', 'IK403'),
  row('answered', 'IK501', ['IK5*R*I5', 'IK5*Q*I5'], 'bad_code', 'IK501', { also: ['status_response'] }),
  row('answered', 'AK901', ['AK9*P*', 'AK9*Q*'], 'bad_code', 'AK901', { also: ['status_response'] }),
  row('inquiry', 'EQ01', ['EQ*MH^A6', 'EQ*MH^A6X'], 'bad_code', 'EQ01'),
  row('inquiry', 'EQ01 or EQ02', ['EQ*MH^A6', 'EQ'], 'missing_element', 'EQ01'),
  row('inquiry', 'born in the future', ['DMG*D8*19800101', 'DMG*D8*20280101'], 'future_date', 'DMG02'),
  row('benefits', 'EB01', ['EB*C*IND*30***23*1500', 'EB*9*IND*30***23*1500'], 'bad_code', 'EB01'),
  row('benefits', 'EB02', ['EB*C*IND*30***23*1500', 'EB*C*XXX*30***23*1500'], 'bad_code', 'EB02'),
  row('benefits', 'EB03', ['*MH^A6***27', '*MH^A-***27'], 'bad_code', 'EB03'),
  row('benefits', 'HL04', ['HL*3*2*22*0', 'HL*3*2*22*1'], 'hierarchy_child', 'HL04'),
  row('benefits', 'LE for each LS', gone(/LE\*2120~\n/), 'loop_marks', 'LS'),
  row('benefits', 'LS for each LE', gone(/LS\*2120~\n/), 'loop_marks', 'LE'),
  row('answered', 'CTX of an element', [/(CTX\*CLM01[^~]*~\n)(IK4[^~]*~\n)/, '$2$1'], 'bad_code', 'CTX01-1'),
  row('interchange', 'TA1 stands inside', [/(ISA[^~]*~\n)(TA1[^~]*~\n)/, '$2$1'], 'junk', '', {
    also: ['empty_interchange'],
  }),
  row('status', 'STC', gone(/STC\*F1:65\*20260420\*\*305[^~]*~\n/), 'missing_segment', 'STC'),
  row('status', 'TRN', gone(/TRN\*2\*LKS[^~]*~\n/), 'missing_segment', 'TRN', { also: ['empty_member'] }),
]

function without(segment: string, element: number): string {
  return segment.split('*').with(element, '').join('*')
}

/** The file with its fault, and SE01 counted anew: the fault alone is looked at. */
function broken({ base, edit }: Row): string {
  const before = readFileSync(join(import.meta.dirname, 'cases/ok', `${bases[base]}.edi`), 'latin1')
  const edits = (Array.isArray(edit[0]) ? edit : [edit]) as Edit[]
  const after = edits.reduce((text, [from, to]) => text.replace(from, to), before)
  if (after === before) throw new Error('the row changes nothing')
  if (edits.some(([from]) => String(from).includes('SE'))) return after
  const count = after.slice(after.indexOf('ST*'), after.indexOf('GE*')).split('~').length - 1
  return after.replace(/\nSE\*\d+/, `\nSE*${count}`)
}

const worst = (findings: Finding[], severity: Severity) => findings.filter((each) => each.severity === severity)

test.each([...envelope, ...payments, ...claims, ...others])('$base, $rule: $code', (each) => {
  const { findings } = readX12(Buffer.from(broken(each), 'latin1'))
  const { code, segment, element, component, claim, severity = 'error', also = [] } = each
  const place = {
    ...{ code, severity, ...(segment === undefined ? {} : { segment }), ...(element === undefined ? {} : { element }) },
    ...{ ...(component === undefined ? {} : { component }), ...(claim === undefined ? {} : { claim }) },
  }
  expect(findings).toContainEqual(expect.objectContaining(place))
  const errors = worst(findings, 'error').map((finding) => finding.code)
  const expected = new Set([...(severity === 'error' ? [code] : []), ...also])
  expect(errors.filter((found) => !expected.has(found))).toEqual([])
  expect(findings.every((finding) => finding.code in findingCodes)).toBe(true)
})
