import { expect, test } from 'vitest'
import { serviceCodes } from '../sessions/service-code.ts'
import { serviceLabel } from './say-service.ts'

test('every service of the catalogue has a name in Spanish, and none is the English one', () => {
  for (const { code, label } of serviceCodes) {
    const said = serviceLabel('es', { code, label })
    expect(said, code).not.toBe(label)
    expect(serviceLabel('en', { code, label }), code).toBe(label)
  }
})
