import type { Play } from './play.ts';
import { AWARENESS_PLAYS } from './awareness.ts';
import { CONSIDERATION_PLAYS } from './consideration.ts';
import { DECISION_PLAYS } from './decision.ts';
import { PROOF_PLAYS } from './proof.ts';
import { RETENTION_PLAYS } from './retention.ts';

export const ALL_PLAYS: readonly Play[] = [
  ...AWARENESS_PLAYS,
  ...CONSIDERATION_PLAYS,
  ...DECISION_PLAYS,
  ...RETENTION_PLAYS,
  ...PROOF_PLAYS,
];
