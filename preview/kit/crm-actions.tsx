import type { CrmActionButtonProps, CrmActionLinkProps } from '@hubspot/ui-extensions/crm';
import { useDesk, type Announcement } from './desk.ts';

type Action = Pick<CrmActionButtonProps, 'actionType' | 'actionContext'>;

/** In the look-alike a press only says what HubSpot would open, with the text it would be filled with. */
export function CrmActionButton({
  variant = 'secondary',
  size = 'md',
  onClick,
  children,
  testId,
  ...action
}: CrmActionButtonProps) {
  const { announce } = useDesk();
  return (
    <button
      type="button"
      className={`hs-button hs-${variant} hs-${size}`}
      data-testid={testId ?? `crm-${action.actionType}`}
      onClick={() => {
        announce(describe(action));
        onClick?.();
      }}
    >
      {children}
    </button>
  );
}

export function CrmActionLink({ onClick, children, testId, ...action }: CrmActionLinkProps) {
  const { announce } = useDesk();
  return (
    <button
      type="button"
      className="hs-link"
      data-testid={testId ?? `crm-${action.actionType}`}
      onClick={() => {
        announce(describe(action));
        onClick?.();
      }}
    >
      {children}
    </button>
  );
}

const OPENS: Readonly<Partial<Record<Action['actionType'], string>>> = {
  ADD_TASK: 'HubSpot would open a new task here.',
  SEND_EMAIL: 'HubSpot would open this mail for you to finish and send.',
  SCHEDULE_MEETING: 'HubSpot would open a new meeting here.',
  ENGAGEMENT_APP_LINK: 'HubSpot would open this activity in the timeline.',
  PREVIEW_OBJECT: 'HubSpot would open this record beside the page.',
};

function describe({ actionType, actionContext }: Action): Announcement {
  return {
    tone: 'info',
    title: OPENS[actionType] ?? 'HubSpot would open this.',
    lines: [
      line('Subject', actionContext, 'initialEmailSubject'),
      line('', actionContext, 'initialEmailBody'),
      line('Activity', actionContext, 'engagementId'),
      line('Record', actionContext, 'objectId'),
    ].filter((each) => each !== ''),
  };
}

function line(label: string, context: object, key: string): string {
  const value = new Map<string, unknown>(Object.entries(context)).get(key);
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return label === '' ? String(value) : `${label}: ${value}`;
}
