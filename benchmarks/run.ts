import { spawn } from 'node:child_process'
import { join } from 'node:path'

// `npm run bench -- NAME [OPTIONS]`

const benchmarks: Readonly<Record<string, string>> = {
  coverage: 'how many billing decisions a second [--json] [--count N]',
  guidance: 'a client’s guidance with twelve places, asked of the server [--json] [--count N]',
  http: 'many people at once reading and confirming, and what row-level security costs [--json] [--users N] [--seconds N]',
  pages: 'each portal’s first page on a cold cache, and the way from page to page [--json]',
  redecide: 'how long to decide a million stored sessions again after a change [--json] [--count N]',
  x12: 'how fast claim files are read and written, beside others [--json] [--quick]',
}

const [name = '', ...options] = process.argv.slice(2)
if (name in benchmarks) {
  const script = join(import.meta.dirname, `${name}.ts`)
  spawn(process.execPath, [script, ...options], { stdio: 'inherit' }).on('close', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  const lines = Object.entries(benchmarks).map(([each, does]) => `  ${each.padEnd(10)}${does}`)
  process.stderr.write(`Usage: npm run bench -- NAME\n\n${lines.join('\n')}\n`)
  process.exitCode = 2
}
