import type { Page } from 'playwright-core'

/** A session whose insurer denied, and whose practice was paid all the same. */
export async function openDenied(page: Page, url: string): Promise<void> {
  const practiceId = await practiceOf(page, url)
  const api = `${url}/api/practices/${practiceId}/sessions`
  const confirmed = await rows(page, `${api}?show=confirmed`)
  for (const { id } of confirmed) {
    const { claimStatus } = await (await page.request.get(`${api}/${id}`)).json()
    if (claimStatus === 'denied') return void (await page.goto(`${url}/practice/${practiceId}/sessions/${id}`))
  }
  throw new Error('no session of the demonstration was denied')
}

/** The first session that waits to be confirmed. */
export async function openToConfirm(page: Page, url: string): Promise<void> {
  const practiceId = await practiceOf(page, url)
  const [first] = await rows(page, `${url}/api/practices/${practiceId}/sessions?show=to_confirm`)
  if (first === undefined) throw new Error('no session of the demonstration waits to be confirmed')
  await page.goto(`${url}/practice/${practiceId}/sessions/${first.id}/confirm`)
}

/** Where whoever has signed in works. */
export async function practiceOf(page: Page, url: string): Promise<string> {
  const me = (await (await page.request.get(`${url}/api/me`)).json()) as { memberships: { practiceId: string }[] }
  const [first] = me.memberships
  if (first === undefined) throw new Error('who signed in works nowhere')
  return first.practiceId
}

async function rows(page: Page, address: string): Promise<{ id: string }[]> {
  const answer = (await (await page.request.get(address)).json()) as { id: string }[] | { rows: { id: string }[] }
  return Array.isArray(answer) ? answer : answer.rows
}
