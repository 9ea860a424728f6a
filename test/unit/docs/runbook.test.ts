import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '../../../shared/errors.ts';

describe('the runbook', () => {
  it('has a row for every error code, and for no other', () => {
    const rows = [...readFileSync('docs/runbook.md', 'utf8').matchAll(/^\| `(\w+)` \|/gm)];

    expect(rows.map(([, code]) => code).toSorted()).toEqual([...ERROR_CODES].toSorted());
  });
});
