import type { BuyingRole } from '../../shared/vocabulary.ts';

/**
 * Title words that usually name a buying role, the first that fits. Titles that say only "manager of something" name
 * none: whether such a person carries the project shows in what they do.
 */
export const TITLE_WORDS: readonly (readonly [RegExp, BuyingRole])[] = [
  [/procure|purchas|\bbuyer\b|sourcing|achats|einkauf/i, 'procurement'],
  [/\blegal\b|counsel|attorney|solicitor/i, 'legal'],
  [/security|privacy|data protection|\brisk\b|compliance|\bCISO\b/i, 'security'],
  [/vice president|\bVP\b/i, 'economic_buyer'],
  [/chief (executive|financial|operating|information)|\bC[EFIO]O\b/i, 'economic_buyer'],
  [
    /founder|founding|\bowner\b|co-owner|^president\b|managing (director|partner)|bursar/i,
    'economic_buyer',
  ],
  [
    /\b(finance|operations|site|general|executive) director\b|general manager|director,? finance/i,
    'economic_buyer',
  ],
  [/\bIT\b|\bsystems?\b|infrastructure|architect|developer|integration/i, 'technical_evaluator'],
  [
    /coordinator|technician|operator|clerk|dispatcher|planner|assistant|librarian|accountant/i,
    'user',
  ],
  [/\bshift\b|leading hand|store manager|\bofficer\b|accounting$|\bagent\b/i, 'user'],
];

/** Titles that let someone carry a project through their firm. */
export const CARRYING_TITLE =
  /\b(head|manager|director|lead|supervisor|administrator|president)\b/i;

/** Words that say who decides on the money: "Seun signs", "she holds the money". */
export const DECIDING_WORDS =
  /\b(signs( it)?( off)?|holds the (money|budget|purse)|has the last word|decides|approves)\b/i;

/** What such a role often asks: shown grey, as a question, until there is evidence. */
export const ROLE_QUESTIONS: Readonly<Record<BuyingRole, string>> = {
  champion:
    'People who carry a project often need material to win colleagues. Does that hold here?',
  economic_buyer: 'Those who sign often ask what it costs to be wrong. Is that the question here?',
  technical_evaluator:
    'Technical reviewers often ask how it fits what runs today. Has that been shown?',
  user: 'Those who work with it daily often ask what changes on Monday. Has anyone told them?',
  procurement: 'Purchasing often needs comparable offers and fixed terms. Which format helps them?',
  legal: 'Legal often looks first at liability and exit. Which clause matters most to them?',
  security:
    'Security often asks where data lies and who can open it. Which answer do they still miss?',
  influencer: 'Some people are asked before a choice is made. Whose view do they carry?',
};
