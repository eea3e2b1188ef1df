import type { StatementLine } from './model.ts'

/** One logical record: its fields without the record type, continuations (88) joined. */
export type Bai2Record = { line: number; code: string; fields: string[]; physicalLines: number }

/**
 * Splits a file into records. Fields are parted by commas; every record but a transaction ends at its slash, a
 * transaction's last field is text to the end of the line, in which commas and slashes mean nothing.
 */
export function recordsOf(text: string): Bai2Record[] {
  const joined: { line: number; code: string; body: string; physicalLines: number }[] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trimEnd()
    if (line === '') return
    const code = line.slice(0, 2)
    const body = line.slice(3)
    const before = joined.at(-1)
    if (code === '88' && before !== undefined) {
      before.body = before.code === '16' ? before.body + body : `${withoutSlash(before.body)},${body}`
      before.physicalLines += 1
    } else joined.push({ line: index + 1, code, body, physicalLines: 1 })
  })
  return joined.map(({ body, ...record }) => ({
    ...record,
    fields: (record.code === '16' ? body : withoutSlash(body)).split(','),
  }))
}

/** Balances and totals of an account: type, amount, count, funds type, again and again; null when they do not come so. */
export function summaryFields(fields: readonly string[]): { typeCode: string; amount: string; count: string }[] | null {
  const found: { typeCode: string; amount: string; count: string }[] = []
  let rest = fields
  while (rest.some((field) => field !== '')) {
    const [typeCode = '', amount = '', count = '', fundsType = ''] = rest
    const skip = partsOfFundsType(fundsType, rest.slice(4))
    if (!/^\d{3}$/.test(typeCode) || skip === null) return null
    if (amount !== '') found.push({ typeCode, amount, count })
    rest = rest.slice(4 + skip)
  }
  return found
}

/** A transaction: type, amount, funds type with its parts, two references, text; null when the funds type is unknown. */
export function detailFields(fields: readonly string[]): (Omit<StatementLine, 'cents'> & { amount: string }) | null {
  const [typeCode = '', amount = '', fundsType = '', ...rest] = fields
  const skip = partsOfFundsType(withoutSlash(fundsType), rest)
  if (skip === null) return null
  const [bankReference = '', customerReference = '', ...text] = rest.slice(skip)
  const written = text.join(',')
  return {
    typeCode,
    amount: withoutSlash(amount),
    bankReference: text.length === 0 ? withoutSlash(bankReference) : bankReference,
    customerReference: text.length === 0 ? withoutSlash(customerReference) : customerReference,
    text: written.startsWith('/') ? '' : written,
  }
}

function partsOfFundsType(fundsType: string, rest: readonly string[]): number | null {
  switch (fundsType) {
    case '':
    case '0':
    case '1':
    case '2':
    case 'Z':
      return 0
    case 'V':
      return 2
    case 'S':
      return 3
    case 'D':
      return /^\d{1,2}$/.test(rest[0] ?? '') ? 1 + 2 * Number(rest[0]) : null
    default:
      return null
  }
}

function withoutSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text
}
