/** The server cannot start as things stand; `lines` name each thing that is wrong. */
export class StartTrouble extends Error {
  readonly lines: string[]
  constructor(what: string, lines: string[]) {
    super(`${what}:\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'StartTrouble'
    this.lines = lines
  }
}
