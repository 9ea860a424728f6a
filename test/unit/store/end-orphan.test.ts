import { describe, expect, it } from '@jest/globals';
import { isLookedAfter } from '../../../server/store/embedded/end-orphan.ts';

const startedBy = (pid: number) =>
  `/bin/postgres -D /data -p 5432 -c attune.supervisor=${pid} -c max_connections=60 `;

describe('a Postgres found on our data', () => {
  it('is in use while the process that started it is its parent', () => {
    expect(isLookedAfter({ command: startedBy(1234), parentPid: 1234 })).toBe(true);
  });

  it.each([12, 1, 4321])('is an orphan of 1234 when its parent is now %i', (parentPid) => {
    expect(isLookedAfter({ command: startedBy(1234), parentPid })).toBe(false);
  });
});
