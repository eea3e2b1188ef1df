/** What of a name an ACH field can carry: capital ASCII letters without accents, cut to the width. */
export function achText(text: string, width: number): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .toUpperCase()
    .slice(0, width)
    .trimEnd()
}
