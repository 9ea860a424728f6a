import { useEffect, useState } from 'react';
import type { Night } from '../../shared/api/sandbox/get-night.ts';
import type { Subjects } from '../../shared/api/sandbox/get-subjects.ts';
import { getSubjects } from './sandbox-client.ts';

const NOTHING: Subjects = { subjects: [], viewers: [] };

/** The list fills while the night writes cards: each new card asks for it again. */
export function useSubjects(night: Night | null): Subjects {
  const [subjects, setSubjects] = useState(NOTHING);
  const cards = night?.cards ?? 0;
  const phase = night?.phase ?? 'starting';
  useEffect(() => {
    let current = true;
    getSubjects().then(
      (found) => current && setSubjects((before) => keepUnchanged(before, found)),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [cards, phase]);
  return subjects;
}

/** The same subject keeps its identity, so that an open card is not started anew. */
function keepUnchanged(before: Subjects, found: Subjects): Subjects {
  const known = new Map(before.subjects.map((each) => [JSON.stringify(each), each]));
  const viewers = new Map(before.viewers.map((each) => [JSON.stringify(each), each]));
  return {
    subjects: found.subjects.map((each) => known.get(JSON.stringify(each)) ?? each),
    viewers: found.viewers.map((each) => viewers.get(JSON.stringify(each)) ?? each),
  };
}
