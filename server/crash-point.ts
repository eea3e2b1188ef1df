import type { Logger } from 'pino'

/** The world's witness: ends the process as a power cut would, the given time that the named point is passed. */
export function witnessThatCrashes(
  crashAt: { point: string; time: number } | null,
  log: Pick<Logger, 'trace'>,
): (point: string) => void {
  if (crashAt === null) return (point) => log.trace({ point }, 'passed')
  let passed = 0
  return (point) => {
    if (point !== crashAt.point) return
    passed += 1
    if (passed === crashAt.time) process.kill(process.pid, 'SIGKILL')
  }
}
