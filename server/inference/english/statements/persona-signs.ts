import { SENIOR } from '../cues/words.ts';
import type { StatementSign } from '../../statements/statement-sign.ts';

/** What only was sent to somebody has told them nothing yet. */
const HEARD_FROM =
  '(?:in|from|through|at|on|by|after|via|saw|seen|watched|read|follow|heard|hear|listen(?:ed)? to|joined)';

/** What buyers say of themselves and of how their house buys, one row a kind. Over normalised sentences. */
export const PERSONA_SIGNS: readonly StatementSign[] = [
  {
    kind: 'desired_outcome',
    pattern:
      /\b(?:success (?:is|would be|looks like|means)|(?:our|my|the|his|her|their) (?:goal|aim|target|objective|dream|priority) (?:is|was|would be|for)|(?:we|i) (?:need|want|have) to be (?:live|done|ready|up|off|compliant)|(?:must|has to|have to|needs to|should) be (?:live|running|done|in place|ready) (?:by|before|in|for)|i(?:'d| would) love (?:to|us to)|would love to|we(?:'d| would) like to (?:get|see|have|cut|halve|reduce|bring|answer|close)|we(?:'re| are) hoping to|hoping to|(?:we|i) want (?:to (?:get|cut|halve|see|stop|close|bring|reduce|answer|have)|one|a single|every)|so that (?:we|our|every)\b.{4,60}\b(?:without|by|in) |what (?:we|i) (?:want|need) (?:is|to)|wants? one )\b/u,
    unless:
      /\?\s*$|\b(?:love to (?:help|meet|chat|hear)|want to (?:see|know|understand) (?:the|your|a)|we need to be (?:honest|careful))/u,
    namesSomebody: false,
  },
  {
    kind: 'where_and_how',
    pattern:
      /\b(?:(?:call|ring|phone|reach|text|catch|mail|email|write to) me\b.{0,40}\b(?:after|before|between|on|at|by|in the|mornings?|afternoons?|evenings?|until|only|instead|rather)|(?:i'm|i am|we're|we are) only (?:in|here|at|available|reachable)|(?:mornings?|afternoons?|evenings?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?) (?:are|is|work) (?:best|better|good|bad|no good|impossible)|best (?:time|way) to (?:reach|call|get)|(?:prefer|rather) (?:a |the |by |to )?(?:phone|e-?mail|call|teams|zoom|in writing|in person|text|whatsapp|talk|write|short)|(?:phone|e-?mail|teams|in person|by mail) (?:is|works) (?:best|better)|not (?:on|by) (?:the )?(?:phone|e-?mail|teams)|no (?:calls|video|slides|meetings) (?:before|after|on|please)|please (?:write|send|keep).{0,30}\b(?:short|in (?:german|french|english|italian|spanish|polish|japanese|writing|one (?:mail|page)))|in (?:german|french|italian|spanish|polish|dutch|japanese|portuguese) (?:please|if)|(?:= ?|prefers? )(?:phone|pm|am|mornings?|afternoons?|calls|e-?mail)|one (?:page|mail|email)(?: only| a week|,? please)|fifteen minutes|subtitles|captions|large print|screen reader|read (?:it|that|this) on (?:my|the) phone)\b/u,
    unless: /\?\s*$/u,
    namesSomebody: false,
  },
  {
    kind: 'purchasing',
    pattern: new RegExp(
      `\\b(?:sign-?off (?:goes|is|needs|comes|sits)|signs? (?:off )?(?:anything|everything|it off|above|over|the (?:contract|order))|signs > ?\\d|three (?:quotes|offers)|(?:board|committee|council|senate|panel|steering group) (?:meets|meeting|sits|decides|looks|votes)|(?:needs?|need|wait(?:ing)? for|has to have|requires?) (?:the |our |an? )?(?:approval|signature|sign-?off|ok|okay|go-?ahead) (?:of|from|by)|approv(?:es|al|ed) (?:by|of|from|anything|everything|over|above|document|process)|goes (?:to|through|past|via) (?:the |our |my )?(?:${SENIOR}|procurement|legal|purchasing|finance|committee|works council|security|it|tender)|(?:budget|fiscal year|financial year) (?:starts|begins|closes|ends|is (?:set|fixed|approved)|cycle|round|holder)|purchase order|po number|tender|framework (?:agreement|lot)|procurement (?:needs|wants|takes|will|has|says|runs)|ringi|supplier (?:form|registration)|legal (?:has|needs|wants|is|will|reads?)|(?:decide|decision)\\b.{0,40}\\b(?:\\w+day|next (?:week|month)|end of|by|before|board)|contract (?:runs out|ends|expires|is up)|criteria|evaluation panel|shortlist)\\b`,
      'u',
    ),
    unless: null,
    namesSomebody: false,
  },
  {
    kind: 'influencer',
    pattern: new RegExp(
      `\\b(?:(?:i|we) (?:trust|listen to|ask|rely on|go by|look to|swear by) (?:what )?(?!you\\b)(?:my|our|the|\\p{L}+)|(?:heard|read|learned|know) (?:about|of) (?:you|it) (?:from|through|at|in|on)|(?:recommended|referred|pointed|tipped) (?:by|to us|me to|us to)|(?:my|our) (?:old colleague|former|peer|consultant|advisor|adviser|accountant|auditor|integrator|friend at|contact at|counterpart)|at the (?:fair|conference|trade show|meetup|exhibition)|user group|association|${HEARD_FROM} (?:(?:a|an|the|your|our|their|this|his|her) )?(?:\\p{L}+ ){0,2}(?:newsletter|webinar|podcast|linkedin)|reviews? (?:on|site)|replay of|(?:${SENIOR}) (?:listens to|trusts|asks|goes by)|got your name from)\\b`,
      'u',
    ),
    unless: /\?\s*$/u,
    namesSomebody: false,
  },
  {
    kind: 'value',
    pattern:
      /\b(?:(?:what )?(?:matters|counts) (?:most|more|to (?:me|us)|here|for (?:me|us))|(?:is|are) (?:most )?important (?:to|for) (?:me|us|him|her|them)|(?:i|we) (?:care|value|insist|believe) (?:about|that|in|on)|for (?:me|us) (?:it is|it's|the) (?:all )?about|priority (?:is|number)|(?:above|before) all(?: else)?|first of all (?:comes|is)|non-?negotiable|deal-?breaker|we(?:'re| are) a (?:family|small|careful|cautious|lean)|i measure|i'm measured on|my (?:bonus|target|number) is|(?:i|we) (?:like|prefer) (?:to )?(?:short|numbers|facts|plain|people who|things))\b/u,
    unless: /\?\s*$/u,
    namesSomebody: false,
  },
  {
    kind: 'task',
    pattern:
      /\b(?:(?:i|we)(?:'ll| will| shall) (?:send|check|ask|talk|come back|get back|prepare|share|forward|discuss|read|look|test|fill|collect|find out|bring|put|write|upload|export|speak|take it|show|present|raise)|(?:i|we) (?:have|need) to (?:send|check|ask|prepare|write|report|present|fill|collect|submit|finish|close|hand in|defend)|my (?:job|task) (?:is|this week)|i'm (?:responsible for|in charge of|writing|preparing|putting together)|(?:he|she|they|\p{L}+) (?:will|to) (?:send|check|ask|prepare|share|forward|come back|confirm)|i look after|i run (?:the|our))\b/u,
    unless: /\?\s*$|\b(?:i will not|we will not)\b/u,
    namesSomebody: false,
  },
];
