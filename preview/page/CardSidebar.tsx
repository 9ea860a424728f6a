import { DESIGNED_STATES, type DesignedState } from '../designed-states/designed-states.ts';
import { HostedCard } from '../card-host/HostedCard.tsx';
import type { Subject, Viewer } from './sandbox-client.ts';

type Props = {
  readonly subject: Subject;
  readonly viewer: Viewer;
  readonly state: DesignedState | null;
  readonly version: number;
  readonly onState: (state: DesignedState | null) => void;
};

const STATE_WORDS: Readonly<Record<DesignedState, string>> = {
  insight: 'a full card',
  loading: 'loading',
  empty: 'not enough to go on',
  partial: 'partly read',
  old_sources: 'nothing new from the buyer',
  old_reading: 'not read lately',
  hand_over: 'handed over',
  error: 'an error',
  no_permission: 'no permission',
  do_not_analyse: 'do not analyse',
  release: 'do not analyse, for an admin',
  not_connected: 'not connected, for an admin',
  company: 'on a company’s record',
  ended: 'ended',
};

/** The card at the width of HubSpot's sidebar. */
export function CardSidebar({ subject, viewer, state, version, onState }: Props) {
  return (
    <aside className="sidebar" aria-label="Attune’s card">
      <StateSwitch state={state} onState={onState} />
      <section className="card" data-testid="card">
        <header className="card-head">
          <h2>Attune</h2>
        </header>
        <div className="card-body">
          <HostedCard
            key={`${subject.recordKind}/${subject.recordId}/${viewer.userId}/${state ?? ''}`}
            version={version}
            subject={subject}
            viewer={viewer}
            state={state}
          />
        </div>
      </section>
    </aside>
  );
}

type SwitchProps = Pick<Props, 'state' | 'onState'>;

function StateSwitch({ state, onState }: SwitchProps) {
  return (
    <label className="state-switch">
      <span>Show</span>
      <select
        value={state ?? ''}
        data-testid="state-switch"
        onChange={(event) =>
          onState(DESIGNED_STATES.find((each) => each === event.target.value) ?? null)
        }
      >
        <option value="">the real card</option>
        {DESIGNED_STATES.map((each) => (
          <option key={each} value={each}>
            {`designed state: ${STATE_WORDS[each]}`}
          </option>
        ))}
      </select>
    </label>
  );
}
