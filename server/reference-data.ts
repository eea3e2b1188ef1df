import { recordCancellationRule, type WindowHours } from '../business/charges/cancellation-policy-store.ts'
import { recordRetryRule } from '../business/charges/retry-rule-store.ts'
import { recordAnswerLimit } from '../business/claims/answer-limit-store.ts'
import answerLimitData from '../business/claims/data/answer-limits.json' with { type: 'json' }
import { recordForm } from '../business/clients/form-store.ts'
import { standardForms } from '../business/clients/standard-forms.ts'
import { recordPaySchedule } from '../business/contracts/pay-schedule-store.ts'
import { type DeskLimit, recordDeskLimit } from '../business/credentialing/desk-limit-store.ts'
import { paySchedules } from '../business/payouts/payment-window.ts'
import { recordAbsorptionDeadline } from '../business/remittances/absorption-deadline-store.ts'
import { recordHorizon } from '../business/scheduling/horizon-store.ts'
import { recordDiagnosisCodes, recordServiceCodes, recordTimeLimits } from '../business/sessions/catalogue-store.ts'
import { diagnosisCodes } from '../business/sessions/check-diagnoses.ts'
import diagnosisData from '../business/sessions/data/diagnosis-codes.json' with { type: 'json' }
import timeLimitData from '../business/sessions/data/time-limits.json' with { type: 'json' }
import { recordReminderRule } from '../business/sessions/reminder-store.ts'
import { serviceCodes } from '../business/sessions/service-code.ts'
import type { Db } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { calendarDate, type Instant } from '../libraries/calendar/index.ts'
import { cents } from '../libraries/money/index.ts'
import { builtInCoverageData, seedCoverageEditions } from './coverage-editions.ts'
import rules from './data/operator-rules.json' with { type: 'json' }

const always = { from: calendarDate('2020-01-01'), until: null }

/** Brings the dated catalogues and rules that come with the product into the database; what is there stays as it is. */
export async function seedReferenceData(operations: Db, now: Instant): Promise<void> {
  await asOperations(operations, { user: null, now }, async (db) => {
    await seedCoverageEditions(db, builtInCoverageData, now)
    await recordServiceCodes(db, serviceCodes)
    for (const form of standardForms) await recordForm(db, form)
    await recordDiagnosisCodes(db, diagnosisCodes, diagnosisData.source)
    await recordTimeLimits(db, timeLimitData.limits as Parameters<typeof recordTimeLimits>[1])
    for (const limit of answerLimitData.limits) {
      await recordAnswerLimit(db, limit as Parameters<typeof recordAnswerLimit>[1])
    }
    for (const [index, dated] of paySchedules.entries()) await recordPaySchedule(db, `schedule-${index + 1}`, dated)
    for (const { kind, days, source } of rules.absorptionDeadlines) {
      const row = { ...always, kind: kind as Parameters<typeof recordAbsorptionDeadline>[1]['kind'], days, source }
      await recordAbsorptionDeadline(db, row)
    }
    await recordRetryRule(db, { ...rules.retryRule, id: 'retry-1', during: always })
    await seedCancellationRule(db)
    for (const limit of rules.deskLimits) {
      await recordDeskLimit(db, { ...limit, kind: limit.kind as DeskLimit['kind'], during: always })
    }
    await recordHorizon(db, { ...rules.horizon, id: 'horizon-1', during: always })
    for (const rule of rules.reminders) {
      await recordReminderRule(db, { ...rule, audience: rule.audience as 'client' | 'clinician', during: always })
    }
  })
}

async function seedCancellationRule(db: Db): Promise<void> {
  const { windowHours, lateCents, noShowCents, mostCents, ...rule } = rules.cancellationRule
  await recordCancellationRule(db, {
    ...rule,
    id: 'cancellation-1',
    windowHours: windowHours as WindowHours,
    late: cents(lateCents),
    noShow: cents(noShowCents),
    most: cents(mostCents),
    during: always,
  })
}
