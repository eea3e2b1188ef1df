import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root: here,
  publicDir: 'static',
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // light-dark() stays as written: the tokens need it, and these browsers know it.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: address would need its own place in the content-security-policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What every first page needs comes in one file, and what most pages share in another: fifty small ones took longer
        // to ask for than to carry. What few pages share stays apart, so that no page fetches what it does not show.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'shared', minShareCount: 24, priority: 1 },
          ],
        },
      },
    },
  },
})
