/** A command was given words or options that it does not know; the usage is printed, and the exit code is 2. */
export class WrongUse extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WrongUse'
  }
}
