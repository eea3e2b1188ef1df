import { expect, test } from 'vitest'
import { inCrashFolder, runAll, runAt } from './crash.ts'
import { draw, numbersFrom } from './crash-draw.ts'
import { crashPoints } from './crash-points.ts'
import { prepareStages } from './crash-stages.ts'

const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000)
const drawn = draw(crashPoints, 4, numbersFrom(seed))

test(`killed at four points (CRASH_SEED=${seed}) and started again, the server comes to the same cents and sends every file once`, {
  timeout: 300_000,
}, async () => {
  const outcomes = await inCrashFolder(async (folder, env) => {
    const runs = drawn.map((point) => runAt(point, point.stage))
    const prepared = await prepareStages(folder, runs, env)
    return runAll(folder, runs, prepared, { atOnce: 2, tell: () => undefined })
  })
  expect(outcomes.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  expect(outcomes.map(({ died }) => died)).toEqual(drawn.map(() => true))
})

test('every crash point is another place, and there are more than twenty-five', () => {
  const places = new Set(crashPoints.map(({ stage, at }) => `${stage} ${at}`))
  expect(places.size).toBe(crashPoints.length)
  expect(places.size).toBeGreaterThan(25)
})
