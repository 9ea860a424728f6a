import type { SettingsView } from '../../../shared/api/settings/get-settings.ts';
import type { Instant } from '../../../shared/ids.ts';
import type { TenantSettings } from '../../../shared/settings.ts';
import type { ConnectionReason, ConnectionState } from '../../../shared/vocabulary.ts';
import type { CrmFeature } from '../../crm/port.ts';
import type { RecordKind } from '../../crm/records.ts';
import { accountDay } from '../limits/account-day.ts';
import { keptForVisitors, type DayCount } from '../limits/day-budget.ts';
import type { NightOutcome, StopReason } from '../night/port.ts';
import { backfillOf } from './backfill-view.ts';
import { CONNECTION_WORDS } from './connection-words.ts';
import { coverageOf, permissionsOf } from './coverage-view.ts';
import { firstRunOf } from './first-run.ts';
import type { CountedPipeline, SyncFigures } from './sync-figures.ts';

/** Everything that the settings page is made of, as it was found at one moment. */
export interface SettingsFacts {
  readonly now: Instant;
  readonly timeZone: string;
  readonly connection: {
    readonly state: ConnectionState;
    readonly stateSince: Instant;
    readonly stateReason: ConnectionReason | null;
    readonly grantedScopes: readonly string[];
  };
  readonly settings: TenantSettings;
  readonly night: NightFound | null;
  /** When the next night begins, by its schedule. */
  readonly nextAt: Instant | null;
  readonly readUntil: Instant | null;
  readonly readOnce: readonly RecordKind[];
  readonly today: DayCount;
  readonly figures: SyncFigures;
  /** Of the CRM, where nothing was read yet; else those of the figures. */
  readonly pipelines: readonly CountedPipeline[];
  readonly expected: ReadonlyMap<RecordKind, number>;
  readonly kinds: readonly RecordKind[];
  readonly features: readonly CrmFeature[];
  readonly reconnectUrl: string;
  readonly dealsUrl: string | null;
}

export interface NightFound {
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly outcome: NightOutcome | null;
  readonly stoppedFor: readonly StopReason[];
  readonly records: number;
  readonly activities: number;
  readonly readings: number;
  readonly cards: number;
  readonly apiCalls: number;
}

export function composeSettingsView(facts: SettingsFacts): SettingsView {
  const { settings, figures, timeZone } = facts;
  const permissions = permissionsOf({ ...facts, granted: facts.connection.grantedScopes });
  const missing = permissions.checks.flatMap(({ sentence }) => sentence ?? []);
  const coverage = coverageOf({ ...facts, granted: facts.connection.grantedScopes });
  return {
    ...{ timeZone, settings, consoleUrl: null },
    connection: connectionOf(facts),
    lastNight: lastNightOf(facts),
    nextNightAt: hasNights(facts) ? facts.nextAt : null,
    permissions: { missing, share: permissions.shareSentence },
    coverage: [...coverage],
    receipts: [...figures.receipts],
    budget: budgetOf(facts),
    lag: {
      readUntil: facts.readUntil,
      waiting: figures.waiting,
      oldestWaitingSince: figures.oldestWaitingSince,
    },
    pipelines: facts.pipelines.map((each) => ({
      ...each,
      chosen: settings.pipelineIds.includes(each.id),
    })),
    backfill: backfillOf(facts),
    firstRun: [...firstRunOf(firstRunFacts(facts, missing))],
  };
}

function hasNights({ connection, settings }: SettingsFacts): boolean {
  return connection.state === 'active' && settings.pipelineIds.length > 0;
}

function connectionOf({ connection, reconnectUrl }: SettingsFacts): SettingsView['connection'] {
  const { state, stateSince, stateReason } = connection;
  return {
    ...{ state, since: stateSince },
    reason: stateReason === null ? null : CONNECTION_WORDS[stateReason],
    reconnectUrl: state === 'active' ? null : reconnectUrl,
  };
}

function lastNightOf({ night }: SettingsFacts): SettingsView['lastNight'] {
  if (night === null) return null;
  const { startedAt, finishedAt, records, activities, readings, cards, apiCalls } = night;
  const outcome = finishedAt === null ? null : (night.outcome ?? 'complete');
  return { startedAt, finishedAt, outcome, records, activities, readings, cards, calls: apiCalls };
}

function budgetOf({ now, timeZone, settings, today }: SettingsFacts): SettingsView['budget'] {
  const { dailyCalls } = settings;
  const usedToday = today.night + today.visitor;
  return {
    ...{ dailyCalls, usedToday, usedForVisitors: today.visitor },
    keptForVisitors: keptForVisitors(dailyCalls),
    resetsAt: accountDay(now, timeZone).endsAt,
    errorShare: usedToday === 0 ? null : Math.min(1, today.errors / usedToday),
  };
}

function firstRunFacts(facts: SettingsFacts, missing: readonly string[]) {
  const { connection, settings, figures, night, reconnectUrl, dealsUrl } = facts;
  const { dailyCalls, pipelineIds } = settings;
  return {
    ...{ missing, dailyCalls, reconnectUrl, dealsUrl },
    isConnected: connection.state === 'active',
    firstCardOpenedAt: figures.firstCardOpenedAt,
    pipelinesChosen: pipelineIds.length,
    isDecided: figures.decidedAt !== null,
    isShort: night?.stoppedFor.includes('budget_spent') ?? false,
    insightCards: figures.insightCards,
  };
}
