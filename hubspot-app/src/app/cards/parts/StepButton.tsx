import { useExtensionActions } from '@hubspot/ui-extensions';
import { CrmActionButton, type CrmActionButtonProps } from '@hubspot/ui-extensions/crm';
import type { Focus, NextStepLine } from '../card-contract.ts';
import { CONTACT_TYPE } from '../record-kind.ts';
import { useSay, useViewing } from '../viewing.ts';
import { CreateTaskButton } from './CreateTaskButton.tsx';

type Doing = 'email' | 'meeting';

const BUTTONS: Readonly<
  Record<Doing, { readonly actionType: CrmActionButtonProps['actionType']; readonly label: string }>
> = {
  email: { actionType: 'SEND_EMAIL', label: 'Write the mail' },
  meeting: { actionType: 'SCHEDULE_MEETING', label: 'Plan the meeting' },
};

type Props = {
  readonly step: NextStepLine;
  readonly focus: Focus;
  readonly primary: boolean;
};

/** A task is made at once; else HubSpot's own form opens. It fills in mails only; a meeting's text goes to the clipboard. */
export function StepButton({ step, focus, primary }: Props) {
  const viewing = useViewing();
  const say = useSay();
  const { addAlert, copyTextToClipboard } = useExtensionActions<'crm.record.sidebar'>();
  if (step.action === 'none') return null;
  if (step.action === 'task') return <CreateTaskButton {...{ step, focus, primary }} />;
  const { actionType, label } = BUTTONS[step.action];
  const copyText = () => {
    const text = step.draft?.body ?? say.phrase([...step.title, '\n', ...step.reason]);
    void copyTextToClipboard(text);
    addAlert({ type: 'info', message: 'The text is copied: paste it into the form.' });
  };
  return (
    <CrmActionButton
      actionType={actionType}
      actionContext={step.action === 'email' ? mailTo(focus, step, viewing) : coordinates(viewing)}
      variant={primary ? 'primary' : 'secondary'}
      size="sm"
      onError={([message]) =>
        addAlert({ type: 'danger', message: message ?? 'HubSpot could not open this form.' })
      }
      {...(step.action === 'email' ? {} : { onClick: copyText })}
    >
      {label}
    </CrmActionButton>
  );
}

type Coordinates = { readonly objectId: number; readonly objectTypeId: string };

const coordinates = ({ objectId, objectTypeId }: Coordinates): Coordinates => ({
  objectId,
  objectTypeId,
});

/** A mail goes to the person the card speaks of, not to everyone on the deal. */
function mailTo({ person }: Focus, { draft }: NextStepLine, open: Coordinates) {
  const contactId = Number(person.id);
  const record = Number.isSafeInteger(contactId)
    ? { objectId: contactId, objectTypeId: CONTACT_TYPE }
    : coordinates(open);
  return draft === null
    ? record
    : { ...record, initialEmailSubject: draft.subject, initialEmailBody: draft.body };
}
