/** A sentence with its places filled: "You pay {amount}" and { amount: '$25.00' }. A place without a value stays as it is. */
export function fillWords(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return value === undefined ? place : String(value)
  })
}
