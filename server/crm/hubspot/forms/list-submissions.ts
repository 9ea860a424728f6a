import type { Instant } from '../../../../shared/ids.ts';
import type { HubSpotClient } from '../client.ts';
import { API_VERSIONS } from '../objects.ts';
import { askList } from '../reading/list-answer.ts';
import { Submission } from './form-answer.ts';

const SUBMISSIONS = `/form-integrations/${API_VERSIONS.submissions}/submissions/forms`;
/** "Supports a maximum of 50" (the reference of the path; read 2026-11-22). */
const SUBMISSIONS_A_PAGE = 50;

interface SubmissionPage {
  readonly submissions: readonly Submission[];
  /** Not understood. */
  readonly strange: number;
  /** Where the older ones are; null: there are none that anyone wants. */
  readonly after: string | null;
}

interface SubmissionQuestion {
  readonly formId: string;
  readonly after: string | null;
  /** Older ones are not wanted; null: all are. */
  readonly since: Instant | null;
}

/**
 * `GET /form-integrations/v1/submissions/forms/{formId}`. "Submissions will be returned in reverse-chronological order"
 * (its reference), so a page that reaches back beyond the wanted moment is the last one: that is a delta, although the
 * interface has none. Where a page is not in that order, nothing is concluded from it and the walk goes on.
 */
export async function listSubmissions(
  client: HubSpotClient,
  { formId, after: from, since }: SubmissionQuestion,
): Promise<SubmissionPage> {
  const path = `${SUBMISSIONS}/${encodeURIComponent(formId)}`;
  const query = { limit: String(SUBMISSIONS_A_PAGE) };
  const { results, after } = await askList(client, { path, query, after: from });
  const all = results.flatMap((each) => Submission.safeParse(each).data ?? []);
  const wanted = all.filter(({ submittedAt }) => since === null || submittedAt >= since);
  return {
    submissions: wanted,
    strange: results.length - all.length,
    after: wanted.length < all.length && isNewestFirst(all) ? null : after,
  };
}

function isNewestFirst(all: readonly Submission[]): boolean {
  return all.every(({ submittedAt }, index) => submittedAt <= (all[index - 1]?.submittedAt ?? '9'));
}
