import { OrgList } from './org/OrgList.tsx';
import type { OrgView } from './org/org-client.ts';
import { SubjectList } from './SubjectList.tsx';
import type { Subject } from './sandbox-client.ts';
import type { useOrgLook } from './use-org-look.ts';

type Props = {
  readonly org: OrgView | null;
  readonly orgLook: ReturnType<typeof useOrgLook>;
  readonly subjects: readonly Subject[];
  readonly subject: Subject | undefined;
  readonly onChoose: (subject: Subject) => void;
};

/** Both CRMs' records, and the way to see a card of each at once. */
export function RecordLists({ org, orgLook, subjects, subject, onChoose }: Props) {
  const isShown = (crm: 'hubspot' | 'salesforce') => orgLook.isBoth || orgLook.shown === crm;
  return (
    <div className="lists">
      {org !== null && orgLook.subject !== undefined && (
        <button
          type="button"
          className="both-switch"
          aria-pressed={orgLook.isBoth}
          onClick={orgLook.toggleBoth}
        >
          Both cards side by side
        </button>
      )}
      <SubjectList
        subjects={subjects}
        chosen={isShown('hubspot') ? subject : undefined}
        crm={org === null ? null : 'HubSpot'}
        onChoose={(each) => {
          onChoose(each);
          orgLook.show('hubspot');
        }}
      />
      {org !== null && (
        <OrgList
          subjects={orgLook.subjects}
          chosen={isShown('salesforce') ? orgLook.subject : undefined}
          onChoose={orgLook.choose}
        />
      )}
    </div>
  );
}
