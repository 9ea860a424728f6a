import { LightningCard } from './LightningCard.tsx';
import type { OrgSubject, OrgView } from './org-client.ts';

type Props = { readonly org: OrgView; readonly subject: OrgSubject };

const KIND_WORDS: Readonly<Record<OrgSubject['objectApiName'], string>> = {
  Opportunity: 'Opportunity in Salesforce',
  Contact: 'Contact in Salesforce',
  Lead: 'Lead in Salesforce',
};

/** A plain record of the org, and Attune's card beside it as a Lightning page would show it. */
export function OrgDesk({ org, subject }: Props) {
  return (
    <>
      <section className="record" aria-label={subject.title}>
        <RecordHead subject={subject} />
        <ol className="things">
          <li>
            <article>
              <h2>Read this card, then open Why</h2>
              <p>
                It is the component that goes into an org. What it quotes is cut out of the org’s
                own mails at the moment you look; Attune keeps no copy there.
              </p>
            </article>
          </li>
          <li>
            <article>
              <h2>Answer it</h2>
              <p>
                Press <em>Right</em> or <em>Not right</em>, or make the task it proposes. Both are
                written into the sandbox’s org, as yours, the way Salesforce would do it.
              </p>
            </article>
          </li>
        </ol>
      </section>
      <aside className="sidebar" aria-label="Attune’s card in Salesforce">
        <LightningCard org={org} subject={subject} />
      </aside>
    </>
  );
}

function RecordHead({ subject }: Pick<Props, 'subject'>) {
  return (
    <header className="record-head">
      <p className="record-kind">{KIND_WORDS[subject.objectApiName]}</p>
      <h1>{subject.title}</h1>
      <dl>
        <dt>Account</dt>
        <dd>{subject.company}</dd>
        {subject.objectApiName === 'Opportunity' && (
          <>
            <dt>Stage in the CRM</dt>
            <dd>{subject.crmStage}</dd>
          </>
        )}
        <dt>{subject.objectApiName === 'Opportunity' ? 'People' : 'Person'}</dt>
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
