import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CrmPort, Window } from '../../server/crm/port.ts';
import { CrmRecord } from '../../server/crm/records.ts';
import type { Receipt, RecordKind } from '../../server/crm/records.ts';
import type { ErrorCode, Recovery } from '../../shared/errors.ts';

/** A stand-in CRM with an adapter in front of it; what every vendor's test must be able to arrange. */
export interface CrmHarness {
  readonly port: CrmPort;
  /** The stand-in's present moment; every arranged edit happens then. */
  readonly now: () => Date;
  advance(milliseconds: number): void;
  /** Adds contacts, all changed in one millisecond; gives their ids. */
  addContacts(count: number): readonly string[];
  touchContact(id: string): void;
  deleteContact(id: string): void;
  /** A deal with a person, moved through two stages; gives its id. */
  addDeal(): string;
  /** A note whose body is not text; gives its id. */
  addMalformedNote(): string;
  /** A contact with a property that no adapter knows. */
  addContactWithUnknownField(): string;
  /** Spoils the next answer. */
  spoil(fault: Fault): void;
  close(): Promise<void>;
}

export type Fault =
  | 'rate_limited'
  /** Of the renewed token, too. */
  | 'expired_token'
  | 'forbidden'
  | 'outage'
  | 'half_body'
  | 'silence'
  | 'same_page_again';

const REFUSALS: readonly (readonly [Fault, ErrorCode, Recovery])[] = [
  ['rate_limited', 'crm_rate_limited', 'wait'],
  ['expired_token', 'crm_unauthorized', 'reauthorize'],
  ['forbidden', 'crm_forbidden', 'skip'],
  ['outage', 'crm_unavailable', 'retry'],
  ['half_body', 'crm_unexpected_answer', 'retry'],
  ['silence', 'crm_unavailable', 'retry'],
];

interface Walked {
  readonly records: readonly CrmRecord[];
  readonly receipts: readonly Receipt[];
  readonly pages: number;
}

/** More pages than any of these windows can have: an adapter that goes in circles fails here instead of hanging. */
const PAGE_GUARD = 100;

async function walk(port: CrmPort, kind: RecordKind, window: Window): Promise<Walked> {
  const [records, receipts]: [CrmRecord[], Receipt[]] = [[], []];
  let cursor: string | null = null;
  for (let pages = 1; pages <= PAGE_GUARD; pages += 1) {
    const page = await port.readChanges(kind, window, cursor);
    records.push(...page.records);
    receipts.push(...page.receipts);
    cursor = page.next;
    if (cursor === null) return { records, receipts, pages };
  }
  throw new Error('The walk does not end.');
}

function idsOf(records: readonly CrmRecord[]): string[] {
  return [...new Set(records.map((record) => record.id))].sort();
}

