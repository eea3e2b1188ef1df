import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Paper } from './paper.ts'

export type Style = { font: 'regular' | 'semibold'; size: number; leading: number; color: string }
type Content = PDFKit.PDFStructureContent
type Element = PDFKit.PDFStructureElement

/** US Letter, in points. */
const margin = { left: 54, right: 54, top: 54, bottom: 64 }
const page = { width: 612, height: 792 }
export const textWidth = page.width - margin.left - margin.right

const fontFile = (weight: string) => readFileSync(join(import.meta.dirname, 'fonts', `figtree-${weight}.ttf`))
const fonts = { regular: fontFile('regular'), semibold: fontFile('semibold') }

/** Figures of one width, so that amounts stand under each other. */
const features: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum', 'kern']

/** One PDF being written from the top down: it knows how far down the page we are and what each mark on it means. */
export class Sheet {
  y = margin.top
  readonly #pdf: PDFKit.PDFDocument
  readonly #root: Element
  readonly #chunks: Uint8Array[] = []
  readonly #done: Promise<void>

  constructor(paper: Paper) {
    // Noon: the same day in every American time zone.
    const writtenAt = new Date(`${paper.writtenOn}T12:00:00Z`)
    this.#pdf = new PDFDocument({
      size: 'LETTER',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      pdfVersion: '1.7',
      lang: paper.language,
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      info: { Title: paper.title, Producer: 'paper', Creator: 'paper', CreationDate: writtenAt, ModDate: writtenAt },
    })
    this.#pdf.registerFont('regular', fonts.regular)
    this.#pdf.registerFont('semibold', fonts.semibold)
    this.#root = this.#pdf.struct('Document')
    this.#pdf.addStructure(this.#root)
    this.#pdf.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
    this.#done = new Promise((resolve, reject) => this.#pdf.once('end', resolve).once('error', reject))
  }

  measure(style: Style): (text: string) => number {
    return (text) => {
      this.#pdf.font(style.font).fontSize(style.size)
      return this.#pdf.widthOfString(text, { features })
    }
  }

  /** How much height is left on this page. */
  get left(): number {
    return page.height - margin.bottom - this.y
  }

  /** The height of an empty page. */
  get whole(): number {
    return page.height - margin.top - margin.bottom
  }

  /** Goes to a new page unless so much height is left on this one; answers whether it did. */
  needs(height: number): boolean {
    if (height <= this.left || this.y === margin.top) return false
    this.#pdf.addPage()
    this.y = margin.top
    return true
  }

  space(height: number): void {
    if (this.y > margin.top) this.y += height
  }

  /** Writes one line, x points from the left margin, as content of an element still to be made. */
  line(tag: string, text: string, at: { x: number; y: number }, style: Style): Content {
    const content = this.#pdf.markStructureContent(tag)
    this.#draw(text, at.x, at.y, style)
    this.#pdf.endMarkedContent()
    return content
  }

  /** Writes what only decorates or repeats: readers for the blind pass over it. */
  artifact(text: string, at: { x: number; y: number }, style: Style): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' })
    this.#draw(text, at.x, at.y, style)
    this.#pdf.endMarkedContent()
  }

  rectangle(box: { x: number; y: number; width: number; height: number }, color: string): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' })
    this.#pdf.rect(margin.left + box.x, box.y, box.width, box.height).fill(color)
    this.#pdf.endMarkedContent()
  }

  element(tag: string, children: (Content | Element)[], options: { scope?: 'Row' | 'Column' } = {}): Element {
    // Its types do not know of scope yet; without it a header belongs to no cells.
    return this.#pdf.struct(tag, options as object, children)
  }

  add(element: Element): void {
    this.#root.add(element)
  }

  /** Writes the foot of every page, now that their number is known, and answers the file. */
  async finish(
    foot: (page: number, pages: number) => { left: string; right: string },
    style: Style,
  ): Promise<Uint8Array> {
    const { count } = this.#pdf.bufferedPageRange()
    const y = page.height - margin.bottom + 24
    for (let at = 0; at < count; at++) {
      this.#pdf.switchToPage(at)
      const { left, right } = foot(at + 1, count)
      this.artifact(left, { x: 0, y }, style)
      this.artifact(right, { x: textWidth - this.measure(style)(right), y }, style)
    }
    this.#root.end()
    this.#pdf.end()
    await this.#done
    return new Uint8Array(Buffer.concat(this.#chunks))
  }

  #draw(text: string, x: number, y: number, style: Style): void {
    if (text === '') return
    this.#pdf.font(style.font).fontSize(style.size).fillColor(style.color)
    this.#pdf.text(text, margin.left + x, y, { lineBreak: false, features })
  }
}
