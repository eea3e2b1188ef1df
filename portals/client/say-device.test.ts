import { expect, test } from 'vitest'
import { sayDevice } from './say-device.ts'

test('a device is named as a person would name it', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36'
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1'
  expect(sayDevice(windows, 'en')).toBe('Chrome on Windows')
  expect(sayDevice(`${windows} Edg/141.0`, 'en')).toBe('Edge on Windows')
  expect(sayDevice(phone, 'en')).toBe('Safari on iPhone')
  expect(sayDevice(phone, 'es')).toBe('Safari en iPhone')
})

test('what says nothing of itself is a browser', () => {
  expect([sayDevice(null, 'en'), sayDevice('curl/8.9', 'en')]).toEqual(['A browser', 'A browser'])
  expect(sayDevice(null, 'es')).toBe('Un navegador')
})
