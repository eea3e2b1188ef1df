import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Whole servers, browsers and processes that are killed: none of them may be what everybody else waits for at the end.
const long = [
  '/simulation/crash.',
  '/portals/',
  '/server/authorization-matrix.',
  '/server/lived-in/',
  '/server/backup-',
]

/** Vitest's own order knows the sizes of files, and how long each took where it ran before, which a fresh clone has not. */
export class LongTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((part) => moduleId.includes(part))
      return place === -1 ? long.length : place
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
