import { expect, test } from 'vitest'
import { sayDevice } from './say-device.ts'

test('a device is named as a person would name it', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36'
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1'
  expect(sayDevice(windows)).toBe('Chrome on Windows')
  expect(sayDevice(`${windows} Edg/141.0`)).toBe('Edge on Windows')
  expect(sayDevice(phone)).toBe('Safari on iPhone')
})

test('what says nothing of itself is a browser', () => {
  expect([sayDevice(null), sayDevice('curl/8.9')]).toEqual(['A browser', 'A browser'])
})
