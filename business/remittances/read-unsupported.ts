import { type Cents, parseDecimal, zero } from '../../libraries/money/index.ts'

/** What BPR and TRN, the same in every version, say of an 835 that is not read further; empty where they are missing. */
export function readUnsupported(segments: readonly string[]): {
  paid: Cents
  paidOn: string
  trace: string
  originator: string
} {
  const element = (name: string, number: number) => {
    const segment = segments.map((one) => one.trim()).find((one) => one.startsWith(name) && /\W/.test(one.charAt(3)))
    return segment?.split(segment.charAt(3))[number] ?? ''
  }
  const date = /^(\d{4})(\d{2})(\d{2})$/.exec(element('BPR', 16))
  return {
    paid: parseDecimal(element('BPR', 2)) ?? zero,
    paidOn: date === null ? '' : `${date[1]}-${date[2]}-${date[3]}`,
    trace: element('TRN', 2),
    originator: element('TRN', 3),
  }
}
