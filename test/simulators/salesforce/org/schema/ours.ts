import type { FieldType, ObjectSchema } from '../object-schema.ts';

const REPORTED: Readonly<Record<string, FieldType>> = {
  External_Key__c: 'string',
  Journey_Stage__c: 'picklist',
  Stage_Since__c: 'datetime',
  Top_Driver__c: 'picklist',
  Driver_Pole__c: 'picklist',
  Open_Concerns__c: 'double',
  Oldest_Concern_At__c: 'datetime',
  Generated_At__c: 'datetime',
  Payload_Version__c: 'double',
  Payload__c: 'textarea',
};

function insightOf(parent: string, keyPrefix: string, masterDetail: boolean): ObjectSchema {
  const by = { to: [parent], by: `${parent}__r` };
  return {
    name: `${parent}_Insight__c`,
    keyPrefix,
    needs: 'package',
    externalIds: ['External_Key__c'],
    fields: { ...REPORTED, [`${parent}__c`]: masterDetail ? { ...by, masterDetail: true } : by },
  };
}

/** What our package brings (salesforce-app/). */
export const OURS: readonly ObjectSchema[] = [
  insightOf('Opportunity', 'a01', true),
  insightOf('Contact', 'a02', true),
  insightOf('Lead', 'a03', false),
  insightOf('Account', 'a04', false),
  {
    name: 'Insight_Feedback__c',
    keyPrefix: 'a05',
    needs: 'package',
    fields: {
      Opportunity__c: { to: ['Opportunity'], by: 'Opportunity__r' },
      Contact__c: { to: ['Contact'], by: 'Contact__r' },
      Account__c: { to: ['Account'], by: 'Account__r' },
      Lead__c: { to: ['Lead'], by: 'Lead__r' },
      Person_Id__c: 'string',
      Kind__c: 'picklist',
      Verdict__c: 'picklist',
      Subject__c: 'string',
    },
  },
  {
    name: 'Attune_Connection__c',
    keyPrefix: 'a06',
    needs: 'package',
    externalIds: ['External_Key__c'],
    fields: { External_Key__c: 'string', State__c: 'picklist', Synced_At__c: 'datetime' },
  },
  {
    name: 'Attune_Settings__c',
    keyPrefix: 'a07',
    needs: 'package',
    fields: { SetupOwnerId: 'string', Share_Of_Calls__c: 'double' },
  },
];
