import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { npiFrom } from '../libraries/npi/index.ts'

// Balanced claim and remittance files of any size, made without the library that is measured with them.

type Random = (below: number) => number

const procedures: readonly (readonly [code: string, cents: number])[] = [
  ['90791', 25_000],
  ['90834', 13_000],
  ['90837', 18_500],
  ['90847', 15_550],
  ['H0031', 18_025],
  ['99213', 14_000],
]
const families = ['OKORO', 'LUND', 'NGUYEN', 'SAARINEN', 'DE LA CRUZ', 'ABERNATHY', 'IBARRA', 'WEISS']
const givenNames = ['IFE', 'TOVE', 'MINH', 'AINO', 'LUZ', 'RUTH', 'INES', 'ARI']
const npis = ['101300000', '101300001', '101300002', '101300003'].map(npiFrom)

/** A generator that gives the same row of numbers for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Writes a file of about so many bytes; answers what it holds. */
export function writeSample(set: '835' | '837P', path: string, size: number): { bytes: number; claims: number } {
  const file = openSync(path, 'w')
  const random = randomFrom(20260415)
  const code = set === '835' ? 'HP' : 'HC'
  const version = set === '835' ? '005010X221A1' : '005010X222A1'
  let bytes = 0
  let claims = 0
  let sets = 0
  const put = (segments: string[]) => {
    bytes += writeSync(file, `${segments.join('~\n')}~\n`, null, 'latin1')
  }
  put([
    'ISA*00*          *00*          *ZZ*EVERGREEN      *ZZ*LAKESIDE       *260415*0930*^*00501*000000001*0*T*:',
    `GS*${code}*EVERGREEN*LAKESIDE*20260415*0930*1*X*${version}`,
  ])
  while (bytes < size) {
    sets++
    const control = String(sets).padStart(4, '0')
    const count = 40 + random(20)
    const body = set === '835' ? remittance(random, sets, claims, count) : batch(random, sets, claims, count)
    claims += count
    const first = set === '835' ? `ST*835*${control}` : `ST*837*${control}*${version}`
    put([first, ...body, `SE*${body.length + 2}*${control}`])
  }
  put([`GE*${sets}*1`, 'IEA*1*000000001'])
  closeSync(file)
  return { bytes, claims }
}

/** The same file with one digit of one amount in its middle changed. */
export function writeCorrupted(path: string, from: string): void {
  const bytes = readFileSync(from)
  const at = bytes.indexOf('SVC*', bytes.length >> 1)
  const digit = bytes.indexOf('*', bytes.indexOf('*', at + 4) + 1) + 1
  bytes[digit] = bytes[digit] === 0x31 ? 0x32 : 0x31
  writeFileSync(path, bytes)
}

function amount(cents: number): string {
  return String(cents / 100)
}

function day(random: Random): string {
  return `202603${String(1 + random(28)).padStart(2, '0')}`
}

function person(random: Random, entity: string): string {
  return `NM1*${entity}*1*${families[random(8)]}*${givenNames[random(8)]}****MI*KZ${10_000_000 + random(89_999_999)}`
}

function remittance(random: Random, number: number, before: number, count: number): string[] {
  const claims: string[] = []
  let paid = 0
  let interest = 0
  for (let index = 0; index < count; index++) {
    const name = `LK-${100_000 + before + index}`
    const late = random(20) === 0 ? 1 + random(500) : 0
    if (random(20) === 0 && index + 1 < count) {
      paid += payment(random, claims, { name, status: '22', late: 0 })
      index++
    }
    paid += payment(random, claims, { name, status: random(20) === 0 ? '4' : '1', late })
    interest += late
  }
  const adjustments = interest > 0 ? [`PLB*${npis[0]}*20261231*L6:EVG${number}*${amount(-interest)}`] : []
  const sum = paid + interest
  const handling = sum > 0 ? 'I' : 'H'
  return [
    `BPR*${handling}*${amount(sum)}*C*ACH*CCP*01*011000015*DA*7788001*1061234567**01*011000138*DA*5544001*20260420`,
    `TRN*1*EVG${number}*1061234567`,
    'DTM*405*20260418',
    'N1*PR*EVERGREEN HEALTH',
    'N3*1 CANOPY PLAZA',
    'N4*HARTFORD*CT*061031234',
    'REF*2U*EVGRN',
    'PER*BL*EDI DESK*TE*8005550124',
    `N1*PE*LAKESIDE THERAPY GROUP*XX*${npis[0]}`,
    'REF*TJ*043210987',
    'LX*1',
    ...claims,
    ...adjustments,
  ]
}

