import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { X12parser } from 'x12-parser'

// A second reader for tests, which shares nothing with ours: another parser, other tables, another way to walk them.
// One misreading of a guide cannot hide on both sides.

/** What x12-parser makes of a file: name and elements of each segment; ':' between components. */
export async function segmentsByAnother(bytes: Uint8Array): Promise<string[][]> {
  const segments: string[][] = []
  for await (const segment of Readable.from([Buffer.from(bytes)]).pipe(new X12parser())) {
    const { name, ...elements } = segment as Record<string, unknown>
    if (typeof name !== 'string' || name === '') continue
    const read = [name.trim()]
    for (let index = 1; index in elements; index++) {
      const parts = [String(elements[index])]
      for (let part = 1; `${index}-${part}` in elements; part++) parts.push(String(elements[`${index}-${part}`]))
      read.push(parts.join(':'))
    }
    segments.push(read)
  }
  return segments
}

/** Where the sets of a file are not as the field table says; nothing when both agree. */
export async function disagreements(bytes: Uint8Array, set: '837p' | '835'): Promise<string[]> {
  const root = fieldTable(set)
  const said: string[] = []
  let open: string[][] | null = null
  for (const segment of await segmentsByAnother(bytes)) {
    if (segment[0] === 'ST') open = []
    open?.push(segment)
    if (segment[0] !== 'SE' || open === null) continue
    said.push(...againstTable(root, open))
    open = null
  }
  return said
}

type Loop = { kind: 'loop'; id: string; required: boolean; most: number; inside: Node[] }
type Row = { kind: 'row'; id: string; required: boolean; most: number; elements: Element[] }
type Node = Loop | Row
type Element = { at: number; required: boolean; codes: string[] | null }

function fieldTable(set: string): Loop {
  const stack: Loop[] = []
  for (const line of readFileSync(join(import.meta.dirname, `fields-${set}.txt`), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const depth = line.length - line.trimStart().length
    const words = line.trim().split(' ')
    const isLoop = words[0] === 'LOOP'
    const [id = '', usage, most = '1', ...elements] = isLoop ? words.slice(1) : words
    const common = { id, required: usage === 'R', most: most === '*' ? Number.POSITIVE_INFINITY : Number(most) }
    const node: Node = isLoop
      ? { kind: 'loop', ...common, inside: [] }
      : { kind: 'row', ...common, elements: elements.map(element) }
    if (depth > 0) stack[depth - 1]?.inside.push(node)
    if (node.kind === 'loop') stack[depth] = node
  }
  const [root] = stack
  if (root === undefined) throw new Error(`The field table of the ${set} is empty`)
  return root
}

function element(text: string): Element {
  const [place = '', codes] = text.split('=')
  return { at: Number.parseInt(place, 10), required: !place.includes('?'), codes: codes?.split('|') ?? null }
}

/** Goes down the table and along the segments at once, strictly in order, and never back. */
function againstTable(root: Loop, segments: string[][]): string[] {
  const said: string[] = []
  const end = walk(root, 0)
  if (end < segments.length) said.push(`${segments[end]?.join('*')} has no place in the table`)
  return said

  function walk(loop: Loop, from: number): number {
    let at = from
    for (let index = 0; index < loop.inside.length; ) {
      const node = loop.inside[index] as Node
      if (node.kind === 'loop') {
        at = repeatLoop(node, at)
        index++
        continue
      }
      // Rows of one name beside each other may come in any order among themselves.
      const rows = sameName(loop.inside, index)
      at = takeRows(loop, rows, at)
      index += rows.length
    }
    return at
  }

  function repeatLoop(loop: Loop, from: number): number {
    let at = from
    let times = 0
    while (begins(loop, segments[at])) {
      at = walk(loop, at)
      times++
    }
    if (times === 0 && loop.required) said.push(`loop ${loop.id} is missing before ${segments[at]?.join('*')}`)
    if (times > loop.most) said.push(`loop ${loop.id} comes ${times} times`)
    return at
  }

  function takeRows(loop: Loop, rows: Row[], from: number): number {
    const counts = new Map<Row, number>()
    let at = from
    for (let isFirst = true; ; isFirst = false) {
      const segment = segments[at]
      // A loop begins once: what looks like its first segment again begins the next.
      const isNext = !isFirst && rows[0] === loop.inside[0] && begins(loop, segment)
      const row = isNext ? undefined : rows.find((each) => fits(each, segment))
      if (row === undefined || segment === undefined) break
      counts.set(row, (counts.get(row) ?? 0) + 1)
      said.push(...checkRow(row, segment))
      at++
    }
    for (const row of rows) {
      const count = counts.get(row) ?? 0
      if (count === 0 && row.required) said.push(`${row.id} of ${loop.id} is missing before ${segments[at]?.join('*')}`)
      if (count > row.most) said.push(`${row.id} of ${loop.id} comes ${count} times`)
    }
    return at
  }
}

function sameName(nodes: Node[], from: number): Row[] {
  const rows: Row[] = []
  for (let index = from; index < nodes.length; index++) {
    const node = nodes[index]
    if (node?.kind !== 'row' || node.id !== nodes[from]?.id) break
    rows.push(node)
  }
  return rows
}

function begins(loop: Loop, segment: string[] | undefined): boolean {
  const [first] = loop.inside
  if (first === undefined) return false
  return first.kind === 'loop' ? begins(first, segment) : fits(first, segment)
}

/** The name, and the codes of the first element, or for HL the level, tell which row a segment is. */
function fits(row: Row, segment: string[] | undefined): boolean {
  if (segment === undefined || segment[0] !== row.id) return false
  const telling = row.elements.find(({ at, codes }) => codes !== null && at === (row.id === 'HL' ? 3 : 1))
  return telling === undefined || isOneOf(telling, segment)
}

function checkRow(row: Row, segment: string[]): string[] {
  return row.elements.flatMap((each) => {
    const value = segment[each.at] ?? ''
    const place = `${row.id}${String(each.at).padStart(2, '0')} of ${segment.join('*')}`
    if (value === '') return each.required ? [`${place} is missing`] : []
    return isOneOf(each, segment) ? [] : [`${place} is none of ${each.codes?.join()}`]
  })
}

/** The dump does not say which part of a composite a code list is for: any part will do. */
function isOneOf({ at, codes }: Element, segment: string[]): boolean {
  return codes === null || (segment[at] ?? '').split(':').some((part) => codes.includes(part))
}
