/**
 * What each element of each segment is: A text, I identifier, M money, R decimal, N whole number, D day, T time, C
 * composite, F a date whose form the element before it names; then its least and greatest length. Lengths follow
 * X12 005010.
 */
const source: Record<string, string> = {
  ISA: 'I2-2 A10-10 I2-2 A10-10 I2-2 A15-15 I2-2 A15-15 A6-6 T4-4 A1-1 I5-5 N9-9 I1-1 I1-1 A1-1',
  GS: 'I2-2 A2-15 A2-15 D8-8 T4-8 N1-9 I1-2 A1-12',
  GE: 'N1-6 N1-9',
  IEA: 'N1-5 N9-9',
  ST: 'I3-3 A4-9 A1-35',
  SE: 'N1-10 A4-9',
  BHT: 'I4-4 I2-2 A1-50 D8-8 T4-8 I2-2',
  BPR: 'I1-2 M1-18 I1-1 I3-3 I1-10 I2-2 A3-12 I1-3 A1-35 A10-10 A9-9 I2-2 A3-12 I1-3 A1-35 D8-8',
  TRN: 'I1-2 A1-50 A10-10 A1-50',
  CUR: 'I2-3 I3-3',
  REF: 'I2-3 A1-50 A1-80 C',
  DTM: 'I3-3 D8-8',
  DTP: 'I3-3 I2-3 F1-35',
  N1: 'I2-3 A1-60 I1-2 A2-80',
  N3: 'A1-55 A1-55',
  N4: 'A2-30 I2-2 I3-15 I2-3 I1-2 A1-30 I1-3',
  PER: 'I2-2 A1-60 I2-2 A1-256 I2-2 A1-256 I2-2 A1-256',
  RDM: 'I1-2 A1-60 A1-256',
  LX: 'N1-6',
  TS3: 'A1-50 A1-2 D8-8 R1-15 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 R1-15 M1-18',
  TS2: 'M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 R1-15 M1-18 M1-18 R1-15 R1-15 R1-15 R1-15 R1-15 M1-18 R1-15 M1-18 M1-18 M1-18',
  CLP: 'A1-38 I1-2 M1-18 M1-18 M1-18 I1-2 A1-50 A1-2 I1-1 I1-2 I1-4 R1-15 R1-10 I1-1',
  CAS: 'I1-2 I1-5 M1-18 R1-15 I1-5 M1-18 R1-15 I1-5 M1-18 R1-15 I1-5 M1-18 R1-15 I1-5 M1-18 R1-15 I1-5 M1-18 R1-15',
  NM1: 'I2-3 I1-1 A1-60 A1-35 A1-25 A1-10 A1-10 I1-2 A2-80 I2-2 I2-3 A1-60',
  MIA: 'R1-15 M1-18 R1-15 M1-18 A1-50 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 M1-18 R1-15 M1-18 M1-18 M1-18 M1-18 A1-50 A1-50 A1-50 A1-50 M1-18',
  MOA: 'R1-10 M1-18 A1-50 A1-50 A1-50 A1-50 A1-50 M1-18 M1-18',
  AMT: 'I1-3 M1-18 I1-1',
  QTY: 'I2-2 R1-15 C A1-30',
  SVC: 'C M1-18 M1-18 A1-48 R1-15 C R1-15',
  LQ: 'I1-3 A1-30',
  PLB: 'A1-50 D8-8 C M1-18 C M1-18 C M1-18 C M1-18 C M1-18 C M1-18',
  HL: 'A1-12 A1-12 I1-2 I1-1',
  PRV: 'I1-3 I2-3 A1-50 I2-2 C I3-3',
  SBR: 'I1-1 I2-2 A1-50 A1-60 I1-3 I1-1 I1-1 I2-2 I1-2',
  PAT: 'I2-2 I1-1 I2-2 I1-1 I2-3 F1-35 I2-2 R1-10 I1-1',
  DMG: 'I2-3 F1-35 I1-1 I1-1 C I1-2 I2-3 I1-2 R1-15 I1-3 A1-30',
  CLM: 'A1-38 M1-18 I1-2 I1-2 C I1-1 I1-1 I1-1 I1-1 I1-1 C I2-3 I1-1 I1-3 I1-1 I1-1 I1-2 I1-1 I2-2 I1-2',
  PWK: 'I2-2 I1-2 N1-2 I2-3 I1-2 A2-80 A1-80 C I1-2',
  CN1: 'I2-2 M1-18 R1-6 A1-50 R1-6 A1-30',
  K3: 'A1-80 I1-2 C',
  NTE: 'I3-3 A1-80',
  CR1: 'I2-2 R1-10 I1-1 I1-1 I2-2 R1-15 A1-55 A1-55 A1-80 A1-80',
  CR2: 'N1-9 R1-15 I2-3 I2-3 I2-2 R1-15 R1-15 I1-1 I1-1 A1-80 A1-80 I1-1',
  CR3: 'I1-1 I2-2 R1-15 I1-1 A1-80',
  CRC: 'I2-2 I1-1 I2-3 I2-3 I2-3 I2-3 I2-3',
  HI: 'C C C C C C C C C C C C',
  HCP: 'I2-2 M1-18 M1-18 A1-50 R1-9 A1-50 M1-18 A1-48 I2-2 A1-48 I2-2 R1-15 I2-2 I1-2 I1-2',
  OI: 'I1-2 I1-2 I1-1 I1-1 I1-1 I1-1',
  SV1: 'C M1-18 I2-2 R1-15 A1-2 I1-2 C M1-18 I1-1 I1-1 I1-1 I1-1 I1-2 A1-1 I1-1 I1-2 I1-1 I1-1 M1-18 I1-1 I1-1',
  SV5: 'C I2-2 R1-15 M1-18 M1-18 I1-1',
  MEA: 'I2-2 I1-3 R1-20 C R1-20 R1-20 I2-2 I2-2 I2-2 I2-4',
  PS1: 'A1-50 M1-18 I2-2',
  LIN: 'A1-20 I2-2 A1-48',
  CTP: 'I2-2 I3-3 R1-17 R1-15 C',
  SVD: 'A2-80 M1-18 C A1-48 R1-15 N1-6',
  FRM: 'A1-20 I1-1 A1-50 D8-8 R1-6',
  STC: 'C D8-8 I1-2 M1-18 M1-18 D8-8 I3-3 D8-8 A1-16 C C A1-264',
  AK1: 'I2-2 N1-9 A1-12',
  AK2: 'I3-3 A4-9 A1-35',
  IK3: 'I2-3 N1-10 A1-6 I1-3',
  CTX: 'C A2-3 N1-10 A1-6 C C',
  IK4: 'C N1-4 I1-3 A1-99',
  IK5: 'I1-1 I1-3 I1-3 I1-3 I1-3 I1-3',
  AK9: 'I1-1 N1-6 N1-6 N1-6 I1-3 I1-3 I1-3 I1-3 I1-3',
  TA1: 'N9-9 A6-6 T4-4 I1-1 I3-3',
  EQ: 'A1-300 C I3-3 I1-3 C',
  INS: 'I1-1 I2-2 I3-3 I2-3 I1-1 C I1-2 I2-2 I1-1 I1-1 I2-3 F1-35 I1-1 A2-30 I2-2 I2-3 N1-9',
  III: 'I1-3 A1-30 I2-2 A1-264',
  EB: 'I1-3 I3-3 A1-300 I1-3 A1-50 I1-2 M1-18 R1-10 I2-2 R1-15 I1-1 I1-1 C C',
  HSD: 'I2-2 R1-15 I2-2 R1-6 I1-2 N1-3 I1-2 I1-1',
  AAA: 'I1-1 I2-2 I2-2 I1-1',
  MSG: 'A1-264 I2-2 N1-9',
  MPI: 'I1-1 I2-2 I1-1 A1-80 I2-2 I2-3 F1-35',
  LS: 'A1-4',
  LE: 'A1-4',
}

type ElementType = { kind: string; least: number; greatest: number }

/** The elements of each segment, from 1; index 0 is unused. */
export const elementTypes: ReadonlyMap<string, (ElementType | null)[]> = new Map(
  Object.entries(source).map(([id, list]) => [id, [null, ...list.split(' ').filter(Boolean).map(elementType)]]),
)

function elementType(text: string): ElementType {
  const [least = '0', greatest = '999'] = text.slice(1).split('-')
  return { kind: text.slice(0, 1), least: Number(least) || 0, greatest: Number(greatest) || 999 }
}
