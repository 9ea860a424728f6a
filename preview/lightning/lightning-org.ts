/** What AttuneInsightReader.read hands out; instants are ISO 8601. */
export interface Reading {
  readonly state: 'none' | 'closed' | 'silenced' | 'told';
  readonly payload?: string;
  readonly generatedAt?: string;
  readonly cuts?: readonly { readonly words?: string; readonly missing?: string }[];
  readonly openSources?: readonly boolean[];
  /** The latest first. */
  readonly answers?: readonly Answer[];
  readonly connectionState?: string;
  readonly syncedAt?: string | null;
}

/** What this viewer answered about a person, in a deal or apart from one. */
export interface Answer {
  readonly kind: string;
  readonly subject: string;
  readonly verdict: string;
  readonly personId: string;
  readonly dealId: string | null;
}

/** As `lightning/uiRecordApi` takes it. */
export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** The page's answers in the org's place: `window.attuneOrg`, set before the bundle runs. */
export interface AttuneOrg {
  readonly read: (recordId: string) => Promise<Reading>;
  readonly createRecord: (input: RecordInput) => Promise<{ readonly id: string }>;
  readonly updateRecord: (input: RecordInput) => Promise<unknown>;
  readonly open: (recordId: string) => void;
  readonly tell: (toast: {
    readonly variant: 'success' | 'error' | 'info';
    readonly title: string;
    readonly message?: string;
  }) => void;
}
