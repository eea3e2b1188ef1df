import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findPrograms, nobody, withinReachOfNobody } from './embedded-binaries.ts'

test.runIf(process.getuid?.() === 0)(
  'programs below a folder closed to uid 65534 are copied to where it runs them',
  async () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'evenkeel-programs-'))
    try {
      fs.chmodSync(root, 0o755)
      const closed = path.join(root, 'closed')
      const folder = path.join(root, 'postgres')
      for (const made of [closed, folder]) fs.mkdirSync(made, { mode: 0o700 })
      const original = path.dirname(path.dirname(path.dirname((await findPrograms()).postgres)))
      fs.cpSync(original, path.join(closed, 'package'), { recursive: true, verbatimSymlinks: true })
      const bin = path.join(closed, 'package', 'native', 'bin')
      const programs = { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') }
      const said: string[] = []
      const place = path.join(root, 'place')
      const reached = withinReachOfNobody({ programs, folder, place }, (line) => said.push(line))
      expect(reached.home).toBe(folder)
      expect(said.join()).toContain(`they run from ${place}`)
      for (const program of Object.values(reached.programs)) {
        expect(
          spawnSync(program, ['--version'], { uid: nobody, gid: nobody, cwd: '/', encoding: 'utf8' }).stdout,
        ).toContain('18.')
      }
    } finally {
      fs.rmSync(root, { recursive: true, force: true })
    }
  },
)
