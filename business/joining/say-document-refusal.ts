import type { DocumentRefusal } from './sniff-document.ts'

const words: Record<DocumentRefusal, string> = {
  document_empty: 'This file is empty.',
  document_is_page: 'This is a web page or a drawing with code, whatever it is called.',
  document_is_program: 'This is a program, whatever it is called.',
  document_is_archive: 'This is an archive or a document of an office program. Print it into a PDF.',
  document_runs_code: 'This PDF does something when it is opened, or carries other files. Print it into a PDF again.',
  document_locked: 'This PDF is locked with a password. Save it without one.',
  document_cut_off: 'This PDF ends too early. Send it again as a whole.',
  document_unknown: 'We cannot read this file.',
}

/** What a refused paper is, in words. */
export function sayDocumentRefusal(refused: DocumentRefusal): string {
  return words[refused]
}
