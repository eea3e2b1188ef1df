// The command line's entrance: `npm run --silent evenkeel -- COMMAND`. Runs on any Node from 20 on, and hands over to ours.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies, nodeToRunOn } from './ensure-dependencies.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const commandLine = join(root, 'server', 'evenkeel.ts')

// What stripping the types costs, in time and in 30 MB of memory, is paid once.
const compiled = join(root, 'node_modules', '.cache', 'node-compiled')

try {
  ensureDependencies()
  handOver(nodeToRunOn())
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

function handOver(node) {
  const words = process.argv.slice(2)
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env }
  // Files of any size are read in little memory: the first such reading leaves the stripping to a process before it.
  if (words[0] === 'x12' && !existsSync(env.NODE_COMPILE_CACHE)) {
    spawnSync(node, [commandLine, 'x12', 'check', '/dev/null'], { stdio: 'ignore', env })
  }
  const child = spawn(node, [commandLine, ...words], { stdio: 'inherit', env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']
  for (const signal of signals) {
    // A terminal sends its interrupt to every process in front of it, the child included.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
  }
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1
      return
    }
    for (const name of signals) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}
