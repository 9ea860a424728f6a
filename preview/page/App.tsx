import { DeskContext } from '../kit/desk.ts';
import { Announcements } from './Announcements.tsx';
import { CardSidebar } from './CardSidebar.tsx';
import { Masthead } from './Masthead.tsx';
import { NightStrip } from './NightStrip.tsx';
import { RecordPane } from './RecordPane.tsx';
import { SubjectList } from './SubjectList.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useLook } from './use-look.ts';
import { useNight } from './use-night.ts';
import { useSubjects } from './use-subjects.ts';

/** The sandbox's page: the deals, one record, and Attune's card beside it as HubSpot would show it. */
export function App() {
  const night = useNight();
  const sandbox = useSubjects(night);
  const look = useLook(sandbox);
  const { desk, announcements, dismiss } = useAnnouncements();
  return (
    <DeskContext.Provider value={desk}>
      <Masthead />
      <NightStrip night={night} />
      <main className="desk">
        <SubjectList subjects={sandbox.subjects} chosen={look.subject} onChoose={look.choose} />
        {look.subject ? (
          <Desk look={look} subject={look.subject} />
        ) : (
          <Waiting isDone={night?.phase === 'finished'} />
        )}
      </main>
      <Announcements announcements={announcements} onDismiss={dismiss} />
    </DeskContext.Provider>
  );
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
