import { expect, test } from 'vitest'
import { serviceCodes } from '../sessions/service-code.ts'
import { labelInLanguage } from './label-in-language.ts'

test('every service of the catalogue has a name in Spanish, and none is the English one', () => {
  for (const { code, label } of serviceCodes) {
    const said = labelInLanguage('es', { code, label })
    expect(said, code).not.toBe(label)
    expect(labelInLanguage('en', { code, label }), code).toBe(label)
  }
})