/** Holds any CrmPort to what server/crm/port.ts promises. */
export function describeCrmPort(name: string, open: () => Promise<CrmHarness>): void {
  describe(`${name} keeps the promises of CrmPort`, () => {
    let crm: CrmHarness;
    const everything = (): Window => ({ from: null, to: crm.now().toISOString() });
    const since = (from: Date): Window => ({
      from: from.toISOString(),
      to: crm.now().toISOString(),
    });

    beforeEach(async () => {
      crm = await open();
    });
    afterEach(() => crm.close());

    it('gives every record of the first load once it was asked to the end', async () => {
      const ids = crm.addContacts(250);
      const { records, pages } = await walk(crm.port, 'contact', everything());
      expect(idsOf(records)).toEqual([...ids].sort());
      expect(pages).toBeGreaterThan(1);
    });

    it('gives only what changed inside the window', async () => {
      const [first = '', second = ''] = crm.addContacts(3);
      crm.advance(60_000);
      const from = crm.now();
      crm.touchContact(first);
      const to = crm.now().toISOString();
      crm.advance(60_000);
      crm.touchContact(second);
      const { records } = await walk(crm.port, 'contact', { from: from.toISOString(), to });
      expect(idsOf(records)).toEqual([first]);
    });

    it('gives all of a mass edit in a single millisecond, more than any page holds', async () => {
      crm.advance(60_000);
      const from = crm.now();
      const ids = crm.addContacts(1_250);
      const { records } = await walk(crm.port, 'contact', since(from));
      expect(idsOf(records)).toEqual([...ids].sort());
    });

    it('is at the same place when the same cursor is read twice', async () => {
      crm.addContacts(250);
      const first = await crm.port.readChanges('contact', everything(), null);
      const [once, twice] = [
        await crm.port.readChanges('contact', everything(), first.next),
        await crm.port.readChanges('contact', everything(), first.next),
      ];
      expect(twice).toEqual(once);
    });

    it('refuses a cursor that it did not make', async () => {
      const asked = crm.port.readChanges('contact', everything(), 'somewhere');
      await expect(asked).rejects.toMatchObject({ code: 'request_invalid', recovery: 'abort' });
    });

    it.each(crmKinds())('speaks only neutral records of kind %s', async (kind) => {
      crm.addContacts(1);
      crm.addDeal();
      const { records } = await walk(crm.port, kind, everything());
      const strange = records.filter((record) => !CrmRecord.safeParse(record).success);
      expect(strange).toEqual([]);
      expect(records.every((record) => record.kind === kind)).toBe(true);
    });

    it('tells the stage history of a deal, oldest first, in both ways of reading', async () => {
      const from = crm.now();
      const id = crm.addDeal();
      const ways = [
        await walk(crm.port, 'deal', everything()),
        await walk(crm.port, 'deal', since(from)),
      ];
      for (const { records } of ways) {
        const deal = records.find((record) => record.id === id);
        const moments = deal?.kind === 'deal' ? deal.stageHistory.map(({ at }) => at) : [];
        expect(moments).toHaveLength(2);
        expect(moments).toEqual([...moments].sort());
      }
    });

    it('reads records by id and names those that are gone', async () => {
      const [kept = '', gone = ''] = crm.addContacts(2);
      crm.deleteContact(gone);
      const batch = await crm.port.readRecords('contact', [kept, gone, '123456789']);
      expect(idsOf(batch.records)).toEqual([kept]);
      expect([...batch.missing].sort()).toEqual(['123456789', gone].sort());
    });

    it('goes on when a record is deleted in the middle of the walk', async () => {
      const ids = crm.addContacts(250);
      const first = await crm.port.readChanges('contact', everything(), null);
      const seen = new Set(idsOf(first.records));
      const later = ids.find((id) => !seen.has(id)) ?? '';
      const from = crm.now();
      crm.deleteContact(later);
      const rest = await crm.port.readChanges('contact', everything(), first.next);
      const all = new Set([...seen, ...idsOf(rest.records)]);
      // A CRM that keeps a result as it was tells of the deletion in the window after.
      const after = all.has(later) ? (await walk(crm.port, 'contact', since(from))).records : [];
      const told = after.find(({ id }) => id === later);
      expect(told?.archived ?? !all.has(later)).toBe(true);
      expect(ids.filter((id) => id !== later && !all.has(id))).toEqual(
        rest.next === null ? [] : expect.anything(),
      );
    });

    it('makes a receipt of a malformed record and gives the others', async () => {
      const id = crm.addMalformedNote();
      const { records, receipts } = await walk(crm.port, 'note', everything());
      expect(records.map((record) => record.id)).not.toContain(id);
      expect(receipts).toEqual([expect.objectContaining({ kind: 'note', id })]);
      expect(receipts[0]?.reason).toMatch(/^The note .* was not taken over\.$/);
    });

    it('passes over a field it does not know', async () => {
      const id = crm.addContactWithUnknownField();
      const { records } = await walk(crm.port, 'contact', everything());
      expect(idsOf(records)).toContain(id);
    });

    it.each(REFUSALS)('says what to do next after %s: %s, %s', async (fault, code, recovery) => {
      crm.addContacts(1);
      crm.spoil(fault);
      const asked = crm.port.readChanges('contact', everything(), null);
      await expect(asked).rejects.toMatchObject({ name: 'AppError', code, recovery });
      await expect(walk(crm.port, 'contact', everything())).resolves.toBeDefined();
    });

    it('says how long to wait when it was too fast', async () => {
      crm.spoil('rate_limited');
      const asked = crm.port.readChanges('contact', everything(), null);
      await expect(asked).rejects.toMatchObject({ retryAfterMs: expect.any(Number) });
    });

    it('does not go in circles when the CRM repeats a page', async () => {
      const ids = crm.addContacts(250);
      const first = await crm.port.readChanges('contact', everything(), null);
      crm.spoil('same_page_again');
      const asked = crm.port.readChanges('contact', everything(), first.next);
      await expect(asked).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
      const { records } = await walk(crm.port, 'contact', everything());
      expect(idsOf(records)).toEqual([...ids].sort());
    });
  });
}

/** The kinds that every CRM has. */
function crmKinds(): RecordKind[] {
  return ['owner', 'pipeline', 'company', 'contact', 'deal', 'email', 'note', 'task'];
}
