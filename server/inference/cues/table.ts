import { ALIGNMENT } from './alignment.ts';
import { BEING_HEARD } from './being-heard.ts';
import { CERTAINTY } from './certainty.ts';
import { CONTINUITY } from './continuity.ts';
import { CONTROL } from './control.ts';
import { compile, type Cue } from './cue.ts';
import { EASE } from './ease.ts';
import { FAIRNESS } from './fairness.ts';
import { PAIRS } from './pairs.ts';
import { PROGRESS } from './progress.ts';
import { RECOGNITION } from './recognition.ts';
import { RELIEF } from './relief.ts';
import { SAFETY } from './safety.ts';
import { TRUST } from './trust.ts';

/** Every cue of every driver, ready to match. */
export const CUES: readonly Cue[] = [
  CERTAINTY,
  SAFETY,
  TRUST,
  CONTROL,
  EASE,
  RELIEF,
  PROGRESS,
  RECOGNITION,
  ALIGNMENT,
  FAIRNESS,
  CONTINUITY,
  BEING_HEARD,
].flatMap(compile);

/** Cues over two sentences that follow each other. */
export const PAIR_CUES: readonly Cue[] = PAIRS.flatMap(compile);
