import { references, type ObjectSchema } from '../object-schema.ts';

export const SERVICE: readonly ObjectSchema[] = [
  {
    name: 'Case',
    keyPrefix: '500',
    fields: {
      Subject: 'string',
      Description: 'textarea',
      Status: 'picklist',
      Origin: 'picklist',
      MasterRecordId: references('Case', 'MasterRecord'),
      IsClosed: 'boolean',
      ContactId: references('Contact'),
      AccountId: references('Account'),
      OwnerId: references('User', 'Owner'),
      SuppliedName: 'string',
      SuppliedEmail: 'email',
    },
  },
  {
    name: 'Campaign',
    keyPrefix: '701',
    fields: { Name: 'string' },
  },
  {
    name: 'CampaignMember',
    keyPrefix: '00v',
    fields: {
      CampaignId: references('Campaign'),
      ContactId: references('Contact'),
      LeadId: references('Lead'),
      HasResponded: 'boolean',
      FirstRespondedDate: 'date',
    },
  },
  {
    name: 'SurveyResponse',
    keyPrefix: '0Sr',
    needs: 'surveys',
    fields: {
      Name: 'string',
      SurveyId: 'string',
      SubmitterId: { to: ['Contact', 'Lead'], by: 'Submitter' },
      Status: 'picklist',
      CompletionDateTime: 'datetime',
    },
  },
  {
    name: 'SurveyQuestionResponse',
    keyPrefix: '0Sq',
    needs: 'surveys',
    fields: {
      SurveyResponseId: references('SurveyResponse', 'Response'),
      Datatype: 'picklist',
      QuestionType: 'picklist',
      ResponseValue: 'textarea',
      NumberValue: 'double',
    },
  },
];
