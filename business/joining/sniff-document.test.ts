import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sniffDocument } from './sniff-document.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)))
const jpeg = [0xff, 0xd8, 0xff, 0xe0]
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const pdf = (inside: string) => bytes(`%PDF-1.7\n1 0 obj <<${inside}>> endobj\ntrailer <<>>\n%%EOF\n`)

// biome-ignore format: a table
test.each([
  // what is sent                                      bytes                                                answer
  ['a photo',                                          bytes(jpeg, 'picture'),                              'image/jpeg'],
  ['a screenshot',                                     bytes(png, 'picture'),                               'image/png'],
  ['a photo of a phone',                               bytes([0, 0, 0, 24], 'ftypheic', 'picture'),         'image/heic'],
  ['a scan',                                           pdf('/Type /Catalog'),                               'application/pdf'],
  ['nothing',                                          bytes(),                                             'document_empty'],
  ['a web page that is called licence.pdf',            bytes('<!DOCTYPE html><body>'),                      'document_is_page'],
  ['a drawing that can run a script',                  bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),  'document_is_page'],
  ['a page in letters of two bytes',                   bytes('<\0s\0c\0r\0i\0p\0t\0>\0'),                   'document_is_page'],
  ['a photo behind which a page begins',               bytes(jpeg, '...<script>alert(1)</script>'),         'document_is_page'],
  ['a program for Windows',                            bytes('MZ', [0x90, 0]),                              'document_is_program'],
  ['a program for Linux',                              bytes([0x7f], 'ELF'),                                'document_is_program'],
  ['a script for a shell',                             bytes('#!/bin/sh\n'),                                'document_is_program'],
  ['an archive, or a document of an office program',   bytes('PK', [3, 4]),                                 'document_is_archive'],
  ['an older document of an office program',           bytes([0xd0, 0xcf, 0x11, 0xe0]),                     'document_is_archive'],
  ['a PDF that runs a script',                         pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'document_runs_code'],
  ['a PDF that hides the name of its script',          pdf('/S /J#61vaScript'),                             'document_runs_code'],
  ['a PDF that starts a program',                      pdf('/S /Launch /F (cmd.exe)'),                      'document_runs_code'],
  ['a PDF with a file inside',                         pdf('/Names << /EmbeddedFiles 2 0 R >>'),            'document_runs_code'],
  ['a PDF with a password',                            pdf('/Encrypt 5 0 R'),                               'document_locked'],
  ['half a PDF',                                       bytes('%PDF-1.7\n1 0 obj'),                          'document_cut_off'],
  ['a text',                                           bytes('License 1234'),                               'document_unknown'],
])('%s', (_, sent, answer) => {
  const found = sniffDocument(sent)
  expect('type' in found ? found.type : found.refused).toBe(answer)
})

test('whatever is sent, the answer is a type of ours or a refusal with a name', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (sent) => {
      const found = sniffDocument(sent)
      expect('type' in found ? found.type.includes('/') : found.refused.startsWith('document_')).toBe(true)
    }),
  )
})
