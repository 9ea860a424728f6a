import type { Night } from '../../shared/api/sandbox/get-night.ts';

const PHASES: Readonly<Record<Night['phase'], string>> = {
  starting: 'The night is starting',
  reading: 'Reading the night’s records',
  cards: 'Writing the cards',
  finished: 'Last night’s work',
};

const OLD_DAYS = 3;

/** The night live while it runs, and what it did afterwards. */
export function NightStrip({ night }: { readonly night: Night | null }) {
  if (night === null) return <section className="night" aria-label="The night" />;
  return (
    <section className="night" aria-label="The night" data-testid="night" data-phase={night.phase}>
      <p className="night-phase">{PHASES[night.phase]}</p>
      {night.phase !== 'finished' && <Progress night={night} />}
      <dl>
        <Count label="records" count={night.records} />
        <Count label="activities" count={night.activities} />
        <Count label="readings" count={night.readings} />
        <Count label="API calls" count={night.apiCalls} />
        <Count label="cards" count={night.cards} />
      </dl>
      {night.secondsLeft !== null && night.phase !== 'finished' && (
        <p className="night-left">about {night.secondsLeft} s left</p>
      )}
      {night.ageDays > OLD_DAYS && (
        <p className="night-old">
          This sandbox is {night.ageDays} days old, so its dates have drifted.{' '}
          <code>npm start -- --fresh</code> makes a new one.
        </p>
      )}
    </section>
  );
}

function Progress({ night }: { readonly night: Night }) {
  const expected = night.expectedRecords;
  const share = expected === null ? undefined : Math.min(1, night.records / Math.max(1, expected));
  return <progress max={1} value={share} aria-label="Records read" />;
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div>
      <dd>{count.toLocaleString('en-GB')}</dd>
      <dt>{label}</dt>
    </div>
  );
}
