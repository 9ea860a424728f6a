/** The closed lists of the glossary. Server, cards and tests use these words and no synonyms. */

export const VENDORS = ['hubspot', 'salesforce'] as const;
export type Vendor = (typeof VENDORS)[number];

/** The buyer's journey, not the seller's pipeline. */
export const STAGES = ['awareness', 'consideration', 'decision', 'retention'] as const;
export type Stage = (typeof STAGES)[number];

/** The twelve needs of a buyer in a deal; each is threatened or met. */
export const DRIVERS = [
  'certainty',
  'safety',
  'trust',
  'control',
  'ease',
  'relief',
  'progress',
  'recognition',
  'alignment',
  'fairness',
  'continuity',
  'being_heard',
] as const;
export type Driver = (typeof DRIVERS)[number];

export const POLES = ['threatened', 'met'] as const;
export type Pole = (typeof POLES)[number];

/** How a reading is known. `reported`: our side wrote down what the buyer said. `observed`: a behaviour, no words. */
export const STATUSES = ['said', 'implied', 'reported', 'observed'] as const;
export type Status = (typeof STATUSES)[number];

export const CONFIDENCE_WORDS = ['said', 'likely', 'hint'] as const;
export type ConfidenceWord = (typeof CONFIDENCE_WORDS)[number];

export const BUYING_ROLES = [
  'champion',
  'economic_buyer',
  'technical_evaluator',
  'user',
  'procurement',
  'legal',
  'security',
  'influencer',
] as const;
export type BuyingRole = (typeof BUYING_ROLES)[number];

/** The persona's five questions. */
export const PERSONA_SLOTS = [
  'values',
  'where_and_how',
  'pain_points',
  'influencers',
  'purchasing',
] as const;
export type PersonaSlot = (typeof PERSONA_SLOTS)[number];

export const MAP_CELLS = [
  'tasks',
  'influences',
  'risks',
  'goals',
  'pains',
  'sees',
  'hears',
  'says',
  'does',
  'thinks',
  'feels',
] as const;
export type MapCell = (typeof MAP_CELLS)[number];

export const ACTIVITY_KINDS = [
  'email',
  'call',
  'meeting',
  'note',
  'chat',
  'thread',
  'ticket',
  'survey',
  'form',
  'task',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What a buyer's words are about, apart from any need: the journey's raw signals. */
export const TOPICS = [
  'problem',
  'demo',
  'requirements',
  'comparison',
  'price',
  'security',
  'legal',
  'procurement',
  'reference',
  'contract',
  'decision_date',
  'onboarding',
  'renewal',
  'scheduling',
  'advocacy',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What the buyer said about themselves and their purchase that is not a need: material for persona and map. */
export const STATEMENT_KINDS = [
  'desired_outcome',
  'value',
  'where_and_how',
  'pain_point',
  'influencer',
  'purchasing',
  'task',
  'question',
  // Between the two sides: what was promised, and what speaks or stands against the next step.
  'commitment',
  'objection',
  'obstacle',
  'competitor',
  // How things must be done so that they can take part; never why.
  'accommodation',
  // The loss they fear: of money, of work, of standing with others, of their own position.
  'risk_investment',
  'risk_productivity',
  'risk_reputation',
  'risk_job',
  // A number that they gave as a rating.
  'survey_score',
  // The six jobs that buying takes, each done again and again: what are they at?
  'job_problem',
  'job_solution',
  'job_requirements',
  'job_supplier',
  'job_validation',
  'job_consensus',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** `reconnect_needed`: the CRM no longer accepts our key; `disconnected`: an admin ended it, and the key is gone. */
export const CONNECTION_STATES = ['active', 'reconnect_needed', 'disconnected'] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** Why a connection is not active. */
export const CONNECTION_REASONS = [
  'token_refused',
  'access_refused',
  'sealed_by_older_version',
  'disconnected_by_admin',
] as const;
export type ConnectionReason = (typeof CONNECTION_REASONS)[number];
