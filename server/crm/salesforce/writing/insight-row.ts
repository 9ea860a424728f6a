import type { InsightValues } from '../../../../shared/insight-payload.ts';
import type { InsightRef } from '../../writes.ts';
import { LEAD_PREFIX } from '../values.ts';

/** Our object beside a record, and the field that points to it (salesforce-app/force-app/main/default/objects). */
export interface InsightObject {
  readonly object: string;
  readonly parentField: string;
}

/** A person may be a contact or a lead: the id tells. */
export function insightObjectOf({ kind, id }: InsightRef): InsightObject {
  if (kind === 'deal') return beside('Opportunity');
  if (kind === 'company') return beside('Account');
  return beside(id.startsWith(LEAD_PREFIX) ? 'Lead' : 'Contact');
}

function beside(parent: string): InsightObject {
  return { object: `${parent}_Insight__c`, parentField: `${parent}__c` };
}

/** Unique in the org: the same record is found again, however often it is written. */
export const EXTERNAL_KEY = 'External_Key__c';

/**
 * One row as the collections interface takes it. The parent is named only for a new row: a master-detail cannot be changed.
 */
export function toRow(
  { object, parentField }: InsightObject,
  { id }: InsightRef,
  values: InsightValues,
): Readonly<Record<string, unknown>> {
  const { stage, stageSince, topDriver, pole, openConcerns, oldestConcernAt, generatedAt } = values;
  return {
    attributes: { type: object },
    [EXTERNAL_KEY]: id,
    [parentField]: id,
    Journey_Stage__c: stage,
    Stage_Since__c: stageSince,
    Top_Driver__c: topDriver,
    Driver_Pole__c: pole,
    Open_Concerns__c: openConcerns,
    Oldest_Concern_At__c: oldestConcernAt,
    Generated_At__c: generatedAt,
    Payload_Version__c: values.payload.version,
    Payload__c: JSON.stringify(values.payload),
  };
}
