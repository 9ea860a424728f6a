import type { SettingsView } from '../../../shared/api/settings/get-settings.ts';
import { READ_SWITCHES, type TenantSettings } from '../../../shared/settings.ts';
import type { CrmFeature } from '../../crm/port.ts';
import { isActivityKind, type RecordKind } from '../../crm/records.ts';
import { featureOfKind, preflight, type Preflight } from '../connection/preflight.ts';
import { KIND_NOUNS } from '../units/kind-nouns.ts';
import { saysSwitchedOff } from '../units/switched-off.ts';
import type { SyncFigures } from './sync-figures.ts';

type CoverageLine = SettingsView['coverage'][number];
type Switch = (typeof READ_SWITCHES)[number];

export interface CoverageQuestion {
  readonly kinds: readonly RecordKind[];
  readonly features: readonly CrmFeature[];
  readonly granted: readonly string[];
  readonly settings: TenantSettings;
  readonly figures: Pick<SyncFigures, 'held' | 'skipped' | 'notes'>;
  /** Kinds that were read to the end at least once. */
  readonly readOnce: readonly RecordKind[];
}

/** What the account's permissions allow; a kind that the last night was refused counts as probed. */
export function permissionsOf(question: CoverageQuestion): Preflight {
  const { features, granted, figures } = question;
  const probes = refusedKinds(question).map((kind) => ({ kind, allowed: false }));
  const found = preflight(features, { granted, probes });
  const lacking = features.filter((_, index) => found.checks[index]?.state !== 'ready');
  const unread = lacking.flatMap(({ kinds }) => kinds).filter(isActivityKind);
  // A kind of which we never held anything has an unknown share, and a share without it would flatter us.
  if (unread.some((kind) => !figures.held.has(kind))) return found;
  return preflight(features, { granted, probes, counts: activitiesHeld(figures.held) });
}

function activitiesHeld(held: SyncFigures['held']) {
  return Object.fromEntries([...held].filter(([kind]) => isActivityKind(kind)));
}

function refusedKinds({ figures }: CoverageQuestion): readonly RecordKind[] {
  return figures.notes.filter((note) => !saysSwitchedOff(note)).map(({ kind }) => kind);
}

/** One line a kind. What has a switch but is no kind, transcripts and response figures, has none. */
export function coverageOf(question: CoverageQuestion): readonly CoverageLine[] {
  const { features } = question;
  const found = permissionsOf(question);
  const sentences = new Map(
    features.map(({ name }, index) => [name, found.checks[index]?.sentence ?? null]),
  );
  return question.kinds.map((kind) => {
    const feature = featureOfKind(features, kind);
    const missing = feature === null ? null : (sentences.get(feature.name) ?? null);
    return lineOf(question, kind, missing);
  });
}

function lineOf(
  { settings, figures, readOnce }: CoverageQuestion,
  kind: RecordKind,
  missing: string | null,
): CoverageLine {
  const off = switchOf(kind);
  const state = stateOf({
    isOff: off !== null && settings.notRead.includes(off),
    isMissing: missing !== null,
    isRead: readOnce.includes(kind),
  });
  const ofKind = figures.skipped.filter((each) => each.kind === kind);
  return {
    ...{ kind, name: KIND_NOUNS[kind], read: figures.held.get(kind) ?? 0, state },
    skipped: ofKind.map(({ reason, count }) => ({ reason, count })),
    note: state === 'not_permitted' ? missing : null,
    switch: off,
  };
}

interface Facts {
  readonly isOff: boolean;
  readonly isMissing: boolean;
  readonly isRead: boolean;
}

/** What the admin decided comes first: a missing permission of something that nobody wants costs nothing. */
function stateOf({ isOff, isMissing, isRead }: Facts): CoverageLine['state'] {
  if (isOff) return 'switched_off';
  if (isMissing) return 'not_permitted';
  return isRead ? 'read' : 'not_read_yet';
}

function switchOf(kind: RecordKind): Switch | null {
  return READ_SWITCHES.find((each) => each === kind) ?? null;
}
