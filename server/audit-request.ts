import type { FastifyRequest } from 'fastify'
import type { Client, Who, World } from '../business/world.ts'
import type { AuditEvent } from './audit-store.ts'
import type { Rule } from './route-rules.ts'

/** A record that a request named; the operator's people name the practice whose it is. */
export type Looked = { personId?: string; sessionId?: string; reason?: string; practiceId?: string }

type Answered = {
  request: FastifyRequest
  rule: Rule
  who: Who | Client | null
  looked: Looked[]
  payload: unknown
  world: World
}

/**
 * What a request that succeeded leaves in the audit: one event for each record that it named, or one for the route. An
 * answer about one client names the client by `personId` or `client.personId`; a path names its session. What the
 * operator's people open of a practice stands in that practice's own audit, so that it sees who looked and why.
 */
export function auditEventsOf({ request, rule, who, looked, payload, world }: Answered): AuditEvent[] {
  if (rule.audited === 'nothing' || who === null) return []
  const params = request.params as { personId?: string; sessionId?: string; practiceId?: string }
  const named: Answered['looked'] =
    looked.length > 0 ? looked : [{ ...params, ...personNamedBy(request.body, payload, rule) }]
  return named.map(({ personId, sessionId = params.sessionId, reason, practiceId = params.practiceId }) => ({
    practiceId: 'practiceId' in who ? (practiceId ?? who.practiceId) : null,
    id: world.ids.next(),
    at: world.clock.now(),
    userId: who.userId,
    personId: personId ?? null,
    action: `${rule.audited} ${request.method} ${request.routeOptions.url ?? ''}`,
    subject: sessionId === undefined ? subjectOf(rule, payload) : `session ${sessionId}`,
    reason: reason ?? null,
  }))
}

function personNamedBy(body: unknown, payload: unknown, rule: Rule): { personId?: string } {
  if (rule.audited === 'list') return {}
  const personId = textAt(body, 'personId') ?? personIn(parsed(payload))
  return personId === null ? {} : { personId }
}

function personIn(answer: unknown): string | null {
  const client = answer !== null && typeof answer === 'object' && 'client' in answer ? answer.client : null
  return textAt(answer, 'personId') ?? textAt(client, 'personId')
}

function subjectOf(rule: Rule, payload: unknown): string {
  if (rule.audited === 'list') return 'list'
  const id = textAt(parsed(payload), 'id')
  return id === null ? 'route' : `made ${id}`
}

function parsed(payload: unknown): unknown {
  if (typeof payload !== 'string' || payload === '') return null
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}

function textAt(value: unknown, key: string): string | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const entry = (value as Record<string, unknown>)[key]
  return typeof entry === 'string' ? entry : null
}
