import type { ActivityKind } from '../../../shared/vocabulary.ts';
import type { CrmFeature } from '../../crm/port.ts';
import type { RecordKind } from '../../crm/records.ts';

/** What one try at a kind of record met. */
export interface Probe {
  readonly kind: RecordKind;
  readonly allowed: boolean;
}

export interface PreflightFindings {
  readonly granted: readonly string[];
  readonly probes: readonly Probe[];
  /** Activities that the account holds, by kind, as far as known. */
  readonly counts?: Readonly<Partial<Record<ActivityKind, number>>>;
}

export interface FeatureCheck {
  readonly name: string;
  /** `refused`: granted, but the CRM answers no, because the person who connected may not see these records. */
  readonly state: 'ready' | 'scope_missing' | 'refused';
  readonly missingScopes: readonly string[];
  /** What it costs; null when ready. */
  readonly sentence: string | null;
}

export interface Preflight {
  readonly checks: readonly FeatureCheck[];
  /** Nothing that is always needed is missing. */
  readonly connectable: boolean;
  /** Of the account's activities, what we can read, from 0 to 1; null when their number is not known. */
  readonly share: number | null;
  /** "As it is, we read 11 % of your activity." Null when we read all of it, or do not know. */
  readonly shareSentence: string | null;
}

/** What works for an account, and what each missing permission costs it. */
export function preflight(features: readonly CrmFeature[], findings: PreflightFindings): Preflight {
  const checks = features.map((feature) => checkFeature(feature, findings));
  const unread = features
    .filter((_, index) => checks[index]?.state !== 'ready')
    .flatMap(({ kinds }) => kinds);
  const share = shareRead(findings.counts ?? {}, unread);
  return {
    checks,
    connectable: features.every(
      ({ asked }, index) => asked === 'optional' || checks[index]?.state !== 'scope_missing',
    ),
    share,
    shareSentence: share === null || share === 1 ? null : sayShare(share),
  };
}

/** The feature that an account lacks when the CRM refuses a kind of record. */
export function featureOfKind(
  features: readonly CrmFeature[],
  kind: RecordKind,
): CrmFeature | null {
  return features.find(({ kinds }) => kinds.includes(kind)) ?? null;
}

function checkFeature(feature: CrmFeature, { granted, probes }: PreflightFindings): FeatureCheck {
  const { name, without } = feature;
  const missingScopes = feature.scopes.filter((scope) => !granted.includes(scope));
  if (missingScopes.length > 0)
    return { name, state: 'scope_missing', missingScopes, sentence: without };
  const refused = probes.some(({ kind, allowed }) => !allowed && feature.kinds.includes(kind));
  return refused
    ? { name, state: 'refused', missingScopes, sentence: `${without} ${ASK_FOR_RIGHTS}` }
    : { name, state: 'ready', missingScopes, sentence: null };
}

const ASK_FOR_RIGHTS =
  'The permission is granted, but the CRM refuses: an admin who may see these records should connect Attune again.';

function shareRead(
  counts: Readonly<Partial<Record<ActivityKind, number>>>,
  unread: readonly RecordKind[],
): number | null {
  // Object.entries widens the keys; the record is keyed by ActivityKind.
  const known = Object.entries(counts) as [ActivityKind, number][];
  const total = sum(known.map(([, count]) => count));
  if (total === 0) return null;
  return sum(known.filter(([kind]) => !unread.includes(kind)).map(([, count]) => count)) / total;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Rounded down, so that nothing missing never reads as everything there; but something is not nothing. */
function sayShare(share: number): string {
  if (share > 0 && share < 0.01) return 'As it is, we read less than 1 % of your activity.';
  return `As it is, we read ${Math.floor(share * 100)} % of your activity.`;
}
