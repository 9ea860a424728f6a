import { createHubSpot } from '../../../server/crm/hubspot/index.ts';
import type { CallMeter, CrmPort } from '../../../server/crm/port.ts';
import type { HubSpotAccount, HubSpotOwner } from '../../simulators/hubspot/hubspot-record.ts';
import { NO_LIMITS } from '../../simulators/hubspot/rate-limits.ts';
import { startHubSpot } from '../../simulators/hubspot/start-hubspot.ts';
import type { HubSpotStandIn, StartOptions } from '../../simulators/hubspot/start-hubspot.ts';

/** A stand-in HubSpot with the adapter in front of it, on a clock that moves only when told. */
export interface OpenHubSpot {
  readonly hubspot: HubSpotStandIn;
  readonly port: CrmPort;
  readonly now: () => Date;
  advance(milliseconds: number): void;
}

export const NO_METER: CallMeter = {
  take: () => Promise.resolve(),
  seen: () => undefined,
};

const FIRST_MOMENT = Date.parse('2026-11-20T10:00:00.000Z');

export async function openHubSpot(
  options: Partial<StartOptions> = {},
  { meter = NO_METER, timeoutMs = 2_000 }: { meter?: CallMeter; timeoutMs?: number } = {},
): Promise<OpenHubSpot> {
  let nowMs = FIRST_MOMENT;
  const now = (): Date => new Date(nowMs);
  const hubspot = await startHubSpot({
    ...EMPTY_ACCOUNT,
    clock: now,
    accountId: '4242',
    limits: NO_LIMITS,
    ...options,
  });
  const port = createHubSpot({
    baseUrl: hubspot.url,
    accessToken: () => Promise.resolve(hubspot.issueAccessToken()),
    meter,
    timeoutMs,
  });
  return {
    hubspot,
    port,
    now,
    advance: (milliseconds) => {
      nowMs += milliseconds;
    },
  };
}

const LONG_AGO = '2020-01-01T09:00:00.000Z';

/** Ada and Ben share a team; Cy has none. */
const OWNERS: readonly HubSpotOwner[] = [
  owner({ id: '501', firstName: 'Ada', userId: 9001, teams: ['7'] }),
  owner({ id: '502', firstName: 'Ben', userId: 9002, teams: ['7'] }),
  owner({ id: '503', firstName: 'Cy', userId: 9003, teams: [] }),
];

export const EMPTY_ACCOUNT: HubSpotAccount = {
  records: [],
  transcripts: {},
  owners: OWNERS,
  pipelines: [
    {
      id: 'sales',
      label: 'Sales',
      displayOrder: 0,
      createdAt: LONG_AGO,
      updatedAt: LONG_AGO,
      archived: false,
      stages: [
        stage('open', { isClosed: 'false', probability: '0.2' }),
        stage('won', { isClosed: 'true', probability: '1.0' }),
        stage('lost', { isClosed: 'true', probability: '0.0' }),
      ],
    },
  ],
};

function stage(
  id: string,
  metadata: Readonly<Record<string, string>>,
): HubSpotAccount['pipelines'][number]['stages'][number] {
  return { id, label: id, displayOrder: 0, metadata, archived: false };
}

interface OwnerDraft {
  readonly id: string;
  readonly firstName: string;
  readonly userId: number;
  readonly teams: readonly string[];
}

function owner({ id, firstName, userId, teams }: OwnerDraft): HubSpotOwner {
  return {
    id,
    firstName,
    lastName: 'Larkfield',
    email: `${firstName.toLowerCase()}@larkfield.example`,
    userId,
    teams: teams.map((team) => ({ id: team, name: `Team ${team}`, primary: true })),
    createdAt: LONG_AGO,
    updatedAt: LONG_AGO,
    archived: false,
  };
}
