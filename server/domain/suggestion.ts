import type { Stage } from '../../shared/vocabulary.ts';
import type { Moment, Phrase } from '../../shared/card.ts';

export interface NextStep {
  readonly id: string;
  readonly playId: string;
  readonly stage: Stage;
  readonly title: Phrase;
  /** Why it is kind, with a fact of this deal; at most 110 characters when rendered. */
  readonly reason: Phrase;
  readonly action: 'task' | 'email' | 'meeting' | 'none';
  /** For `none`: when it asks again. */
  readonly askAgain: Moment | null;
  /** Prefill for the CRM's own form. */
  readonly draft: { readonly subject: string; readonly body: string } | null;
}
