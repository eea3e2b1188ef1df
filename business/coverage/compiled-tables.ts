/**
 * A network's providers, plans and places as numbers, so that a decision reads integers only. Days are numbers like
 * 20260408; a set of Blue licensees, or of states, is two
 * words of 32 bits, a member's bit being its place in the order of ids.
 */
export type CompiledTables = {
  /** The rows of provider n: authorities, credentials and exclusions each from [n] up to [n + 1]. */
  authorityFrom: Int32Array
  credentialFrom: Int32Array
  exclusionFrom: Int32Array
  /** state, from, until */
  authorities: Int32Array
  /** network, state, standing (bit 0 virtual, bit 1 pending, bit 2 terminated), from, until, payer-ready, low word, high word */
  credentials: Int32Array
  /** from, until */
  exclusions: Int32Array
  /** network, flags (bit 0 Blue, bit 1 BlueCard), low and high word of its licensee, low and high word of accepted states */
  plans: Int32Array
  /** state, flags (see placeFlag), first world, end of worlds */
  places: Int32Array
  /** low and high word of the local Blues of each world */
  worlds: Int32Array
}

export const authorityWidth = 3
export const credentialWidth = 8
export const exclusionWidth = 2
export const planWidth = 6
export const placeWidth = 4
export const worldWidth = 2

export const placeFlag = { unknown: 1, abroad: 2, noAddress: 4, countyKnown: 8 }

export const bitsInWord = 32
/** How many Blue licensees, and how many states, a set can hold. */
export const setSize = 2 * bitsInWord

/** The bit of a member in the low word of a set, and in the high one; none of either for what is no member (-1). */
export const lowBit = (member: number) => (member >= 0 && member < bitsInWord ? 1 << member : 0)
export const highBit = (member: number) => (member >= bitsInWord && member < setSize ? 1 << (member - bitsInWord) : 0)

/** One question to the compiled network: six integers. */
export const questionWidth = 6
/** Which of them is the day of service. */
export const dayOfQuestion = 3
/** What a question's last integer says of the session. */
export const situation = {
  confirmation: 1,
  coverageInactive: 2,
  coverageUnverified: 4,
  crisis: 8,
  noCrisisCode: 16,
  noNarrative: 32,
  noResolution: 64,
}

/** The number of a day that has no end. */
export const never = 0x7fffffff

/** '2026-04-08' as 20260408: numbers that compare as the days do. */
export function dayNumber(date: string): number {
  let number = 0
  for (let at = 0; at < date.length; at += 1) {
    const digit = date.charCodeAt(at) - zero
    if (digit >= 0) number = number * 10 + digit
  }
  return number
}

// The marks between a date's parts come before the digits.
const zero = '0'.charCodeAt(0)
