import { HostedCard } from '../card-host/HostedCard.tsx';
import { LightningCard } from './org/LightningCard.tsx';
import type { OrgSubject, OrgView } from './org/org-client.ts';
import type { Subject, Viewer } from './sandbox-client.ts';

type Props = {
  readonly subject: Subject;
  readonly viewer: Viewer;
  readonly version: number;
  readonly org: OrgView;
  readonly orgSubject: OrgSubject;
};

/** The same engine in two CRMs: HubSpot's card and Salesforce's next to each other. */
export function BothCards({ subject, viewer, version, org, orgSubject }: Props) {
  return (
    <div className="both" data-testid="both-cards">
      <section aria-labelledby="both-hubspot">
        <header className="both-head">
          <p className="record-kind">HubSpot</p>
          <h1 id="both-hubspot">{subject.title}</h1>
        </header>
        <div className="card" data-testid="card">
          <div className="card-head">
            <h2>Attune</h2>
          </div>
          <div className="card-body">
            <HostedCard
              key={`${subject.recordKind}/${subject.recordId}/${viewer.userId}`}
              version={version}
              subject={subject}
              viewer={viewer}
              state={null}
            />
          </div>
        </div>
      </section>
      <section aria-labelledby="both-salesforce">
        <header className="both-head">
          <p className="record-kind">Salesforce</p>
          <h1 id="both-salesforce">{orgSubject.title}</h1>
        </header>
        <LightningCard org={org} subject={orgSubject} />
      </section>
      <p className="both-note">
        Two invented companies, one engine. Choose another record of either list to put it here.
      </p>
    </div>
  );
}
