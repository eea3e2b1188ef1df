import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.layer.css'
import './design/tokens.css'
import './design/base.css'
import { cssVariablesResolver, theme } from './design/theme.ts'
import { createPortalRouter, fetchAhead } from './router.tsx'
import { Trouble } from './trouble.ts'

// The policy admits style elements by the nonce of this answer only; Mantine and the scroll lock ask for it.
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
setNonce(nonce)

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A definite no stays a no; an answer that never came is asked for twice more.
      retry: (count, error) => count < 2 && !(error instanceof Trouble && !error.unanswered),
    },
  },
})
const router = createPortalRouter(queries)
fetchAhead(router, queries)

const portal = document.getElementById('portal')
if (portal === null) throw new Error('index.html has no element #portal')
createRoot(portal).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
