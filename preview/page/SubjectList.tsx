import type { Subject } from './sandbox-client.ts';

type Props = {
  readonly subjects: readonly Subject[];
  readonly chosen: Subject | undefined;
  readonly onChoose: (subject: Subject) => void;
};

type ListProps = Props & {
  /** Whose records they are, where another CRM's stand beside them. */
  readonly crm: string | null;
};

const GROUPS = [
  { title: 'Open deals', outcomes: ['open'] },
  { title: 'Conversations', outcomes: ['conversation'] },
  { title: 'Companies', outcomes: ['company'] },
  { title: 'Closed deals', outcomes: ['won', 'lost'] },
] as const;

export function SubjectList({ subjects, chosen, onChoose, crm }: ListProps) {
  return (
    <nav className="subjects" aria-label={`Deals and conversations${crm ? ` in ${crm}` : ''}`}>
      {crm !== null && <h2 className="crm-name">{crm}</h2>}
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
          <li key={each.recordKind + each.recordId}>
            <button
              type="button"
              aria-current={each === chosen ? 'true' : undefined}
              onClick={() => onChoose(each)}
            >
              <span className="subject-title">{each.company}</span>
              <span className="subject-stage">{describe(each)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function describe({ crmStage, hasCard, people, recordKind }: Subject): string {
  const what = recordKind === 'contact' ? (people[0]?.name ?? crmStage) : crmStage;
  return hasCard ? what : `${what} · no card yet`;
}
