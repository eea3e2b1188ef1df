import { authenticatorCode } from '../server/authenticator-code.ts'
import type { Walker } from './walker.ts'

/** Somebody who works in a practice and signed in by a password sets up the authenticator app that the page asks for. */
export async function setUpTwoFactors(walker: Walker, password: string): Promise<{ key: string }> {
  await walker.arrives('Set up your second factor', 'second factor')
  await walker.write('Your password', password)
  await walker.press('button', 'Begin')
  await walker.sees('Scan this with an authenticator app.')
  const key = (await walker.page.locator('code').first().innerText()).trim()
  await walker.looks('second factor, its code')
  await walker.write('Code that the app shows now', authenticatorCode(key))
  await walker.press('button', 'Finish')
  return { key }
}