/** Adds the segments of one claim and answers what was paid; a reversal takes everything back. */
function payment(
  random: Random,
  to: string[],
  { name, status, late }: { name: string; status: string; late: number },
): number {
  const sign = status === '22' ? -1 : 1
  let [charged, paid, owed] = [0, 0, 0]
  const lines: string[] = []
  for (let line = 1, all = 1 + random(3); line <= all; line++) {
    const [code, fee] = procedures[random(procedures.length)] ?? ['90837', 18_500]
    const written = status === '4' ? fee : Math.round((fee * (20 + random(20))) / 100)
    const copay = status === '4' ? 0 : 2000 + random(3) * 500
    const rest = fee - written - copay
    charged += fee * sign
    paid += rest * sign
    owed += copay
    lines.push(
      `SVC*HC:${code}${random(2) === 0 ? '' : ':95'}*${amount(fee * sign)}*${amount(rest * sign)}**${sign}`,
      `DTM*472*${day(random)}`,
      `CAS*CO*${status === '4' ? '197' : '45'}*${amount(written * sign)}`,
      ...(copay === 0 ? [] : [`CAS*PR*3*${amount(copay * sign)}`]),
      `REF*6R*${name}-${line}`,
      ...(status === '4' ? ['LQ*HE*M62'] : [`AMT*B6*${amount((fee - written) * sign)}`]),
    )
  }
  const patient = sign === -1 || owed === 0 ? '' : amount(owed)
  to.push(
    `CLP*${name}*${status}*${amount(charged)}*${amount(paid)}*${patient}*12*EV2026${name}*10*1`,
    person(random, 'QC'),
    `NM1*82*1*HALE*MORGAN****XX*${npis[random(4)]}`,
    `REF*1L*GRP${1000 + random(9000)}`,
    'DTM*050*20260405',
    ...(late === 0 ? [] : [`AMT*I*${amount(late)}`]),
    ...lines,
  )
  return paid
}

function batch(random: Random, number: number, before: number, count: number): string[] {
  const segments = [
    `BHT*0019*00*LK${number}*20260415*0930*CH`,
    'NM1*41*2*LAKESIDE THERAPY GROUP*****46*LAKESIDE',
    'PER*IC*BILLING DESK*TE*4135550100',
    'NM1*40*2*NORTH CLEARING*****46*943210987',
    'HL*1**20*1',
    'PRV*BI*PXC*251S00000X',
    `NM1*85*2*LAKESIDE THERAPY GROUP*****XX*${npis[0]}`,
    'N3*40 HARBOR STREET',
    'N4*NORTHAMPTON*MA*010601234',
    'REF*EI*043210987',
  ]
  for (let index = 0; index < count; index++) claim(random, segments, { level: index + 2, number: before + index })
  return segments
}

function claim(random: Random, to: string[], { level, number }: { level: number; number: number }): void {
  const place = ['10', '02', '11'][random(3)] ?? '11'
  const lines: string[] = []
  let charged = 0
  for (let line = 1, all = 1 + random(3); line <= all; line++) {
    const [code, fee] = procedures[random(procedures.length)] ?? ['90837', 18_500]
    charged += fee
    lines.push(
      `LX*${line}`,
      `SV1*HC:${code}${place === '11' ? '' : ':95'}*${amount(fee)}*UN*1***${random(2) === 0 ? '1' : '1:2'}`,
      `DTP*472*D8*${day(random)}`,
      `REF*6R*LK-${number}-${line}`,
    )
  }
  to.push(
    `HL*${level}*1*22*0`,
    'SBR*P*18*GRP8812******CI',
    person(random, 'IL'),
    `N3*${1 + random(999)} ELM AVENUE`,
    'N4*NORTHAMPTON*MA*01060',
    `DMG*D8*19${60 + random(40)}0${1 + random(9)}1${random(10)}*${random(2) === 0 ? 'F' : 'M'}`,
    'NM1*PR*2*EVERGREEN HEALTH*****PI*EVGRN',
    `CLM*LK-${number}*${amount(charged)}***${place}:B:1*Y*A*Y*Y`,
    `REF*D9*NC${number}`,
    'HI*ABK:F411*ABF:F4310',
    `NM1*82*1*HALE*MORGAN****XX*${npis[1 + random(3)]}`,
    'PRV*PE*PXC*101YM0800X',
    ...lines,
  )
}
