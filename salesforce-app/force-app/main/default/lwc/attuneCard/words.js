// Generated from hubspot-app/src/app/cards/words.ts and server/persona/thoughts.ts by
// scripts/checks/generate-lightning-copies.ts. Do not edit.

export const ACTIVITY_WORDS = {
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

export const CELL_WORDS = {
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

export const CONFIDENCE_WORDS = {
  said: 'Said',
  likely: 'Likely',
  hint: 'Hint',
};

export const DRIVER_WORDS = {
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

export const ENTRY_WORDS = {
  said: 'said',
  reported: 'noted by our side',
  observed: 'seen',
  inferred: 'our reading',
  asked: 'worth asking',
  role_default: 'usual for the role, ask first',
};

export const POLE_WORDS = {
  threatened: 'at stake',
  met: 'met',
};

export const ROLE_WORDS = {
  champion: 'champion',
  economic_buyer: 'budget holder',
  technical_evaluator: 'evaluator',
  user: 'user',
  procurement: 'procurement',
  legal: 'legal',
  security: 'security',
  influencer: 'influencer',
};

export const STAGE_ORDER = ['awareness', 'consideration', 'decision', 'retention'];

export const STAGE_WORDS = {
  awareness: 'Awareness',
  consideration: 'Consideration',
  decision: 'Decision',
  retention: 'Retention',
};

export const STATUS_WORDS = {
  implied: 'between the lines',
  reported: 'not word for word',
  observed: 'seen, not said',
};

export const CELL_QUESTIONS = {
  tasks: 'What is on your desk this month, apart from this?',
  influences: 'Whose advice counts for you here?',
  risks: 'What would make this go wrong for you?',
  goals: 'How would you know, in a year, that it was worth it?',
  pains: 'Which part of the present way costs you most?',
  sees: 'What else have you looked at?',
  hears: 'What do your colleagues say about it?',
  says: 'How would you describe it to a colleague in one sentence?',
  does: 'How do you handle it today, step by step?',
  thinks: 'What do you make of what you have seen so far?',
  feels: 'How is it going for you, with all of this?',
};
