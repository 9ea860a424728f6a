import type { HubSpotForm, HubSpotFormField } from '../hubspot-record.ts';
import { invalid, notFound, ok } from './answer.ts';
import type { Answer } from './answer.ts';
import { ID } from './call.ts';
import type { Route } from './call.ts';

/**
 * Forms (v3) and their submissions (v1): paths, caps, order and bodies as in developers.hubspot.com/docs/api-reference/
 * legacy/marketing/forms/get-forms and …/v1/get-form-integrations-v1-submissions-forms-form_guid, read 2026-11-22.
 */

const FORMS = '/marketing/v3/forms';
const SUBMISSIONS = '/form-integrations/v1/submissions/forms';
/** Assumed; the reference names no cap of the list of forms. */
const FORMS_CAP = 100;
const SUBMISSIONS_CAP = 50;
const FORM_TYPES: readonly (string | null)[] = [
  ...[null, 'hubspot', 'captured', 'flow', 'blog_comment', 'all'],
];

export const FORM_ROUTES: readonly Route[] = [
  {
    ...{ method: 'GET', path: new RegExp(`^${FORMS}$`), scopes: () => [['forms']] },
    serve: ({ portal }, { query }) => listForms([...portal.forms.values()], query),
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${FORMS}/${ID}$`), scopes: () => [['forms']] },
    serve: ({ portal }, _call, [id = '']) => {
      const form = liveForm(portal.forms, id);
      return form === null ? notFound('Form not found') : ok(render(form));
    },
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${SUBMISSIONS}/${ID}$`) },
    scopes: () => [['forms', 'forms-uploaded-files']],
    serve: ({ portal }, { query }, [id = '']) => {
      const form = liveForm(portal.forms, id);
      return form === null ? notFound('Form not found') : listSubmissions(form, query);
    },
  },
];

function liveForm(forms: ReadonlyMap<string, HubSpotForm>, id: string): HubSpotForm | null {
  const form = forms.get(id);
  return form === undefined || form.archived === true ? null : form;
}

function listForms(forms: readonly HubSpotForm[], query: URLSearchParams): Answer {
  if (!FORM_TYPES.includes(query.get('formTypes'))) return invalid('formTypes is not a form type');
  const archived = query.get('archived') === 'true';
  const asked = forms.filter((form) => (form.archived ?? false) === archived);
  return page(asked.map(render), query, { byDefault: 20, cap: FORMS_CAP });
}

/** "Submissions will be returned in reverse-chronological order." */
function listSubmissions({ submissions }: HubSpotForm, query: URLSearchParams): Answer {
  const newestFirst = submissions.toSorted(
    (a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt),
  );
  const rendered = newestFirst.map(({ conversionId, submittedAt, values }) => ({
    conversionId,
    submittedAt: Date.parse(submittedAt),
    values: Object.entries(values).map(([name, value]) => ({ name, value, objectTypeId: '0-1' })),
    pageUrl: 'https://www.larkfield.example/contact',
  }));
  return page(rendered, query, { byDefault: 20, cap: SUBMISSIONS_CAP });
}

function page(
  items: readonly object[],
  query: URLSearchParams,
  { byDefault, cap }: { readonly byDefault: number; readonly cap: number },
): Answer {
  const limit = Number(query.get('limit') ?? String(byDefault));
  if (!(limit >= 1 && limit <= cap)) return invalid(`limit must be between 1 and ${cap}`);
  const start = Number(query.get('after') ?? '0');
  const end = start + limit;
  const paging = end < items.length ? { paging: { next: { after: String(end), link: '' } } } : {};
  return ok({ results: items.slice(start, end), ...paging });
}

function render({ id, name, fields, archived = false }: HubSpotForm): object {
  const made = '2020-01-01T09:00:00.000Z';
  return {
    ...{ formType: 'hubspot', id, name, archived, createdAt: made, updatedAt: made },
    fieldGroups: fields.map((field) => ({
      groupType: 'default_group',
      richTextType: 'text',
      fields: [renderField(field)],
    })),
  };
}

function renderField({ name, label, fieldType, dependent }: HubSpotFormField): object {
  const plain = {
    ...{ objectTypeId: '0-1', required: false, hidden: false },
    name,
    label,
    fieldType,
  };
  if (dependent === undefined) return plain;
  const dependentCondition = { operator: 'is_not_empty' };
  return {
    ...plain,
    dependentFields: [{ dependentCondition, dependentField: renderField(dependent) }],
  };
}
