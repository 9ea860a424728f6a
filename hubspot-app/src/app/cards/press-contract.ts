// Generated from shared/vocabulary.ts, shared/api/post-verdict.ts, shared/api/actions/post-slot-verdict.ts, shared/api/actions/post-task.ts, shared/api/actions/post-note.ts, shared/api/actions/post-do-not-analyse.ts, shared/api/actions/post-refresh.ts by scripts/generate-card-contract.ts. Do not edit.
// HubSpot packages only what lies in this folder, so nothing here can import shared/.

export type Driver =
  | 'certainty'
  | 'safety'
  | 'trust'
  | 'control'
  | 'ease'
  | 'relief'
  | 'progress'
  | 'recognition'
  | 'alignment'
  | 'fairness'
  | 'continuity'
  | 'being_heard';

export type PersonaSlot = 'values' | 'where_and_how' | 'pain_points' | 'influencers' | 'purchasing';

export type PostVerdictBody = {
  readonly recordKind: 'deal' | 'contact' | 'lead';
  readonly recordId: string;
  readonly dealId: string | null;
  readonly personId: string;
  readonly driver: Driver;
  readonly verdict: 'right' | 'not_right';
};

export type PostSlotVerdictBody = {
  readonly recordKind: 'deal' | 'contact' | 'lead';
  readonly recordId: string;
  readonly dealId: string | null;
  readonly personId: string;
  readonly slot: PersonaSlot;
  readonly entryId: string;
  readonly verdict: 'right' | 'not_right';
};

export type PostTaskBody = {
  readonly recordKind: 'deal' | 'contact' | 'lead';
  readonly recordId: string;
  readonly dealId: string | null;
  readonly personId: string;
  readonly stepId: string;
  readonly subject?: undefined | string;
  readonly body?: undefined | string;
};

export type PostTaskResponse = { readonly state: 'created' | 'queued' };

export type PostNoteBody = {
  readonly recordKind: 'deal' | 'contact' | 'lead';
  readonly recordId: string;
  readonly dealId: string | null;
  readonly personId: string;
};

export type PostNoteResponse = { readonly state: 'created' | 'queued' };

export type PostDoNotAnalyseBody = {
  readonly recordKind: 'deal' | 'contact';
  readonly recordId: string;
};

export type PostRefreshBody = {
  readonly recordKind: 'deal' | 'contact' | 'lead';
  readonly recordId: string;
};

export type PostRefreshResponse = {
  readonly state: 'started' | 'too_soon';
  readonly againAt: string;
};
