/** What a file is refused for, by name; the line is where it was found, or where what was never closed began. */
export type CsvTrouble =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'cell_too_long'
  | 'not_text'
  | 'not_utf8'
  | 'quote_unclosed'

export class CsvRefusal extends Error {
  readonly trouble: CsvTrouble
  readonly line: number
  constructor(trouble: CsvTrouble, line: number) {
    super(`${trouble} at line ${line}`)
    this.name = 'CsvRefusal'
    this.trouble = trouble
    this.line = line
  }
}

export type CsvLimits = { bytes: number; rows: number; columns: number; cell: number }
export type CsvRecord = { line: number; cells: string[] }

/**
 * The records of a CSV file (RFC 4180) as its bytes come: quotes, line breaks inside them, CRLF or LF, and the separator
 * that the first line has most of: comma, semicolon or tab. UTF-8, or UTF-16 with its mark. A quote inside an unquoted
 * cell stands for itself. Empty lines are passed over. Throws CsvRefusal; nothing is held beyond the record being read.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: CsvLimits,
): AsyncGenerator<CsvRecord> {
  const reader = recordReader(limits)
  for await (const text of textOf(chunks, limits, () => reader.line())) yield* reader.take(text)
  yield* reader.end()
}

async function* textOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: CsvLimits,
  line: () => number,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let bytes = 0
  let first: Uint8Array = new Uint8Array()
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk === undefined ? (decoder?.decode() ?? '') : (decoder?.decode(chunk, { stream: true }) ?? '')
    } catch {
      throw new CsvRefusal('not_utf8', line())
    }
  }
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limits.bytes) throw new CsvRefusal('too_large', line())
    // The mark that says how it is written is two bytes long.
    const held: Uint8Array = decoder === null ? Uint8Array.from([...first, ...chunk]) : chunk
    first = held
    if (decoder === null && held.length < 2) continue
    decoder ??= new TextDecoder(encodingOf(held), { fatal: true })
    yield decode(held)
  }
  if (bytes === 0) throw new CsvRefusal('empty', 1)
  if (decoder === null) {
    decoder = new TextDecoder('utf-8', { fatal: true })
    yield decode(first)
  }
  yield decode()
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** One character after another: what is outside quotes, inside them, or just after a quote that may close or stand for itself. */
function recordReader(limits: CsvLimits) {
  let separator = ''
  let line = 1
  let began = 1
  let cells: string[] = []
  let cell = ''
  let state: 'start' | 'plain' | 'quoted' | 'quote' = 'start'
  let afterReturn = false
  let rows = 0
  // The first line is held until its end, so that the separator is known before its cells are.
  let head: string | null = ''

  const endCell = () => {
    cells.push(cell)
    cell = ''
    state = 'start'
    if (cells.length > limits.columns) throw new CsvRefusal('too_many_columns', line)
  }
  const endRecord = (): CsvRecord | null => {
    const isEmpty = cells.length === 0 && cell === '' && state === 'start'
    if (!isEmpty) endCell()
    const record = isEmpty || cells.every((each) => each.trim() === '') ? null : { line: began, cells }
    cells = []
    if (record !== null) {
      rows += 1
      if (rows > limits.rows) throw new CsvRefusal('too_many_rows', began)
    }
    return record
  }
  const add = (letter: string) => {
    cell += letter
    if (cell.length > limits.cell) throw new CsvRefusal('cell_too_long', line)
  }
  function* read(text: string): Generator<CsvRecord> {
    for (const letter of text) {
      if (letter === '\0') throw new CsvRefusal('not_text', line)
      const wasReturn = afterReturn
      afterReturn = letter === '\r'
      if (letter === '\n' && wasReturn && state !== 'quoted') continue
      const isBreak = letter === '\n' || letter === '\r'
      if (state === 'quoted') {
        if (letter === '"') state = 'quote'
        else add(letter)
      } else if (state === 'quote' && letter === '"') {
        add('"')
        state = 'quoted'
      } else if (letter === '"' && state === 'start' && cell === '') state = 'quoted'
      else if (letter === separator) endCell()
      else if (isBreak) {
        const record = endRecord()
        if (record !== null) yield record
        began = line + 1
      } else {
        if (state === 'quote') state = 'plain'
        else if (state === 'start') state = 'plain'
        add(letter)
      }
      if (letter === '\n' || (letter === '\r' && state !== 'quoted')) line += 1
    }
  }
  return {
    line: () => line,
    *take(text: string): Generator<CsvRecord> {
      if (head === null) return yield* read(text)
      head += text
      const end = endOfFirstLine(head)
      if (end === -1 && head.length <= limits.cell * 4) return
      separator = separatorOf(head.slice(0, end === -1 ? head.length : end))
      const held = head.replace(/^\uFEFF/, '')
      head = null
      yield* read(held)
    },
    *end(): Generator<CsvRecord> {
      if (head !== null) {
        separator = separatorOf(head)
        const held = head.replace(/^\uFEFF/, '')
        head = null
        yield* read(held)
      }
      if (state === 'quoted') throw new CsvRefusal('quote_unclosed', began)
      const record = endRecord()
      if (record !== null) yield record
      if (rows === 0) throw new CsvRefusal('empty', 1)
    },
  }
}

/** The first break that no quote holds; -1 while it has not come. */
function endOfFirstLine(text: string): number {
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (!quoted && (text[at] === '\n' || text[at] === '\r')) return at
  }
  return -1
}

function separatorOf(line: string): string {
  const bare = line.replaceAll(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((separator) => ({ separator, count: bare.split(separator).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).separator
}
