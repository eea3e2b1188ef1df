// The command line's entrance: `npm run --silent evenkeel -- COMMAND`. Runs on any Node from 20 on, and hands over to ours.
import { spawn } from 'node:child_process'
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
  const child = spawn(node, [commandLine, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
  })
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
