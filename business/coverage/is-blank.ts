/** Whether a text says nothing: absent, empty or white space. */
export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
