/** The environment is not what the start needs; `lines` name each setting and what is wrong with it. */
export class SettingsTrouble extends Error {
  readonly lines: string[]
  constructor(lines: string[]) {
    super(`The settings are not complete:\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'SettingsTrouble'
    this.lines = lines
  }
}
