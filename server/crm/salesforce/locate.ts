import type { ActivityKind } from '../../../shared/vocabulary.ts';

interface Place {
  readonly object: string;
  readonly field: string;
}

/** The field that an activity's text was read from, for the org's own reader (map-in-activity.ts). */
const PLACES: Readonly<Partial<Record<ActivityKind, Place>>> = {
  email: { object: 'EmailMessage', field: 'TextBody' },
  call: { object: 'Task', field: 'Description' },
  task: { object: 'Task', field: 'Description' },
  meeting: { object: 'Event', field: 'Description' },
  note: { object: 'Task', field: 'Description' },
  ticket: { object: 'Case', field: 'Description' },
  survey: { object: 'SurveyQuestionResponse', field: 'ResponseValue' },
};

const COMMENT: Place = { object: 'CaseComment', field: 'CommentBody' };
/** The key prefix of comments, the same in every org. */
const COMMENT_PREFIX = '00a';

/** Null: nobody could select it there. A mail without plain text stands in HtmlBody: the org's reader looks there next. */
export function locateText({ kind, id }: { readonly kind: ActivityKind; readonly id: string }) {
  const isComment = kind === 'ticket' && id.startsWith(COMMENT_PREFIX);
  const place = isComment ? COMMENT : PLACES[kind];
  return place === undefined ? null : { ...place, id };
}
