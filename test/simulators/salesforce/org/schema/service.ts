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
    name: 'CaseComment',
    keyPrefix: '00a',
    fields: {
      CommentBody: 'textarea',
      IsPublished: 'boolean',
      ParentId: references('Case', 'Parent'),
    },
  },
  {
    name: 'SurveyQuestion',
    keyPrefix: '0Sx',
    needs: 'surveys',
    fields: { Name: 'string', QuestionType: 'picklist' },
  },
  {
    name: 'SurveyResponse',
    keyPrefix: '0Sr',
    needs: 'surveys',
    fields: {
      Name: 'string',
      SurveyId: 'string',
      SubmitterId: { to: ['Contact', 'Lead', 'User'], by: 'Submitter' },
      Status: 'picklist',
      CompletionDateTime: 'datetime',
    },
  },
  {
    name: 'SurveyQuestionResponse',
    keyPrefix: '0Sq',
    needs: 'surveys',
    fields: {
      ResponseId: references('SurveyResponse', 'Response'),
      QuestionId: references('SurveyQuestion', 'Question'),
      Datatype: 'picklist',
      ChoiceValue: 'textarea',
      ResponseValue: 'textarea',
      NumberValue: 'int',
    },
  },
];
