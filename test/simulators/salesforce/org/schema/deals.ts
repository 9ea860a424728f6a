import { references, type ObjectSchema } from '../object-schema.ts';

export const DEALS: readonly ObjectSchema[] = [
  {
    name: 'Opportunity',
    keyPrefix: '006',
    fields: {
      Name: 'string',
      AccountId: references('Account'),
      OwnerId: references('User', 'Owner'),
      StageName: 'picklist',
      Type: 'picklist',
      RecordTypeId: references('RecordType'),
      Amount: 'double',
      CurrencyIsoCode: 'picklist',
      CloseDate: 'date',
      IsClosed: 'boolean',
      IsWon: 'boolean',
      LastActivityDate: 'date',
    },
    children: {
      OpportunityContactRoles: { object: 'OpportunityContactRole', field: 'OpportunityId' },
      OpportunityHistories: { object: 'OpportunityHistory', field: 'OpportunityId' },
      Histories: { object: 'OpportunityFieldHistory', field: 'OpportunityId' },
    },
  },
  { name: 'RecordType', keyPrefix: '012', fields: { Name: 'string', SobjectType: 'picklist' } },
  {
    name: 'OpportunityStage',
    keyPrefix: '01J',
    fields: {
      ApiName: 'string',
      MasterLabel: 'string',
      SortOrder: 'int',
      IsActive: 'boolean',
      IsClosed: 'boolean',
      IsWon: 'boolean',
    },
  },
  {
    name: 'OpportunityContactRole',
    keyPrefix: '00K',
    fields: {
      OpportunityId: references('Opportunity'),
      ContactId: references('Contact'),
      Role: 'picklist',
      IsPrimary: 'boolean',
    },
  },
  {
    name: 'OpportunityFieldHistory',
    keyPrefix: '017',
    fields: {
      OpportunityId: references('Opportunity'),
      Field: 'picklist',
      OldValue: 'string',
      NewValue: 'string',
    },
  },
  {
    name: 'OpportunityHistory',
    keyPrefix: '008',
    fields: {
      OpportunityId: references('Opportunity'),
      StageName: 'picklist',
      Amount: 'double',
      CloseDate: 'date',
    },
  },
];
