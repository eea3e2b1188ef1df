import { type CardPhotoType, sniffCardPhoto } from '../clients/sniff-card-photo.ts'

export type DocumentType = CardPhotoType
export type DocumentRefusal =
  | 'document_empty'
  | 'document_is_page'
  | 'document_is_program'
  | 'document_is_archive'
  | 'document_runs_code'
  | 'document_locked'
  | 'document_cut_off'
  | 'document_unknown'

/**
 * What a paper is by its bytes, whatever it is called: a JPEG, PNG, HEIC or PDF; anything else is refused by name. A PDF that
 * would do something when it is opened (ISO 32000-2, 12.6.4), is locked with a password (7.6) or has no end (7.5.5) is none
 * of ours, nor is a picture behind which a page or a program begins.
 */
export function sniffDocument(bytes: Uint8Array): { type: DocumentType } | { refused: DocumentRefusal } {
  if (bytes.length === 0) return { refused: 'document_empty' }
  const type = sniffCardPhoto(bytes)
  if (type === null) return { refused: nameOf(bytes) }
  if (type !== 'application/pdf') return hasMarkup(bytes) ? { refused: 'document_is_page' } : { type }
  const text = latin(bytes)
  // A name may be written in numbers of its letters: /J#61vaScript (7.3.5).
  const names = text.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  if (/\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/.test(names))
    return { refused: 'document_runs_code' }
  if (/\/Encrypt\b/.test(names)) return { refused: 'document_locked' }
  if (!text.slice(-2048).includes('%%EOF')) return { refused: 'document_cut_off' }
  return hasMarkup(bytes) ? { refused: 'document_is_page' } : { type }
}

function nameOf(bytes: Uint8Array): DocumentRefusal {
  const begins = (...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte)
  const isProgram =
    begins(0x4d, 0x5a) || begins(0x7f, 0x45, 0x4c, 0x46) || begins(0xcf, 0xfa, 0xed, 0xfe) || begins(0x23, 0x21)
  if (isProgram) return 'document_is_program'
  const isArchive =
    begins(0x50, 0x4b) || begins(0x1f, 0x8b) || begins(0x52, 0x61, 0x72, 0x21) || begins(0x37, 0x7a, 0xbc, 0xaf)
  if (isArchive || begins(0xd0, 0xcf, 0x11, 0xe0)) return 'document_is_archive'
  return hasMarkup(bytes) ? 'document_is_page' : 'document_unknown'
}

// What a browser may take for a page if somebody tells it to; a paper has none of it, in one byte a letter or in two.
function hasMarkup(bytes: Uint8Array): boolean {
  const text = latin(bytes).replaceAll('\0', '')
  return /<(?:!doctype\s+html|html|script|svg|iframe|body|\?php)[\s>/]/i.test(text)
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
