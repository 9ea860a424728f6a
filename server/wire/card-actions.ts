import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '../../shared/ids.ts';
import type { Route } from '../http/route.ts';
import { cardActionRoutes } from '../http/routes/actions/card-actions.ts';
import type { SignedActionTools } from '../http/signed-action.ts';
import { createQuestionsNote } from '../insight/actions/create-questions-note.ts';
import { createStepTask } from '../insight/actions/create-step-task.ts';
import { createRefreshRecord } from '../insight/actions/refresh-record.ts';
import { createReleaseRecord, createSilenceRecord } from '../insight/actions/silence-record.ts';
import { createAssertMayAct } from '../insight/rights/assert-may-act.ts';
import { createSaveSlotVerdict, createSaveVerdict } from '../insight/save-verdict.ts';
import type { ViewCard } from '../insight/view/view-card.ts';
import type { JobName } from '../queue/jobs.ts';
import type { MayAdminister } from '../sync/settings/may-administer.ts';
import { ring, type Parts } from './parts.ts';

export interface CardActionParts {
  readonly signed: SignedActionTools;
  readonly viewCard: ViewCard;
  readonly mayAdminister: MayAdminister;
}

/** What a press on a card does. */
export function cardActions(
  parts: Parts,
  { signed, viewCard, mayAdminister }: CardActionParts,
): readonly Route[] {
  const { stores, options } = parts;
  const { insight, silences } = stores;
  const { clock } = options;
  const assertMayAct = createAssertMayAct(stores.rights, insight);
  const ringAll = ringing(parts);
  const delivering = {
    ...{ assertMayAct, viewCard, deliveries: stores.outbox, clock },
    ring: ringAll('push_outbox'),
    pause: (ms: number) => sleep(ms),
  };
  const judging = { store: insight, verdicts: stores.verdicts, assertMayAct, clock };
  return cardActionRoutes({
    ...signed,
    saveVerdict: createSaveVerdict(judging),
    saveSlotVerdict: createSaveSlotVerdict(judging),
    createStepTask: createStepTask({
      ...delivering,
      timeZoneOf: async (tenantId) => (await stores.tenants.loadTenant(tenantId)).timeZone,
    }),
    createQuestionsNote: createQuestionsNote(delivering),
    silenceRecord: createSilenceRecord({
      ...{ store: insight, assertMayAct, silences, clock },
      ring: ringAll('build_cards', 'push_outbox'),
    }),
    releaseRecord: createReleaseRecord({
      ...{ silences, clock, mayAdminister },
      ring: ringAll('push_outbox'),
    }),
    refreshRecord: createRefreshRecord({
      ...{ assertMayAct, refreshes: stores.refreshes, clock },
      ring: ringAll('refresh_records'),
    }),
  });
}

type RingAll = (...jobs: readonly JobName[]) => (tenantId: TenantId) => Promise<void>;

function ringing(parts: Parts): RingAll {
  return (...jobs) =>
    async (tenantId) => {
      for (const job of jobs) await ring(parts, job, tenantId);
    };
}
