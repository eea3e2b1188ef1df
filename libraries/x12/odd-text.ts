const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8, or null when the bytes are none. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

/** Whether text holds a control character other than the marks allowed. */
export function hasControl(text: string, allowed: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 32 || code === 127) && !allowed.includes(text.charAt(at))) return true
  }
  return false
}

export function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

export function countLineFeeds(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) lines++
  return lines
}

/** The same text as a property name: the engine then compares it by identity with the names in the code. */
export function interned(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text
}
