import type { Language } from '../../business/visits/say-date.ts'

const browsers: [sign: RegExp, name: string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [sign: RegExp, name: string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** "Chrome on Windows": as much of what a browser calls itself as a person needs to know it again. */
export function sayDevice(userAgent: string | null | undefined, language: Language = 'en'): string {
  const named = (list: typeof browsers) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  const [browser, system] = [named(browsers), named(systems)]
  if (browser === undefined) return system ?? (language === 'es' ? 'Un navegador' : 'A browser')
  if (system === undefined) return browser
  return language === 'es' ? `${browser} en ${system}` : `${browser} on ${system}`
}
