import { DRIVERS, type Driver } from '../../../../shared/vocabulary.ts';
import { compile, type Cue, type DriverCues } from '../../cues/cue.ts';
import { ALIGNMENT_MET } from './met/alignment.ts';
import { BEING_HEARD_MET } from './met/being-heard.ts';
import { CERTAINTY_MET } from './met/certainty.ts';
import { CONTINUITY_MET } from './met/continuity.ts';
import { CONTROL_MET } from './met/control.ts';
import { EASE_MET } from './met/ease.ts';
import { FAIRNESS_MET } from './met/fairness.ts';
import { PROGRESS_MET } from './met/progress.ts';
import { RECOGNITION_MET } from './met/recognition.ts';
import { RELIEF_MET } from './met/relief.ts';
import { SAFETY_MET } from './met/safety.ts';
import { TRUST_MET } from './met/trust.ts';
import { ALIGNMENT_THREATENED } from './threatened/alignment.ts';
import { BEING_HEARD_THREATENED } from './threatened/being-heard.ts';
import { CERTAINTY_THREATENED } from './threatened/certainty.ts';
import { CONTINUITY_THREATENED } from './threatened/continuity.ts';
import { CONTROL_THREATENED } from './threatened/control.ts';
import { EASE_THREATENED } from './threatened/ease.ts';
import { EXPOSURE_THREATENED } from './threatened/exposure.ts';
import { FAIRNESS_THREATENED } from './threatened/fairness.ts';
import { PROGRESS_THREATENED } from './threatened/progress.ts';
import { RECOGNITION_THREATENED } from './threatened/recognition.ts';
import { RELIEF_THREATENED } from './threatened/relief.ts';
import { SAFETY_THREATENED } from './threatened/safety.ts';
import { TRUST_THREATENED } from './threatened/trust.ts';
import { PAIRS } from './pairs.ts';

/** The cues of each need, one file a driver and pole. */
const CUES_BY_DRIVER: Readonly<Record<Driver, Omit<DriverCues, 'driver'>>> = {
  certainty: { threatened: CERTAINTY_THREATENED, met: CERTAINTY_MET },
  safety: { threatened: [...SAFETY_THREATENED, ...EXPOSURE_THREATENED], met: SAFETY_MET },
  trust: { threatened: TRUST_THREATENED, met: TRUST_MET },
  control: { threatened: CONTROL_THREATENED, met: CONTROL_MET },
  ease: { threatened: EASE_THREATENED, met: EASE_MET },
  relief: { threatened: RELIEF_THREATENED, met: RELIEF_MET },
  progress: { threatened: PROGRESS_THREATENED, met: PROGRESS_MET },
  recognition: { threatened: RECOGNITION_THREATENED, met: RECOGNITION_MET },
  alignment: { threatened: ALIGNMENT_THREATENED, met: ALIGNMENT_MET },
  fairness: { threatened: FAIRNESS_THREATENED, met: FAIRNESS_MET },
  continuity: { threatened: CONTINUITY_THREATENED, met: CONTINUITY_MET },
  being_heard: { threatened: BEING_HEARD_THREATENED, met: BEING_HEARD_MET },
};

/** Every cue of every driver, ready to match. */
export const CUES: readonly Cue[] = DRIVERS.flatMap((driver) =>
  compile({ driver, ...CUES_BY_DRIVER[driver] }),
);

/** Cues over two sentences that follow each other. */
export const PAIR_CUES: readonly Cue[] = PAIRS.flatMap(compile);
