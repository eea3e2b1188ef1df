import { drawTable } from './draw-table.ts'
import { checkPaper, type Fact, type Paper, type Part } from './paper.ts'
import { Sheet, type Style, textWidth } from './sheet.ts'
import { wrapWords } from './wrap-words.ts'

const ink = '#1f2a2a'
const quiet = '#586464'
const title: Style = { font: 'semibold', size: 20, leading: 25, color: ink }
const day: Style = { font: 'regular', size: 9.5, leading: 14, color: quiet }
const heading: Style = { font: 'semibold', size: 12.5, leading: 17, color: ink }
const body: Style = { font: 'regular', size: 10, leading: 14.5, color: ink }
const name: Style = { font: 'regular', size: 9.5, leading: 14, color: quiet }
const note: Style = { font: 'regular', size: 9.5, leading: 14, color: ink }
const foot: Style = { font: 'regular', size: 8.5, leading: 12, color: quiet }

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}

/**
 * A paper as a tagged PDF on US Letter: title, language and reading order for those who listen to it, page numbers,
 * tables that go on over the page with their header repeated. The same paper gives the same bytes.
 */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  checkPaper(paper)
  const sheet = new Sheet(paper)
  paragraph(sheet, 'H1', paper.title, title)
  sheet.space(2)
  paragraph(sheet, 'P', dayInWords(paper), day)
  for (const part of paper.parts) drawPart(sheet, part)
  const measure = sheet.measure(foot)
  const shortTitle = wrapWords(paper.title, textWidth - 120, measure)
  return sheet.finish(
    (page, pages) => ({
      left: shortTitle.length > 1 ? `${shortTitle[0]} …` : (shortTitle[0] ?? ''),
      right: paper.language === 'es' ? `Página ${page} de ${pages}` : `Page ${page} of ${pages}`,
    }),
    foot,
  )
}

function drawPart(sheet: Sheet, part: Part): void {
  switch (part.kind) {
    case 'heading':
      sheet.space(20)
      // A heading alone at the foot of a page heads nothing.
      sheet.needs(heading.leading + 3 * body.leading)
      paragraph(sheet, 'H2', part.text, heading)
      break
    case 'text':
      sheet.space(7)
      paragraph(sheet, 'P', part.text, body)
      break
    case 'facts':
      sheet.space(7)
      drawFacts(sheet, part.rows)
      break
    case 'table':
      sheet.space(9)
      drawTable(sheet, part)
      break
    case 'note':
      sheet.space(10)
      drawNote(sheet, part.text)
      break
  }
}

function paragraph(sheet: Sheet, tag: string, text: string, style: Style): void {
  const contents = wrapWords(text, textWidth, sheet.measure(style)).map((line) => {
    sheet.needs(style.leading)
    const content = sheet.line(tag, line, { x: 0, y: sheet.y }, style)
    sheet.y += style.leading
    return content
  })
  sheet.add(sheet.element(tag, contents))
}

/** Names on the left, values beside them; to a screen reader a table whose rows have headers. */
function drawFacts(sheet: Sheet, rows: Fact[]): void {
  const measureName = sheet.measure(name)
  const nameWidth = Math.min(textWidth * 0.36, Math.max(0, ...rows.map((row) => measureName(row.name)))) + 1
  const x = nameWidth + 18
  const elements = rows.map((row) => {
    const names = wrapWords(row.name, nameWidth, measureName)
    const values = wrapWords(row.value, textWidth - x, sheet.measure(body))
    const height = Math.max(names.length, values.length)
    sheet.needs(Math.min(height, 6) * body.leading)
    const lines = Array.from({ length: height }, (_, at) => {
      sheet.needs(body.leading)
      const both = {
        name: names.slice(at, at + 1).map((line) => sheet.line('TH', line, { x: 0, y: sheet.y + 0.5 }, name)),
        value: values.slice(at, at + 1).map((line) => sheet.line('TD', line, { x, y: sheet.y }, body)),
      }
      sheet.y += body.leading
      return both
    })
    sheet.y += 2.5
    return sheet.element('TR', [
      sheet.element(
        'TH',
        lines.flatMap((line) => line.name),
        { scope: 'Row' },
      ),
      sheet.element(
        'TD',
        lines.flatMap((line) => line.value),
      ),
    ])
  })
  sheet.add(sheet.element('Table', elements))
}

function drawNote(sheet: Sheet, text: string): void {
  const inset = 14
  const lines = wrapWords(text, textWidth - 2 * inset, sheet.measure(note))
  sheet.needs(Math.min(lines.length, 4) * note.leading + 16)
  const contents: ReturnType<Sheet['line']>[] = []
  while (lines.length > 0) {
    sheet.needs(note.leading + 16)
    const here = lines.splice(0, Math.max(1, Math.floor((sheet.left - 16) / note.leading)))
    const height = here.length * note.leading + 14
    sheet.rectangle({ x: 0, y: sheet.y, width: textWidth, height }, '#f5f2ea')
    sheet.rectangle({ x: 0, y: sheet.y, width: 2.5, height }, '#3a847f')
    for (const [at, line] of here.entries()) {
      contents.push(sheet.line('P', line, { x: inset, y: sheet.y + 8 + at * note.leading }, note))
    }
    sheet.y += height
  }
  sheet.add(sheet.element('P', contents))
}

function dayInWords(paper: Paper): string {
  const [year = '', month = '', day = ''] = paper.writtenOn.split('-')
  const monthName = months[paper.language][Number(month) - 1]
  return paper.language === 'es' ? `${Number(day)} de ${monthName} de ${year}` : `${monthName} ${Number(day)}, ${year}`
}
