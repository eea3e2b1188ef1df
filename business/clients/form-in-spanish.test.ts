import { expect, test } from 'vitest'
import { formInSpanish } from './form-in-spanish.ts'
import { standardForms } from './standard-forms.ts'

test('every standard form has a translation with as many paragraphs, and none for a wording that nobody has translated', () => {
  for (const form of standardForms) {
    const spanish = formInSpanish(form)
    expect(spanish?.body.split('\n\n').length, form.id).toBe(form.body.split('\n\n').length)
    expect(spanish?.title).not.toBe(form.title)
  }
  expect(formInSpanish({ id: 'consent-to-treatment', version: 99 })).toBeNull()
})
