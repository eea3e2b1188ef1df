import type {
  Client,
  ConfirmationDraft,
  DiagnosisCode,
  Home,
  House,
  Me,
  Modality,
  Payments,
  Plain,
  Preview,
  ServiceCode,
  SessionPage,
  SessionRow,
} from './contract.ts'
import type { Problem } from './trouble.ts'

type Json<Body> = { content: { 'application/json': Body } }
type None = { query?: never; header?: never; path?: never; cookie?: never }
type Refused = { default: Json<Problem> }
type InPractice = { practiceId: string }
type OfSession = InPractice & { sessionId: string }

type Get<Path, Answer, Query = never> = {
  parameters: None
  get: { parameters: { path: Path; query?: Query }; responses: { 200: Json<Plain<Answer>> } & Refused }
}
type Post<Path, Body, Answer> = {
  parameters: None
  post: {
    parameters: { path: Path; header?: { 'Idempotency-Key': string } }
    requestBody: Json<Body>
    responses: { 201: Json<Plain<Answer>> } & Refused
  }
}

export type NewSession = { personId: string; memberId: string; startsAt: string; endsAt: string; modality: Modality }
export type NewConfirmation = ConfirmationDraft & { note: { body: string } | null }
export type Confirmed = { confirmationId: string; version: number }

/** The server's routes in the shape that openapi-typescript writes. */
export type paths = {
  '/api/house': Get<Record<string, never>, House>
  '/api/me': Get<Record<string, never>, Me>
  '/api/practices/{practiceId}/home': Get<InPractice, Home>
  '/api/practices/{practiceId}/clients': Get<InPractice, Client[]>
  '/api/practices/{practiceId}/sessions': Get<InPractice, SessionRow[], { show?: 'to_confirm' | 'confirmed' | 'all' }> &
    Omit<Post<InPractice, NewSession, { id: string }>, 'parameters'>
  '/api/practices/{practiceId}/sessions/{sessionId}': Get<OfSession, SessionPage>
  '/api/practices/{practiceId}/sessions/{sessionId}/confirmation-preview': Post<OfSession, ConfirmationDraft, Preview>
  '/api/practices/{practiceId}/sessions/{sessionId}/confirmations': Post<OfSession, NewConfirmation, Confirmed>
  '/api/practices/{practiceId}/sessions/{sessionId}/addenda': Post<OfSession, { body: string }, { id: string }>
  '/api/practices/{practiceId}/sessions/{sessionId}/voids': Post<OfSession, { reason: string }, unknown>
  '/api/practices/{practiceId}/service-codes': Get<InPractice, ServiceCode[], { on?: string }>
  '/api/practices/{practiceId}/diagnosis-codes': Get<InPractice, DiagnosisCode[], { q?: string }>
  '/api/practices/{practiceId}/payments': Get<InPractice, Payments>
  '/api/operations/queues': Get<Record<string, never>, unknown>
}
