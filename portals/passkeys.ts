import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { answerOf, api, ask } from './api.ts'
import { Trouble } from './trouble.ts'

/** What a passkey signs when somebody enters. */
type EnterOptions = { challenge: string; rpId: string; timeout: number; userVerification: 'required' }

// Fetched with the first use: most pages need none of it.
const browser = () => import('@simplewebauthn/browser')

/** Whether this browser, at this address, knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof globalThis.PublicKeyCredential === 'function'
}

/** Whether the browser offers passkeys among what it fills into the field for the address. */
export async function offersPasskeys(): Promise<boolean> {
  return knowsPasskeys() && (await (await browser()).browserSupportsWebAuthnAutofill())
}

type Entering = { as?: string; autofill?: boolean; chosen?: () => void }

/**
 * Signs in with a passkey that the person chooses; `as` where only that login is meant. With `autofill` the browser waits
 * until somebody chooses one in the field, which may be never; `chosen` hears of it. What went wrong is thrown as `Trouble`.
 */
export async function enterByPasskey({ as, autofill = false, chosen }: Entering = {}): Promise<void> {
  mustKnowPasskeys()
  const { startAuthentication } = await browser()
  const optionsJSON = await ask<EnterOptions>('/api/passkeys/sign-in-options', { body: {} })
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill }).catch(throwTrouble)
  chosen?.()
  await ask('/api/passkeys/sign-ins', { body: { response, ...(as === undefined ? {} : { as }) } })
}

/** Takes back what waits in the field, so that nothing is asked on another page. */
export async function stopWaiting(): Promise<void> {
  const { WebAuthnAbortService } = await browser()
  WebAuthnAbortService.cancelCeremony()
}

/** Makes a passkey on this device, or wherever the person chooses, and keeps it with the login. */
export async function makePasskey(name: string, key: string): Promise<void> {
  mustKnowPasskeys()
  const { startRegistration } = await browser()
  const optionsJSON = await answerOf<PublicKeyCredentialCreationOptionsJSON>(
    api.POST('/api/me/passkeys/options', { body: {} }) as never,
  )
  const response = await startRegistration({ optionsJSON }).catch(throwTrouble)
  await ask('/api/me/passkeys', { body: { name, response }, key })
}

function mustKnowPasskeys(): void {
  if (!knowsPasskeys()) throw trouble('passkey_unsupported')
}

const said = {
  passkey_unsupported:
    'This browser offers no passkeys at this address. They need https, or localhost in the demonstration.',
  passkey_left: 'No passkey was used: the question was closed, or took too long.',
  passkey_wrong_address: 'Passkeys work at the address under which this server is known, and this is another one.',
  passkey_known: 'This device keeps a passkey of yours already. Choose another device, or use the one that is there.',
  passkey_unfit:
    'This device cannot keep a passkey that checks who you are by finger, face or PIN. Choose another one.',
}

function throwTrouble(caught: unknown): never {
  if (caught instanceof Trouble) throw caught
  throw trouble(codeOf(caught))
}

function codeOf(caught: unknown): keyof typeof said {
  const code = caught instanceof Error && 'code' in caught ? caught.code : ''
  switch (code) {
    case 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED':
      return 'passkey_known'
    case 'ERROR_INVALID_DOMAIN':
    case 'ERROR_INVALID_RP_ID':
      return 'passkey_wrong_address'
    case 'ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT':
    case 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT':
    case 'ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG':
      return 'passkey_unfit'
    default:
      return 'passkey_left'
  }
}

function trouble(code: keyof typeof said): Trouble {
  return new Trouble({ title: 'No passkey was used', status: 0, code, detail: said[code] }, false)
}
