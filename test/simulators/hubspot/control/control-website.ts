import type { HubSpotForm, HubSpotSubmission, HubSpotThread } from '../hubspot-record.ts';
import type { Portal } from '../portal/portal.ts';

/** What visitors of the account's website do, and what becomes of it in HubSpot. */
export interface WebsiteControl {
  /** Whole, with all of its messages. */
  putThread(thread: HubSpotThread): void;
  /** Into the archive, where it is kept for 30 days. */
  deleteThread(id: string): void;
  putForm(form: Omit<HubSpotForm, 'submissions'>): void;
  /** HubSpot notes it on the contact of the address, whom it makes when there is none. */
  submitForm(formId: string, submission: HubSpotSubmission): void;
  deleteSubmission(formId: string, conversionId: string): void;
}

export function controlWebsite(portal: Portal): WebsiteControl {
  const { threads, forms } = portal;
  const formOf = (id: string): HubSpotForm => {
    const form = forms.get(id);
    if (form === undefined) throw new Error(`The stand-in has no form ${id}.`);
    return form;
  };
  return {
    putThread: (thread) => {
      threads.set(thread.id, thread);
    },
    deleteThread: (id) => {
      const thread = threads.get(id);
      if (thread !== undefined) threads.set(id, { ...thread, archived: true });
    },
    putForm: (form) => {
      forms.set(form.id, { ...form, submissions: forms.get(form.id)?.submissions ?? [] });
    },
    submitForm: (formId, submission) => {
      const form = formOf(formId);
      forms.set(formId, { ...form, submissions: [...form.submissions, submission] });
      noteConversion(portal, form, submission);
    },
    deleteSubmission: (formId, conversionId) => {
      const form = formOf(formId);
      const submissions = form.submissions.filter((each) => each.conversionId !== conversionId);
      forms.set(formId, { ...form, submissions });
    },
  };
}

/** Names as in data/crm-recordings/hubspot/estuary/contacts_properties_response.json. */
function noteConversion(
  portal: Portal,
  { name }: HubSpotForm,
  { submittedAt, values }: HubSpotSubmission,
): void {
  const { email } = values;
  if (email === undefined) return;
  const id = portal.findUnique('contacts', 'email', email);
  portal.put({
    type: 'contacts',
    ...(id === null ? {} : { id }),
    properties: {
      ...{ email, recent_conversion_date: submittedAt },
      recent_conversion_event_name: `Contact page: ${name}`,
    },
  });
}
