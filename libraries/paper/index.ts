export type { Column, Fact, Paper, Part, Table } from './paper.ts'
export { writeCsv } from './write-csv.ts'
export { writePdf } from './write-pdf.ts'
export { writeText } from './write-text.ts'
