import { createHash } from 'node:crypto';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the whole installation looks like at the moment at which somebody asks. */
export interface Snapshot {
  readonly tenants: Readonly<Record<string, number>>;
  readonly oldestDueSeconds: number;
  readonly inboxLagSeconds: number;
}

export interface AnsweredRequest {
  readonly method: string;
  /** With its placeholders, never as it was asked. */
  readonly path: string;
  readonly status: number;
  readonly seconds: number;
}

/** What one process counts. Accounts appear as the first letters of a hash, people and firms never. */
export interface Metrics {
  /** `status` 0: no answer came. */
  readonly callSeen: (policy: string, status: number) => void;
  budgetSeen(
    tenantId: string,
    budget: { readonly usedCalls?: number; readonly dailyCalls?: number },
  ): void;
  nightEnded(outcome: string): void;
  cardsBuilt(cards: number): void;
  readingsFound(readings: number): void;
  /** `failure`: an error's code; null: it went well. */
  jobDone(kind: string, seconds: number, failure: string | null): void;
  readonly requestAnswered: (request: AnsweredRequest) => void;
  /** Prometheus' text format. */
  render(snapshot: Snapshot): Promise<string>;
}

export function createMetrics(): Metrics {
  const meters = createMeters();
  return {
    callSeen: (policy, status) => {
      meters.calls.inc({ policy, status: classOf(status) });
    },
    budgetSeen: (tenantId, { usedCalls, dailyCalls }) => {
      const tenant = hashOf(tenantId);
      if (usedCalls !== undefined) meters.used.set({ tenant }, usedCalls);
      if (dailyCalls !== undefined) meters.allowed.set({ tenant }, dailyCalls);
    },
    nightEnded: (outcome) => {
      meters.nights.inc({ outcome });
    },
    cardsBuilt: (cards) => {
      meters.cards.inc(cards);
    },
    readingsFound: (readings) => {
      meters.readings.inc(readings);
    },
    jobDone: (kind, seconds, failure) => {
      meters.jobs.observe({ kind }, seconds);
      if (failure !== null) meters.failures.inc({ kind, code: failure });
    },
    requestAnswered: ({ method, path, status, seconds }) => {
      meters.requests.observe({ method, path, status: classOf(status) }, seconds);
    },
    render: ({ tenants, oldestDueSeconds, inboxLagSeconds }) => {
      for (const [state, count] of Object.entries(tenants))
        meters.connections.set({ state }, count);
      meters.dueAge.set(oldestDueSeconds);
      meters.inboxLag.set(inboxLagSeconds);
      return meters.registry.metrics();
    },
  };
}

/** A registry of our own: the library's global one would outlive a test. */
function createMeters() {
  const registry = new Registry();
  const registers = [registry];
  return { registry, ...counters(registers), ...gauges(registers), ...histograms(registers) };
}

function counters(registers: Registry[]) {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `attune_${name}`, help, labelNames, registers });
  return {
    calls: counter('crm_calls_total', 'CRM calls, by limit and class of answer', [
      'policy',
      'status',
    ]),
    nights: counter('nights_total', 'Nights that ended here, by outcome', ['outcome']),
    cards: counter('cards_built_total', 'Cards built', []),
    readings: counter('readings_total', 'Readings stored', []),
    failures: counter('job_failures_total', 'Failed slices of work, by kind and error code', [
      'kind',
      'code',
    ]),
  };
}

function gauges(registers: Registry[]) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `attune_${name}`, help, labelNames, registers });
  return {
    used: gauge('budget_used_calls', 'CRM calls of the account’s day, as of its last call here', [
      'tenant',
    ]),
    allowed: gauge('budget_daily_calls', 'CRM calls a day that the admin allows', ['tenant']),
    connections: gauge('connections', 'Accounts by the state of their connection', ['state']),
    dueAge: gauge('due_work_age_seconds', 'How long the oldest due work has waited', []),
    inboxLag: gauge('inbox_lag_seconds', 'How long the oldest webhook notice has waited', []),
  };
}

function histograms(registers: Registry[]) {
  return {
    jobs: new Histogram({
      name: 'attune_job_seconds',
      help: 'Slices of work, by kind',
      labelNames: ['kind'],
      buckets: [0.01, 0.05, 0.25, 1, 5, 10, 20],
      registers,
    }),
    requests: new Histogram({
      name: 'attune_http_seconds',
      help: 'Answers over HTTP, by address and class of answer',
      labelNames: ['method', 'path', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
  };
}

function classOf(status: number): string {
  return status === 0 ? 'none' : `${Math.floor(status / 100)}xx`;
}

function hashOf(tenantId: string): string {
  return createHash('sha256').update(tenantId).digest('hex').slice(0, 12);
}
