import { objectType, type ObjectType } from './object-type.ts';

export const CASE: ObjectType = objectType({
  kind: 'ticket',
  object: 'Case',
  bulkRows: 10_000,
  fields: [
    ...['Subject', 'Description', 'OwnerId', 'CreatedDate', 'ContactId', 'Origin', 'IsClosed'],
    'MasterRecordId',
  ],
});

export const CAMPAIGN_ANSWER: ObjectType = objectType({
  kind: 'form',
  object: 'CampaignMember',
  fields: ['Campaign.Name', 'ContactId', 'LeadId', 'CreatedDate', 'FirstRespondedDate'],
  where: 'HasResponded = true',
});
