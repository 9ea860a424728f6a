import type { Instant } from '../../shared/ids.ts';

/**
 * What the CRM itself counted of a person: mailings to many and single tracked mails they opened, clicked and answered,
 * pages of our website, the last form. Each is null where the CRM does not say. It is behaviour and no word of theirs: a
 * mail is also "opened" by a mail program that fetches its pictures, so no belief is ever drawn from it.
 */
export interface Responses {
  readonly mailingsOpened: number | null;
  readonly mailingOpenedAt: Instant | null;
  readonly mailingsClicked: number | null;
  readonly mailingClickedAt: Instant | null;
  readonly mailingsAnswered: number | null;
  readonly mailingAnsweredAt: Instant | null;
  readonly mailOpenedAt: Instant | null;
  readonly mailClickedAt: Instant | null;
  readonly mailAnsweredAt: Instant | null;
  readonly pagesSeen: number | null;
  readonly pageSeenAt: Instant | null;
  readonly formName: string | null;
  readonly formFilledAt: Instant | null;
}
