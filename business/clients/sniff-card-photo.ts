export type CardPhotoType = 'image/jpeg' | 'image/png' | 'image/heic' | 'application/pdf'

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'])

/**
 * What the bytes are, by what they begin with and never by what somebody calls them; null for anything but a picture of a
 * card. JPEG: ITU T.81 annex B. PNG: its eight bytes. HEIC: an ISO base media file of an HEIF brand. PDF: ISO 32000 7.5.2.
 */
export function sniffCardPhoto(bytes: Uint8Array): CardPhotoType | null {
  const begins = (...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte)
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (textAt(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (textAt(bytes, 4, 4) === 'ftyp' && heicBrands.has(textAt(bytes, 8, 4))) return 'image/heic'
  return null
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
