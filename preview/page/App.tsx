import { DeskContext } from '../kit/desk.ts';
import { Announcements } from './Announcements.tsx';
import { BothCards } from './BothCards.tsx';
import { CardSidebar } from './CardSidebar.tsx';
import { Masthead } from './Masthead.tsx';
import { NightStrip } from './NightStrip.tsx';
import { OrgDesk } from './org/OrgDesk.tsx';
import type { OrgView } from './org/org-client.ts';
import { useOrg } from './org/use-org.ts';
import { useOrgAnswers } from './org/use-org-answers.ts';
import { RecordLists } from './RecordLists.tsx';
import { RecordPane } from './RecordPane.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useLook } from './use-look.ts';
import { useNight } from './use-night.ts';
import { useOrgLook } from './use-org-look.ts';
import { useSubjects } from './use-subjects.ts';

/** The sandbox's page: the records of both CRMs, one of them, and Attune's card beside it as that CRM would show it. */
export function App() {
  const night = useNight();
  const { desk, announcements, dismiss } = useAnnouncements();
  return (
    <DeskContext.Provider value={desk}>
      <Masthead />
      <NightStrip night={night} />
      <Main night={night} />
      <Announcements announcements={announcements} onDismiss={dismiss} />
    </DeskContext.Provider>
  );
}

function Main({ night }: { readonly night: ReturnType<typeof useNight> }) {
  const org = useOrg();
  const sandbox = useSubjects(night);
  const look = useLook(sandbox);
  const orgLook = useOrgLook(org);
  useOrgAnswers(orgLook.subjects, orgLook.choose);
  return (
    <main className="desk">
      <RecordLists
        org={org}
        orgLook={orgLook}
        subjects={sandbox.subjects}
        subject={look.subject}
        onChoose={look.choose}
      />
      {look.subject ? (
        <Shown org={org} orgLook={orgLook} look={look} subject={look.subject} />
      ) : (
        <Waiting isDone={night?.phase === 'finished'} />
      )}
    </main>
  );
}

type ShownProps = DeskProps & {
  readonly org: OrgView | null;
  readonly orgLook: ReturnType<typeof useOrgLook>;
};

function Shown({ org, orgLook, look, subject }: ShownProps) {
  if (org === null || orgLook.subject === undefined || orgLook.shown === 'hubspot')
    return <Desk look={look} subject={subject} />;
  if (orgLook.shown === 'salesforce') return <OrgDesk org={org} subject={orgLook.subject} />;
  const { viewer, version } = look;
  return <BothCards {...{ subject, viewer, version, org, orgSubject: orgLook.subject }} />;
}

type Look = ReturnType<typeof useLook>;
type DeskProps = { readonly look: Look; readonly subject: NonNullable<Look['subject']> };

/** The record and its sidebar. */
function Desk({ look, subject }: DeskProps) {
  return (
    <>
      <RecordPane
        key={`${subject.recordKind}/${subject.recordId}`}
        subject={subject}
        viewers={look.viewers}
        viewer={look.viewer}
        onLookAs={look.lookAs}
        onChanged={look.lookAgain}
      />
      <CardSidebar
        subject={subject}
        viewer={look.viewer}
        state={look.state}
        version={look.version}
        onState={look.showState}
      />
    </>
  );
}

function Waiting({ isDone }: { readonly isDone: boolean }) {
  return (
    <section className="record waiting" role="status">
      <p>
        {isDone
          ? 'The deals are on their way.'
          : 'The night has just begun. The first card stands here as soon as it is written.'}
      </p>
    </section>
  );
}
