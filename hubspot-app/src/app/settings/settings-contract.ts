// Generated from shared/settings.ts, shared/api/settings/get-settings.ts, shared/api/settings/post-read-now.ts by scripts/generate-card-contract.ts. Do not edit.
// HubSpot packages only what lies in this folder, so nothing here can import shared/.

export type TenantSettings = {
  readonly nightHour: number;
  readonly dailyCalls: number;
  readonly pipelineIds: readonly string[];
  readonly notRead: readonly (
    | 'email'
    | 'call'
    | 'meeting'
    | 'note'
    | 'chat'
    | 'thread'
    | 'ticket'
    | 'survey'
    | 'form'
    | 'task'
    | 'transcript'
    | 'responses'
  )[];
  readonly writeBack: boolean;
};

export type SettingsView = {
  readonly timeZone: string;
  readonly connection: {
    readonly state: 'active' | 'reconnect_needed' | 'disconnected';
    readonly since: string;
    readonly reason: string | null;
    readonly reconnectUrl: string | null;
  };
  readonly lastNight: {
    readonly startedAt: string;
    readonly finishedAt: string | null;
    readonly outcome: 'reconnect_needed' | 'complete' | 'partial' | null;
    readonly records: number;
    readonly activities: number;
    readonly readings: number;
    readonly cards: number;
    readonly calls: number;
  } | null;
  readonly nextNightAt: string | null;
  readonly permissions: { readonly missing: readonly string[]; readonly share: string | null };
  readonly coverage: readonly {
    readonly kind: string;
    readonly name: string;
    readonly read: number;
    readonly skipped: readonly { readonly reason: string; readonly count: number }[];
    readonly state: 'read' | 'switched_off' | 'not_permitted' | 'not_read_yet';
    readonly note: string | null;
    readonly switch:
      | 'email'
      | 'call'
      | 'meeting'
      | 'note'
      | 'chat'
      | 'thread'
      | 'ticket'
      | 'survey'
      | 'form'
      | 'task'
      | 'transcript'
      | 'responses'
      | null;
  }[];
  readonly receipts: readonly {
    readonly kind: string;
    readonly recordId: string | null;
    readonly reason: string;
    readonly at: string;
  }[];
  readonly budget: {
    readonly dailyCalls: number;
    readonly usedToday: number;
    readonly usedForVisitors: number;
    readonly keptForVisitors: number;
    readonly resetsAt: string;
    readonly errorShare: number | null;
  };
  readonly lag: {
    readonly readUntil: string | null;
    readonly waiting: number;
    readonly oldestWaitingSince: string | null;
  };
  readonly settings: TenantSettings;
  readonly pipelines: readonly {
    readonly id: string;
    readonly label: string;
    readonly openDeals: number | null;
    readonly chosen: boolean;
  }[];
  readonly backfill: { readonly share: number; readonly doneAround: string | null } | null;
  readonly firstRun: readonly {
    readonly step: 'budget' | 'pipelines' | 'connected' | 'scopes' | 'card_placed' | 'first_cards';
    readonly state: 'waiting' | 'done' | 'attention';
    readonly sentence: string;
    readonly link: { readonly label: string; readonly href: string } | null;
  }[];
  readonly consoleUrl: string | null;
};

export type ReadNowAnswer = {
  readonly state: 'running' | 'too_soon' | 'nothing_to_read';
  readonly againAt: string | null;
};
