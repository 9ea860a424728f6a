import { references, type ObjectSchema } from '../object-schema.ts';

export const PEOPLE: readonly ObjectSchema[] = [
  {
    name: 'Organization',
    keyPrefix: '00D',
    fields: { Name: 'string', TimeZoneSidKey: 'picklist', DefaultCurrencyIsoCode: 'picklist' },
  },
  {
    name: 'Profile',
    keyPrefix: '00e',
    fields: { Name: 'string', PermissionsModifyAllData: 'boolean' },
  },
  {
    name: 'User',
    keyPrefix: '005',
    fields: {
      Name: 'string',
      Email: 'email',
      IsActive: 'boolean',
      UserRoleId: 'string',
      UserType: 'picklist',
      ContactId: references('Contact'),
      ProfileId: references('Profile'),
    },
  },
  {
    name: 'Individual',
    keyPrefix: '0PK',
    fields: {
      Name: 'string',
      ShouldForget: 'boolean',
      HasOptedOutProfiling: 'boolean',
      HasOptedOutProcessing: 'boolean',
    },
  },
  {
    name: 'Account',
    keyPrefix: '001',
    fields: {
      Name: 'string',
      Website: 'string',
      Industry: 'picklist',
      OwnerId: references('User', 'Owner'),
      MasterRecordId: references('Account', 'MasterRecord'),
    },
  },
  {
    name: 'Contact',
    keyPrefix: '003',
    fields: {
      Name: 'string',
      FirstName: 'string',
      LastName: 'string',
      Email: 'email',
      Title: 'string',
      OwnerId: references('User', 'Owner'),
      AccountId: references('Account'),
      IndividualId: references('Individual'),
      MasterRecordId: references('Contact', 'MasterRecord'),
      Do_Not_Analyse__c: 'boolean',
    },
  },
  {
    name: 'Lead',
    keyPrefix: '00Q',
    fields: {
      Name: 'string',
      FirstName: 'string',
      LastName: 'string',
      Email: 'email',
      Title: 'string',
      Company: 'string',
      Status: 'picklist',
      OwnerId: references('User', 'Owner'),
      IndividualId: references('Individual'),
      IsConverted: 'boolean',
      ConvertedContactId: references('Contact', 'ConvertedContact'),
      MasterRecordId: references('Lead', 'MasterRecord'),
      Do_Not_Analyse__c: 'boolean',
    },
  },
];
