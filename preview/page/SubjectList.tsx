import type { Subject } from './sandbox-client.ts';

type Props = {
  readonly subjects: readonly Subject[];
  readonly chosen: Subject | undefined;
  readonly onChoose: (subject: Subject) => void;
};

const GROUPS = [
  { title: 'Open deals', outcomes: ['open'] },
  { title: 'Conversations', outcomes: ['conversation'] },
  { title: 'Companies', outcomes: ['company'] },
  { title: 'Closed deals', outcomes: ['won', 'lost'] },
] as const;

export function SubjectList({ subjects, chosen, onChoose }: Props) {
  return (
    <nav className="subjects" aria-label="Deals and conversations">
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
      <h2>
        {title} <span>{subjects.length}</span>
      </h2>
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
