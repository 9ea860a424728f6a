import avro, { type Schema } from 'avsc';
import type { OrgChange } from '../org/org.ts';

/** As documented for change events; GAP_OVERFLOW stands for changes that were too many to be told one by one. */
export type ChangeType =
  | OrgChange['change']
  | 'GAP_CREATE'
  | 'GAP_UPDATE'
  | 'GAP_DELETE'
  | 'GAP_UNDELETE'
  | 'GAP_OVERFLOW';

export interface ChangeTold {
  readonly entityName: string;
  readonly changeType: ChangeType;
  readonly recordIds: readonly string[];
  readonly commitUser: string;
  readonly commitTimestamp: number;
  readonly commitNumber: number;
  /** A value of the record, to see that nobody keeps it. */
  readonly name: string | null;
}

const CHANGE_TYPES: readonly ChangeType[] = [
  ...(['CREATE', 'UPDATE', 'DELETE', 'UNDELETE'] as const),
  ...(['GAP_CREATE', 'GAP_UPDATE', 'GAP_DELETE', 'GAP_UNDELETE', 'GAP_OVERFLOW'] as const),
];
const STRINGS = { type: 'array', items: 'string' } as const;

const HEADER = {
  type: 'record',
  name: 'ChangeEventHeader',
  fields: [
    { name: 'entityName', type: 'string' },
    { name: 'recordIds', type: STRINGS },
    {
      name: 'changeType',
      type: { type: 'enum', name: 'ChangeType', symbols: CHANGE_TYPES },
    },
    { name: 'changeOrigin', type: 'string' },
    { name: 'transactionKey', type: 'string' },
    { name: 'sequenceNumber', type: 'int' },
    { name: 'commitTimestamp', type: 'long' },
    { name: 'commitNumber', type: 'long' },
    { name: 'commitUser', type: 'string' },
    { name: 'nulledFields', type: STRINGS },
    { name: 'diffFields', type: STRINGS },
    { name: 'changedFields', type: STRINGS },
  ],
};

/** One schema an object, of our own making in the documented form. */
export function schemaJsonOf(entityName: string): string {
  return JSON.stringify({
    type: 'record',
    name: `${entityName}ChangeEvent`,
    namespace: 'com.sforce.eventbus',
    fields: [
      { name: 'ChangeEventHeader', type: HEADER },
      { name: 'Name', type: ['null', 'string'], default: null },
      { name: 'Amount', type: ['null', 'double'], default: null },
      { name: 'LastModifiedDate', type: ['null', 'long'], default: null },
    ],
  });
}

export function encodeChange({ name, commitNumber, ...header }: ChangeTold): Buffer {
  // Made above, in a form that avsc knows.
  const schema = JSON.parse(schemaJsonOf(header.entityName)) as Schema;
  const type = avro.Type.forSchema(schema, { wrapUnions: true });
  return type.toBuffer({
    ChangeEventHeader: {
      ...header,
      ...{ changeOrigin: 'com/salesforce/api/rest/67.0', transactionKey: `t${commitNumber}` },
      ...{ sequenceNumber: 1, commitNumber, nulledFields: [], diffFields: [] },
      changedFields: ['0x02'],
    },
    Name: name === null ? null : { string: name },
    Amount: { double: 12.5 },
    LastModifiedDate: { long: header.commitTimestamp },
  });
}
