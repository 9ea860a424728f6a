import { NOT_IN_BIN, objectType, type Beside, type ObjectType } from './object-type.ts';

/** Consent lives on Individual, whose change does not touch the person's own row. */
const CONSENT = [
  'Do_Not_Analyse__c',
  'Individual.ShouldForget',
  'Individual.HasOptedOutProfiling',
  'Individual.HasOptedOutProcessing',
];
const BY_INDIVIDUAL: Beside = { object: 'Individual', from: 'Id', to: 'IndividualId' };
const PERSON = ['Name', 'Email', 'Title', 'OwnerId', 'MasterRecordId', ...CONSENT];

export const OWNER: ObjectType = objectType({
  kind: 'owner',
  object: 'User',
  fields: ['Name', 'Email', 'UserRoleId'],
  living: [],
});

export const COMPANY: ObjectType = objectType({
  kind: 'company',
  object: 'Account',
  fields: ['Name', 'Website', 'Industry', 'MasterRecordId'],
});

export const CONTACT: ObjectType = objectType({
  kind: 'contact',
  object: 'Contact',
  keyPrefix: '003',
  fields: [...PERSON, 'AccountId'],
  also: [BY_INDIVIDUAL],
});

/** A person, too, until it is converted: then it goes on as the contact that it became. */
export const LEAD: ObjectType = objectType({
  kind: 'contact',
  object: 'Lead',
  keyPrefix: '00Q',
  fields: [...PERSON, 'Company', 'IsConverted', 'ConvertedContactId'],
  living: [NOT_IN_BIN, 'IsConverted = false'],
  also: [BY_INDIVIDUAL],
  needed: false,
  withoutIt: 'Salesforce does not show leads to our user, so a lead’s page has no card.',
});

export const DEAL: ObjectType = objectType({
  kind: 'deal',
  object: 'Opportunity',
  fields: [
    ...['Name', 'StageName', 'Amount', 'CurrencyIsoCode', 'CloseDate', 'CreatedDate'],
    ...['OwnerId', 'AccountId', 'Type', 'RecordType.Name'],
  ],
  children: [
    { relationship: 'OpportunityContactRoles', fields: ['ContactId'], where: null },
    { relationship: 'OpportunityHistories', fields: ['StageName', 'CreatedDate'], where: null },
    { relationship: 'Histories', fields: ['NewValue', 'CreatedDate'], where: "Field = 'Owner'" },
  ],
  also: [{ object: 'OpportunityContactRole', from: 'OpportunityId', to: 'Id' }],
});
