import type { OrgSubject } from './org-client.ts';

type Props = {
  readonly subjects: readonly OrgSubject[];
  readonly chosen: OrgSubject | undefined;
  readonly onChoose: (subject: OrgSubject) => void;
};

const GROUPS = [
  { title: 'Open opportunities', outcomes: ['open'] },
  { title: 'People', outcomes: ['person', 'lead'] },
  { title: 'Closed opportunities', outcomes: ['won', 'lost'] },
] as const;

export function OrgList({ subjects, chosen, onChoose }: Props) {
  return (
    <nav className="org-subjects" aria-labelledby="salesforce-records">
      <h2 id="salesforce-records" className="crm-name">
        Salesforce
      </h2>
      {GROUPS.map(({ title, outcomes }) => (
        <Group
          key={title}
          title={title}
          subjects={subjects.filter((each) => outcomes.some((outcome) => outcome === each.outcome))}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
    </nav>
  );
}

function Group({ title, subjects, chosen, onChoose }: Props & { readonly title: string }) {
  if (subjects.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span>{subjects.length}</span>
      </h3>
      <ul>
        {subjects.map((each) => (
          <li key={each.recordId}>
            <button
              type="button"
              aria-current={each.recordId === chosen?.recordId ? 'true' : undefined}
              onClick={() => onChoose(each)}
            >
              <span className="subject-title">{nameOf(each)}</span>
              <span className="subject-stage">{describe(each)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ objectApiName, company, title }: OrgSubject): string {
  return objectApiName === 'Opportunity' ? company : title;
}

function describe({ objectApiName, crmStage, company, hasCard }: OrgSubject): string {
  const what =
    objectApiName === 'Contact'
      ? company
      : `${crmStage}${objectApiName === 'Lead' ? `, ${company}` : ''}`;
  return hasCard ? what : `${what} · no card yet`;
}
