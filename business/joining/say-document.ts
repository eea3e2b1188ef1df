import type { DocumentKind } from './document-standing.ts'

const names: Record<DocumentKind, string> = {
  licence: 'copy of a license',
  malpractice: 'malpractice certificate',
  w9: 'Form W-9',
  bank_proof: 'voided check or letter of the bank',
}

/** A paper in the words of letters and pages. */
export function sayDocument(kind: DocumentKind): string {
  return names[kind]
}
