/** The most that one line may hold: a thousand times what the longest real one does, and well within one text's bounds. */
export const longestLine = 64 * 1024 * 1024

/**
 * The lines of a stream of UTF-8, one after the other in little memory. Only a line feed ends a line: JSON may hold every
 * other kind of break inside a text. A byte order mark before a line and a carriage return behind it are no part of it.
 * Null stands for a line that is longer than `longest`, in bytes.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  longest = longestLine,
): AsyncGenerator<string | null> {
  let held: Uint8Array[] = []
  let size = 0
  const take = (part: Uint8Array) => {
    size += part.length
    if (size <= longest) held.push(part)
    else held = []
  }
  const line = () => {
    const text = size > longest ? null : textOf(held)
    held = []
    size = 0
    return text
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at))
      yield line()
      from = at + 1
    }
    if (from < chunk.length) take(chunk.subarray(from))
  }
  if (size > 0) yield line()
}

function textOf(parts: readonly Uint8Array[]): string {
  const text = new TextDecoder().decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
