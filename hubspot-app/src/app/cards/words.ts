import type {
  ActivityKind,
  BuyingRole,
  ConfidenceWord,
  Driver,
  MapCell,
  Pole,
  Stage,
  Status,
} from './card-contract.ts';

/** The words a rep reads for each closed list of the contract; a new member without a word fails the types. */

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  awareness: 'Awareness',
  consideration: 'Consideration',
  decision: 'Decision',
  retention: 'Retention',
};

export const STAGE_ORDER: readonly Stage[] = [
  'awareness',
  'consideration',
  'decision',
  'retention',
];

export const DRIVER_WORDS: Readonly<Record<Driver, string>> = {
  certainty: 'Certainty',
  safety: 'Safety',
  trust: 'Trust',
  control: 'Control',
  ease: 'Ease',
  relief: 'Relief',
  progress: 'Progress',
  recognition: 'Recognition',
  alignment: 'Alignment',
  fairness: 'Fairness',
  continuity: 'Continuity',
  being_heard: 'Being heard',
};

/** Of a need in this deal. */
export const POLE_WORDS: Readonly<Record<Pole, string>> = { threatened: 'at stake', met: 'met' };

export const CONFIDENCE_WORDS: Readonly<Record<ConfidenceWord, string>> = {
  said: 'Said',
  likely: 'Likely',
  hint: 'Hint',
};

/** How a quote is known, where quotation marks and a name do not say it all. */
export const STATUS_WORDS: Readonly<Record<Exclude<Status, 'said'>, string>> = {
  implied: 'between the lines',
  reported: 'not word for word',
  observed: 'seen, not said',
};

export const ROLE_WORDS: Readonly<Record<BuyingRole, string>> = {
  champion: 'champion',
  economic_buyer: 'budget holder',
  technical_evaluator: 'evaluator',
  user: 'user',
  procurement: 'procurement',
  legal: 'legal',
  security: 'security',
  influencer: 'influencer',
};

export const ACTIVITY_WORDS: Readonly<Record<ActivityKind, string>> = {
  email: 'mail',
  call: 'call',
  meeting: 'meeting',
  note: 'note',
  chat: 'chat',
  thread: 'chat thread',
  ticket: 'ticket',
  survey: 'survey answer',
  form: 'form',
  task: 'task',
};

export const CELL_WORDS: Readonly<Record<MapCell, string>> = {
  tasks: 'Tasks',
  influences: 'Influences',
  risks: 'Risks',
  goals: 'Goals',
  pains: 'Pains',
  sees: 'Sees',
  hears: 'Hears',
  says: 'Says',
  does: 'Does',
  thinks: 'Thinks',
  feels: 'Feels',
};

/** How an entry of the map or of the five questions is known. */
export const ENTRY_WORDS = {
  said: 'said',
  reported: 'noted by our side',
  observed: 'seen',
  inferred: 'our reading',
  asked: 'worth asking',
  role_default: 'usual for the role, ask first',
} as const;
