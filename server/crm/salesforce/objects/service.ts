import { objectType, type ObjectType } from './object-type.ts';

export const CASE: ObjectType = objectType({
  kind: 'ticket',
  object: 'Case',
  keyPrefix: '500',
  bulkRows: 10_000,
  fields: [
    ...['Subject', 'Description', 'OwnerId', 'CreatedDate', 'ContactId', 'Origin', 'IsClosed'],
    'MasterRecordId',
  ],
});

/**
 * Each comment is a piece of writing of its own, by one person, at its own moment, in a field that a quote can point into.
 * Who may open its case may open it: there is no permission of its own to grant.
 */
export const CASE_COMMENT: ObjectType = objectType({
  kind: 'ticket',
  object: 'CaseComment',
  keyPrefix: '00a',
  needed: false,
  fields: [
    ...['CommentBody', 'IsPublished', 'ParentId', 'CreatedDate', 'CreatedById'],
    ...['Parent.Subject', 'Parent.ContactId', 'Parent.OwnerId'],
    ...['CreatedBy.UserType', 'CreatedBy.ContactId'],
  ],
});

/**
 * One answer to one question (field reference of API 67.0, SurveyQuestionResponse). Licensed with Salesforce's own
 * surveys, whose permissions a package may not grant where the licence is missing.
 */
export const SURVEY_ANSWER: ObjectType = objectType({
  kind: 'survey',
  object: 'SurveyQuestionResponse',
  needed: false,
  fields: [
    ...['ResponseValue', 'ChoiceValue', 'NumberValue', 'Datatype', 'CreatedDate'],
    ...['Response.SubmitterId', 'Response.CompletionDateTime', 'Question.QuestionType'],
  ],
});

export const CAMPAIGN_ANSWER: ObjectType = objectType({
  kind: 'form',
  object: 'CampaignMember',
  fields: ['Campaign.Name', 'ContactId', 'LeadId', 'CreatedDate', 'FirstRespondedDate'],
  where: 'HasResponded = true',
});
