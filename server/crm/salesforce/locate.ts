import type { ActivityKind } from '../../../shared/vocabulary.ts';

/** The field that an activity's text was read from, for the org's own reader (map-in-activity.ts). */
const PLACES: Readonly<Partial<Record<ActivityKind, { object: string; field: string }>>> = {
  email: { object: 'EmailMessage', field: 'TextBody' },
  call: { object: 'Task', field: 'Description' },
  task: { object: 'Task', field: 'Description' },
  meeting: { object: 'Event', field: 'Description' },
  note: { object: 'Task', field: 'Description' },
  ticket: { object: 'Case', field: 'Description' },
};

/** Null: nobody could select it there. A mail without plain text stands in HtmlBody: the org's reader looks there next. */
export function locateText({ kind, id }: { readonly kind: ActivityKind; readonly id: string }) {
  const place = PLACES[kind];
  return place === undefined ? null : { ...place, id };
}
