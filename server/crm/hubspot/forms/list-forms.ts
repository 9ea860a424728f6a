import { AppError } from '../../../../shared/errors.ts';
import type { HubSpotClient } from '../client.ts';
import { API_VERSIONS } from '../objects.ts';
import { askList } from '../reading/list-answer.ts';
import { toForm } from './form-answer.ts';
import type { Form } from './form-answer.ts';

const FORMS = `/marketing/${API_VERSIONS.forms}/forms`;
/** As many forms as one page of ours reads the submissions of: each is a call at least. */
export const FORMS_A_PAGE = 10;

interface FormPage {
  readonly forms: readonly Form[];
  readonly after: string | null;
}

/** `GET /marketing/v3/forms`: forms of every kind, those on other people's pages ("captured") too. */
export async function listForms(client: HubSpotClient, from: string | null): Promise<FormPage> {
  const query = { limit: String(FORMS_A_PAGE), formTypes: 'all' };
  const page = await askList(client, { path: FORMS, query, after: from });
  return { forms: page.results.flatMap((each) => toForm(each) ?? []), after: page.after };
}

/** Null: the account has no such form any more. */
export async function readForm(client: HubSpotClient, formId: string): Promise<Form | null> {
  const path = `${FORMS}/${encodeURIComponent(formId)}`;
  try {
    return toForm(await client.call({ policy: 'ten_secondly', method: 'GET', path }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'crm_not_found') return null;
    throw error;
  }
}
