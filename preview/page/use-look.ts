import { useCallback, useState } from 'react';
import type { Subjects } from '../../shared/api/sandbox/get-subjects.ts';
import type { DesignedState } from '../designed-states/designed-states.ts';
import type { Subject, Viewer } from './sandbox-client.ts';

/** Somebody of the same company who may open none of these records. */
const STRANGER: Viewer = {
  userId: '999999',
  email: 'someone.else@larkfield.example',
  name: 'Someone without access',
};

/** Which record is looked at, by whom, and in which state. The best story and its owner come first. */
export function useLook({ subjects, viewers }: Subjects) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [chosenViewer, lookAs] = useState<Viewer | null>(null);
  const [state, showState] = useState<DesignedState | null>(null);
  const [version, setVersion] = useState(0);
  const lookAgain = useCallback(() => {
    showState(null);
    setVersion((count) => count + 1);
  }, []);
  const subject = subjects.find((each) => keyOf(each) === chosenId) ?? subjects[0];
  const owner = viewers.find(({ userId }) => userId === subject?.ownerUserId);
  return {
    subject,
    choose: (each: Subject) => setChosenId(keyOf(each)),
    viewers: [...viewers, STRANGER],
    viewer: chosenViewer ?? owner ?? viewers[0] ?? STRANGER,
    lookAs,
    state,
    showState,
    version,
    lookAgain,
  };
}

function keyOf({ recordKind, recordId }: Subject): string {
  return `${recordKind}/${recordId}`;
}
