import { expect, test } from 'vitest'
import { explainCommand } from './explain-command.ts'
import { WrongUse } from './wrong-use.ts'

test.each([[[]], [['a session']], [['01960000-0000-7000-8000-00000000000']], [['--json']]])(
  'a session is named by its id: %j is wrong use',
  async (args) => {
    await expect(explainCommand(args)).rejects.toThrow(WrongUse)
  },
)

test('a folder without a database explains nothing, and says so', async () => {
  const args = ['01960000-0000-7000-8000-000000000001', '--data', '/nowhere-at-all']
  await expect(explainCommand(args)).rejects.toThrow('There is no database in /nowhere-at-all')
})
