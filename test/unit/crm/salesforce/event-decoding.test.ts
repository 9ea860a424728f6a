import { Metadata, status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import {
  createReadHeader,
  type ChangeHeader,
} from '../../../../server/crm/salesforce/events/change-header.ts';
import { troubleOf } from '../../../../server/crm/salesforce/events/errors.ts';
import { toNotices } from '../../../../server/crm/salesforce/events/to-notices.ts';
import { DEFAULT_TOPICS } from '../../../../server/crm/salesforce/events/topics.ts';
import { AppError } from '../../../../shared/errors.ts';
import {
  encodeChange,
  schemaJsonOf,
  type ChangeTold,
  type ChangeType,
} from '../../../simulators/salesforce/events/change-schema.ts';
import { topicOf } from '../../../simulators/salesforce/events/event-bus.ts';
import { recordId } from '../../../simulators/salesforce/org/record-id.ts';

const US = recordId('005', 7);
const SOMEBODY = recordId('005', 1);
const DEAL = recordId('006', 1);
const AT = '2026-11-20T10:00:00.000Z';

const told = (change: Partial<ChangeTold> = {}): ChangeTold => ({
  ...{ entityName: 'Opportunity', changeType: 'UPDATE', recordIds: [DEAL], commitUser: SOMEBODY },
  ...{ commitTimestamp: Date.parse(AT), commitNumber: 2 ** 52, name: 'A secret name' },
  ...change,
});
const headerOf = (change: Partial<ChangeTold> = {}): ChangeHeader => {
  const whole = told(change);
  return createReadHeader(schemaJsonOf(whole.entityName))(encodeChange(whole));
};
const noticesOf = (change: Partial<ChangeTold> = {}, ourUserId: string | null = US) =>
  toNotices({ eventId: 'e1', header: headerOf(change) }, ourUserId);

describe('a change event', () => {
  it('is decoded to its header, and to nothing of the record’s values', () => {
    expect(headerOf()).toEqual({
      ...{ entityName: 'Opportunity', changeType: 'UPDATE', recordIds: [DEAL] },
      ...{ commitTimestamp: Date.parse(AT), commitUser: SOMEBODY },
      changeOrigin: 'com/salesforce/api/rest/67.0',
    });
  });

  it.each([
    ['no JSON', 'half a'],
    ['no record', '"string"'],
    ['a record without a header', '{"type":"record","name":"E","fields":[]}'],
  ])('with a schema that is %s is refused by name', (_what, schemaJson) => {
    expect(() => createReadHeader(schemaJson)).toThrow(AppError);
  });

  it('that breaks off is refused by name', () => {
    const readHeader = createReadHeader(schemaJsonOf('Opportunity'));
    expect(() => readHeader(encodeChange(told()).subarray(0, 9))).toThrow(
      'not in the form of its schema',
    );
  });

  it('marks the record that it names', () => {
    expect(noticesOf()).toEqual([
      { kind: 'deal', id: DEAL, change: 'changed', happenedAt: AT, key: `e1:deal:${DEAL}` },
    ]);
  });

  it.each<[ChangeType, string]>([
    ['CREATE', 'changed'],
    ['UPDATE', 'changed'],
    ['DELETE', 'changed'],
    ['UNDELETE', 'restored'],
  ])('of type %s makes it %s, and the org is asked what is true', (changeType, change) => {
    expect(noticesOf({ changeType }).map((notice) => notice.change)).toEqual([change]);
  });

  it('marks every record of one transaction, each once', () => {
    const recordIds = [recordId('006', 1), recordId('006', 2), 'not an id'];
    expect(noticesOf({ recordIds }).map(({ id }) => id)).toEqual(recordIds.slice(0, 2));
  });

  it('of a task marks all kinds that a task may be', () => {
    const notices = noticesOf({ entityName: 'Task', recordIds: [recordId('00T', 1)] });
    expect(notices.map(({ kind, change }) => `${kind} ${change}`).toSorted()).toEqual([
      'call restored',
      'note restored',
      'task restored',
    ]);
    expect(new Set(notices.map(({ key }) => key)).size).toBe(3);
  });

  it.each<ChangeType>(['GAP_CREATE', 'GAP_UPDATE', 'GAP_DELETE', 'GAP_UNDELETE', 'GAP_OVERFLOW'])(
    'of type %s marks nothing: the next night finds it',
    (changeType) => {
      expect(noticesOf({ changeType })).toEqual([]);
    },
  );

  it('of an object that we do not read marks nothing', () => {
    expect(noticesOf({ entityName: 'Campaign' })).toEqual([]);
  });

  it.each(['Opportunity_Insight__c', 'attune__Lead_Insight__c', 'Attune_Connection__c'])(
    'of our own %s, written by us, is our echo',
    (entityName) => {
      expect(noticesOf({ entityName, commitUser: US })).toEqual([]);
    },
  );

  it('of a customer’s record is no echo, even when our user saved it', () => {
    expect(noticesOf({ commitUser: US })).toHaveLength(1);
  });

  it('comes from topics that Salesforce names after its objects', () => {
    const objects = ['Opportunity', 'Contact', 'EmailMessage', 'Task'];
    expect(DEFAULT_TOPICS).toEqual(objects.map(topicOf));
  });
});

describe('what breaks a stream of change events', () => {
  const grpc = (code: number, word?: string) => {
    const metadata = new Metadata();
    if (word !== undefined) metadata.set('error-code', word);
    return Object.assign(new Error('refused'), { code, metadata });
  };
  const PLACE = 'sfdc.platform.eventbus.grpc.subscription.fetch.replayid.corrupted';

  it.each([
    ['an ended key', grpc(status.UNAUTHENTICATED), 'refused'],
    ['a replay id that is not known', grpc(status.INVALID_ARGUMENT, PLACE), 'lost_place'],
    ['another refusal', grpc(status.INVALID_ARGUMENT, 'sfdc.other'), 'failed'],
    ['a broken connection', grpc(status.UNAVAILABLE), 'failed'],
    ['a connection that needs a person', appError('reauthorize'), 'withdrawn'],
    ['a key that another worker renews', appError('wait'), 'failed'],
    ['anything else', new TypeError('odd'), 'failed'],
  ])('%s', (_what, error, trouble) => {
    expect(troubleOf(error)).toBe(trouble);
  });

  function appError(recovery: 'reauthorize' | 'wait'): AppError {
    return new AppError('crm_unauthorized', 'A sentence.', { recovery });
  }
});
