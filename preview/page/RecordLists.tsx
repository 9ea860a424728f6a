import { OrgList } from './org/OrgList.tsx';
import type { OrgView } from './org/org-client.ts';
import { SubjectList } from './SubjectList.tsx';
import type { Subject } from './sandbox-client.ts';
import type { Shown, useOrgLook } from './use-org-look.ts';

type Props = {
  readonly org: OrgView | null;
  readonly orgLook: ReturnType<typeof useOrgLook>;
  readonly subjects: readonly Subject[];
  readonly subject: Subject | undefined;
  readonly onChoose: (subject: Subject) => void;
};

/** The records of the CRM that is looked at, or of both. */
export function RecordLists({ org, orgLook, subjects, subject, onChoose }: Props) {
  return (
    <div className="lists">
      {org !== null && <Switch shown={orgLook.shown} onShow={orgLook.show} />}
      {orgLook.isShown('hubspot') && (
        <SubjectList
          subjects={subjects}
          chosen={subject}
          crm={org === null ? null : 'HubSpot'}
          onChoose={onChoose}
        />
      )}
      {orgLook.isShown('salesforce') && (
        <OrgList subjects={orgLook.subjects} chosen={orgLook.subject} onChoose={orgLook.choose} />
      )}
    </div>
  );
}

const CHOICES = [
  { shown: 'hubspot', label: 'HubSpot' },
  { shown: 'salesforce', label: 'Salesforce' },
  { shown: 'both', label: 'Both' },
] as const;

type SwitchProps = { readonly shown: Shown; readonly onShow: (shown: Shown) => void };

function Switch({ shown, onShow }: SwitchProps) {
  return (
    <div className="crm-switch" role="group" aria-label="Whose card to look at">
      {CHOICES.map((each) => (
        <button
          key={each.shown}
          type="button"
          aria-pressed={each.shown === shown}
          onClick={() => onShow(each.shown)}
        >
          {each.label}
        </button>
      ))}
    </div>
  );
}
