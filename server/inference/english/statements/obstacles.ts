import { SENIOR } from '../cues/words.ts';
import { ASKED, compileSign } from '../../statements/statement-sign.ts';

const STEP =
  '(?:sign|proceed|go ahead|go further|go on|move(?: on| ahead| forward| it forward)?|start|continue|order|decide|commit|approve|go live|roll (?:it |this )?out|begin|book|release|pay|place|give you|send (?:you )?the (?:order|po|contract)|raise the (?:po|order)|do anything|take (?:it|this) (?:further|on)|finali[sz]e|close)';
/** Who must act first. */
const OWNER = `(?:(?:our|the|my|your|their|his|her) )?(?:(?:new|own|external|internal|local|group|regional) )?(?:${SENIOR}|legal|procurement|purchasing|finance|(?<=(?:our|the|your|their) )it|it (?:team|department|security)|infosec|security|compliance|hr|controlling|accounts?|accounting|treasury|lawyers?|counsel|works council|auditors?|insurers?|data protection (?:officer|team)|dpo|bank|landlord|parent company|head office|hq|supplier|steering (?:group|committee)|committee|you|side|people|colleagues?|team|departments?|\\w+ (?:team|department|office|committee|officer|manager|director))`;
const NEEDED =
  '(?:approval|signature|sign-?off|go-?ahead|green light|decision|answers?|reply|response|feedback|quote|contract|draft|redlines|budget|release|confirmation|okay|ok|yes|word|review|comments|funds|funding|access|certificate|paperwork|opinion|consent|licen[cs]e|permit|audit|report|documents?|po|purchase order)';

/** What stops the next step, with who must act where they say it. */
export const OBSTACLE = compileSign({
  kind: 'obstacle',
  anyOf: [
    `\\b(?:can't|cannot|can not|unable to|not able to|won't be able to|couldn't|not allowed to|nobody (?:can|may|will)|won't|will not)(?: \\w+)? ${STEP}\\b[^.;?!]{0,60}?\\b(?:until|till|before|without|unless|as long as)(?: (?:we (?:have|get|hear)|i (?:have|get)|there is|having))?(?: (?<until>${OWNER}))?`,
    `\\b(?:waiting (?:for|on)|awaiting|stuck (?:with|at|in|on|behind)|held up (?:by|in|at|with)|blocked (?:by|at|in)|on hold (?:until|because of|for|by|with)|depends? on|hangs? on|(?:is|sits|lies|still) (?:with|on the desk of)|parked (?:until|with)|delayed by)(?: (?:a|an|the|this|his|her|its|two|final|last|written))* (?<waitedFor>${OWNER})(?:'s?)?\\b(?= (?:to (?:sign|approve|decide|answer|reply|confirm|read|review|release|come back|look|send|finish|clear|agree|check|free|give|return)|${NEEDED}|and |for |at the moment|since|now|still)|\\s*[.,;!]|$)`,
    `\\b(?:(?:still|just|only|now) )?(?:waiting (?:for|on)|awaiting|pending|subject to|(?:still|first) (?:need|needs|missing|lacks?|lacking)|what(?:'s| is) (?:still )?missing is|all we (?:still )?need is|hinges on)(?: (?:a|an|the|my|our|your|his|her|their|its|final|last|formal|written|this|from))* ${NEEDED}(?: (?:from|of|by) (?<givenBy>${OWNER}))?\\b`,
    `\\b(?<first>${OWNER}) (?:(?:still|first) )?(?:has|have|needs?|must|wants?) (?:still |yet |first )?to (?:sign|approve|decide|release|clear|agree|confirm|review|look at it|read)\\b[^.;?!]{0,40}?\\b(?:first|before|yet|still)\\b|\\b(?<silent>${OWNER}) (?:hasn't|has not|have not|haven't) (?:yet )?(?:signed|approved|decided|released|cleared|agreed|confirmed|answered|reviewed|come back|replied)(?: yet)?\\b`,
    '\\b(?:budget|spending|purchasing|hiring|change|procurement|investment) (?:freeze|stop|ban)\\b|\\b(?:budget|funds|funding|project|tender|order|purchase|everything|decision)(?: \\w+)? (?:is|are|was|has been|have been|got) (?:\\w+ )?(?:frozen|on hold|blocked|stopped|cut|suspended|postponed|stuck|parked)|\\bno (?:budget|money|funds|funding|capacity|slot|headcount|people) (?:left|until|before|this (?:year|quarter)|till|for (?:it|this) (?:this|until|before))',
    '\\b(?:what|(?:the )?(?:only|one|main) thing that)(?: (?:still|really|currently))? (?:stops|blocks|holds|prevents|keeps) (?:us|me|it|this|the)\\b|\\b(?:the|our|my|one|only|main) (?:blocker|bottleneck|hold-?up|stumbling block|snag) (?:is|remains)\\b|\\b(?:stops|blocks|prevents|keeps|holding|held|holds) (?:us|me|it|this|everything|the (?:order|project|purchase|contract)) (?:from (?:signing|going|starting|deciding|ordering|moving|proceeding)|back|up)\\b',
  ],
  unless: [
    ASKED,
    '\\b(?:please contact|the keys?|rain|weather)\\b|\\bif (?:you|someone|anyone) (?:are|is|were)\\b',
    '\\b(?:no longer (?:waiting|blocked|stuck|on hold)|not waiting|nothing (?:stops|blocks|holds)|unblocked)\\b',
  ],
});
