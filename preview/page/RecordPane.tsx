import { BeTheBuyer } from '../things-to-try/BeTheBuyer.tsx';
import { LookAround } from '../things-to-try/LookAround.tsx';
import { ReadThisCard } from '../things-to-try/ReadThisCard.tsx';
import type { Subject, Viewer } from './sandbox-client.ts';

type Props = {
  readonly subject: Subject;
  readonly viewers: readonly Viewer[];
  readonly viewer: Viewer;
  readonly onLookAs: (viewer: Viewer) => void;
  readonly onChanged: () => void;
};

/** A plain record, and the three things to try with it. */
export function RecordPane({ subject, viewers, viewer, onLookAs, onChanged }: Props) {
  return (
    <section className="record" aria-label={subject.title}>
      <RecordHead subject={subject} />
      <ol className="things">
        <li>
          <ReadThisCard />
        </li>
        {subject.recordKind !== 'company' && (
          <li>
            <BeTheBuyer about={subject.recordKind} subject={subject} onChanged={onChanged} />
          </li>
        )}
        <li>
          <LookAround viewers={viewers} viewer={viewer} onLookAs={onLookAs} />
        </li>
      </ol>
    </section>
  );
}

const KIND_WORDS: Readonly<Record<Subject['recordKind'], string>> = {
  deal: 'Deal',
  contact: 'Contact',
  company: 'Company',
};

function RecordHead({ subject }: { readonly subject: Subject }) {
  return (
    <header className="record-head">
      <p className="record-kind">{KIND_WORDS[subject.recordKind]}</p>
      <h1>{subject.title}</h1>
      <dl>
        <dt>Company</dt>
        <dd>{subject.company}</dd>
        <dt>{subject.recordKind === 'company' ? 'In the CRM' : 'Stage in the CRM'}</dt>
        <dd>{subject.crmStage}</dd>
        <dt>People</dt>
        <dd>
          {subject.people.map(({ id, name, title }) => (
            <span key={id} className="record-person">
              {title === null ? name : `${name}, ${title}`}
            </span>
          ))}
        </dd>
      </dl>
    </header>
  );
}
