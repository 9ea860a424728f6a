// Generated from shared/vocabulary.ts, shared/card.ts, shared/api/get-card.ts by scripts/generate-card-contract.ts. Do not edit.
// HubSpot packages only what lies in this folder, so nothing here can import shared/.

export type Stage = 'awareness' | 'consideration' | 'decision' | 'retention';

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

export type Pole = 'threatened' | 'met';

export type Status = 'said' | 'implied' | 'reported' | 'observed';

export type ConfidenceWord = 'said' | 'likely' | 'hint';

export type BuyingRole =
  | 'champion'
  | 'economic_buyer'
  | 'technical_evaluator'
  | 'user'
  | 'procurement'
  | 'legal'
  | 'security'
  | 'influencer';

export type PersonaSlot = 'values' | 'where_and_how' | 'pain_points' | 'influencers' | 'purchasing';

export type MapCell =
  | 'tasks'
  | 'influences'
  | 'risks'
  | 'goals'
  | 'pains'
  | 'sees'
  | 'hears'
  | 'says'
  | 'does'
  | 'thinks'
  | 'feels';

export type ActivityKind =
  'email' | 'call' | 'meeting' | 'note' | 'chat' | 'thread' | 'ticket' | 'survey' | 'form' | 'task';

export type Moment = { readonly at: string; readonly as: 'day' | 'ago' | 'age' | 'time' };

export type Phrase = readonly (string | Moment)[];

export type SourceLink = { readonly kind: ActivityKind; readonly id: string; readonly at: string };

export type Quote = {
  readonly evidenceId: string;
  readonly shown: string;
  readonly author: string;
  readonly status: Status;
  readonly source: SourceLink;
  readonly shared: boolean;
};

export type DriverClaim = {
  readonly driver: Driver;
  readonly pole: Pole;
  readonly word: ConfidenceWord;
  readonly title: string;
  readonly sentence: Phrase;
  readonly quotes: readonly Quote[];
  readonly against: Phrase | null;
  readonly verdict: 'right' | 'not_right' | null;
};

export type OpenConcern = {
  readonly id: string;
  readonly driver: Driver;
  readonly text: Phrase;
  readonly raisedAt: string;
  readonly timesRaised: number;
  readonly quote: Quote;
};

export type PromptLine = { readonly id: string; readonly text: Phrase };

export type NextStepLine = {
  readonly id: string;
  readonly title: Phrase;
  readonly reason: Phrase;
  readonly action: 'email' | 'meeting' | 'task' | 'none';
  readonly draft: { readonly subject: string; readonly body: string } | null;
};

export type PersonChip = {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly role: BuyingRole | null;
};

export type Focus = {
  readonly person: PersonChip;
  readonly deal: { readonly id: string; readonly name: string } | null;
  readonly choices: readonly {
    readonly key: string;
    readonly label: string;
    readonly chosen: boolean;
  }[];
  readonly waiting: Phrase | null;
};

export type StageChip = {
  readonly stage: Stage | null;
  readonly crmStage: string | null;
  readonly mismatch: boolean;
  readonly since: string | null;
};

export type WhyPanel = {
  readonly rule: string;
  readonly conditions: readonly {
    readonly sentence: string;
    readonly held: boolean;
    readonly value: string | null;
  }[];
  readonly wouldMove: readonly string[];
  readonly focus: string;
};

export type MapCellView = {
  readonly cell: MapCell;
  readonly entries: readonly {
    readonly text: string;
    readonly status: 'said' | 'observed' | 'inferred' | 'asked';
    readonly source: SourceLink | null;
  }[];
};

export type PersonaSlotView = {
  readonly slot: PersonaSlot;
  readonly question: string;
  readonly entries: readonly {
    readonly text: string;
    readonly status: 'said' | 'reported' | 'observed' | 'role_default';
    readonly source: SourceLink | null;
    readonly id?: undefined | string;
    readonly confirmedBy?: undefined | { readonly userId: string; readonly name: string | null };
  }[];
};

export type GroupMember = {
  readonly person: PersonChip;
  readonly drivers: readonly {
    readonly driver: Driver;
    readonly pole: Pole;
    readonly word: ConfidenceWord;
  }[];
  readonly lastHeardAt: string | null;
};

export type JourneyPoint = { readonly stage: Stage; readonly from: string };

export type CoveragePanel = { readonly sentence: string; readonly syncedAt: string | null };

export type Brief = { readonly sentences: readonly Phrase[] };

export type Notice =
  | { readonly kind: 'partial'; readonly text: Phrase }
  | { readonly kind: 'old_sources'; readonly text: Phrase }
  | { readonly kind: 'old_reading'; readonly text: Phrase }
  | { readonly kind: 'hand_over'; readonly text: Phrase };

export type InsightCard = {
  readonly kind: 'insight';
  readonly focus: Focus;
  readonly headline: Phrase;
  readonly stage: StageChip;
  readonly updatedAt: string;
  readonly notices: readonly Notice[];
  readonly nextStep: NextStepLine | null;
  readonly alternatives: readonly NextStepLine[];
  readonly drivers: readonly DriverClaim[];
  readonly concerns: readonly OpenConcern[];
  readonly moreConcerns: number;
  readonly prompts: {
    readonly understand: PromptLine | null;
    readonly feel: PromptLine | null;
    readonly act: PromptLine | null;
    readonly avoid: PromptLine | null;
  };
  readonly brief: Brief;
  readonly why: WhyPanel | null;
  readonly map: readonly MapCellView[];
  readonly persona: readonly PersonaSlotView[];
  readonly people: readonly GroupMember[];
  readonly groupNotes: readonly Phrase[];
  readonly journey: readonly JourneyPoint[];
  readonly coverage: CoveragePanel;
};

export type EndedCard = {
  readonly kind: 'ended';
  readonly focus: Focus;
  readonly headline: Phrase;
  readonly crmStage: string;
  readonly endedAt: string;
  readonly updatedAt: string;
  readonly leftOpen: readonly OpenConcern[];
  readonly coverage: CoveragePanel;
  readonly notices?: undefined | readonly Notice[];
};

export type EmptyCard = {
  readonly kind: 'empty';
  readonly focus: Focus | null;
  readonly text: Phrase;
  readonly ask: Phrase | null;
  readonly stage: StageChip | null;
  readonly coverage: CoveragePanel | null;
  readonly notices?: undefined | readonly Notice[];
  readonly paused?: undefined | 'not_connected' | 'reconciling';
  readonly repair?: undefined | { readonly label: string; readonly href: string };
};

export type SilentCard = {
  readonly kind: 'do_not_analyse' | 'no_permission';
  readonly text: Phrase;
  readonly release?:
    | undefined
    | {
        readonly recordKind: 'deal' | 'contact';
        readonly recordId: string;
        readonly name: string | null;
      };
};

export type Card = InsightCard | EndedCard | EmptyCard | SilentCard;

export type GetCardResponse = { readonly card: Card; readonly tenantTimeZone: string };
