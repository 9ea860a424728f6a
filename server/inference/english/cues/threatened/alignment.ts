import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { COLLEAGUE, GAP, NEAR, NUMBER } from '../words.ts';

/** Colleagues who stand together: threatened. */
export const ALIGNMENT_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:i'm|i am|stand|standing) (?:quite |pretty |rather |all )?alone (?:with|in|on) (?:this
      |it|that)|outvoted|drag(?:s|ging|ged)? (?:his|her|their) (?:heels|feet)|(?:every|each) (?:site
      |department|plant|branch|partner|team|school|ward|depot|region|manager|office|clinic) (?:wants
      |has|prefers|asks for|swears by) (?:something else|another|its own|their own|his own|her own
      |a different)|sort (?:it|this|that) out (?:among|between) ourselves|among ourselves first
      |(?:he|she|they|\p{L}+) (?:refuses?|won't|will not) (?:to )?(?:use|touch|sign|hear of|support
      |come to)|said (?:no|never) to (?:it|this|the)|(?:doesn't|does not|don't|do not) (?:want
      |like) (?:it|this|that|any of it) (?:at all|in (?:his|her|their|my))|(?:cannot|can't
      |never) get (?:them|everyone|everybody|us all|the \w+) (?:in|into|round|around) (?:one|a
      |the same) (?:room|table)|no mandate|against (?:my|our|the) (?:boss|will|advice|team
      |colleagues)|everyone has (?:another|a different|their own) (?:idea|opinion|view
      |favou?rite))\b
    `,
    unless: wording`
      \?|\b(?:printer|server|browser|machine|app|system|page|scanner|door) (?:refuses|won't
      |will not)
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:${NUMBER}|some|half|one|the \w+)(?: \w+){0,3} (?:(?:are|is|vote|voted
      |want)(?: \w+)? )?(?:for|in favou?r)(?: (?:it|the|us|you)\b)?(?: \w+){0,2},?(?: and
      | but)? (?:${NUMBER}|some|the others?|the rest
      |half)(?: \w+){0,3} (?:are |is |vote |voted )?(?:for|against|not)\b|\bwithout (?:him|her|them
      |\p{L}+|the \w+)(?: being)? on board\b|\bsplit (?:room|board)\b|\b(?:still )?(?:has
      |have)(?: not|n't) come (?:around|round)\b
    `,
    needs: '\\b(?:against|are for|is for|for it|vote[sd]?|on board|split|come (?:around|round))\\b',
    unless: '\\?|\\bwait(?:s|ed|ing)? for\\b|per day|you on board|firm on board',
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:need|needs|get|getting|got|have|win|without|lack|missing|no|more|secure
      |still)${NEAR} (?:buy-?in|(?:their|his|her|everyone'?s|the \w+'?s) (?:support|backing
      |blessing) (?:first|before)|(?:them|him|her|everyone|management|(?:my|our|the) \w+) (?:on side
      |on-?side|on board|behind (?:it|this|me|us)|round|to agree))\b
    `,
    unless: wording`
      \b(?:(?:got|have|had|with) (?:full |everyone'?s |their |the )+(?:buy-?in|support|backing)
      |are on board|is on board|come on board|bring (?:a|an|your|some)|new (?:people|colleague
      |starter)|all on board|on board (?:\w+ )?on \w+day)\b
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:not (?:all|everyone|everybody|every one|each)(?: of (?:us|them|the \w+|my \w+))?${NEAR}
      |(?:\w+n't|not|never|no|hardly|neither)${NEAR}) (?:agree[sd]?|convinced of|on board
      |behind (?:it|this|that)|aligned|on side|on the same (?:page|line|side)|(?:all )?of one mind
      |of the same (?:mind|opinion)|in favou?r|wants? (?:it|this|that|to (?:change|move|switch))
      |sees? (?:it|this|that|things) the same|see(?:s)? eye to eye|come around|come round|agreement
      |consensus|share this view|keen on|happy about it)\b
    `,
    unless: wording`
      \b(?:if you|you (?:do not|don'?t)|^i (?:do not|don'?t) want|i don'?t want|we don'?t want|(?:i
      |we) (?:do|does) not want|my (?:boss|company) does not|i (?:do not|don'?t|can'?t|cannot) agree
      |agree more|not agreed (?:price|upon)|was not what we agreed|not what (?:we|was) agreed
      |agree with (?:you|your|the (?:price|invoice))|which we did not agree
      |what we (?:have )?agreed)\b|\?
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:(?:they|we|he|she|two|both|directors?|managers?|partners|colleagues
      |team) (?:still )?(?:disagree[sd]?|can'?t agree|cannot agree)|disagreements? (?:in|between
      |among|inside|here)|at odds|at loggerheads|divided|split (?:room|board|team|committee|house
      |opinion|down|into|between|on|over|three|two|\d)|(?:is|are|room|team|board|council|council's
      |committee|we'?re) split|two camps|torn between|(?<!as )opposed to (?:it|this|the (?:idea|move
      |change|project|purchase|plan))|object(?:s|ed|ions?)? (?:to|from|by)|resist(?:s|ed|ing|ance)
      |reluctant|push(?:es|ed|ing)? back|push-?back|hold(?:s|ing)? out|held out|dig(?:s
      |ging)? (?:in )?(?:his|her|their) heels|veto(?:es|ed)|against (?:it|this|the (?:project|idea
      |move|change|purchase|switch|plan|tool))|(?:blocks|blocking|blocked) (?:it|this|us|the (?:idea
      |purchase|project))|torpedo\w*|sabotag\w*|quarrel\w*|argu(?:es?|ed|ing)(?: about| over| with)
      |arguments? (?:about|over)|fight(?:s|ing)? (?:about|over|with (?:my|our|each|the))|tug of war
      |stalemate|deadlock(?:ed)?|split vote|in the middle(?:,| of (?:it|two|them|this)| between)
      |between two (?:stools|fires|chairs|camps)|pull(?:s|ing)? in (?:different|opposite|two)
      |different (?:views|opinions|ideas|camps|directions|sides))\b
    `,
    unless: wording`
      \b(?:camp(?:site|ing|er|us)|summer camp|in the middle of (?:the|a|our|my
      |an?) (?:\w+ )?(?:audit|harvest|season|week|month|close|night|meeting|migration|project|move
      |year|call|street)|water resistan\w+|fire resist\w+|blocks? (?:of|chain|list|A|B|the (?:port
      |call|calendar|site|user))|object (?:storage|store|model|type|id)|push back (?:the|our|to|by
      |until|go-?live)|could(?:n.t| not) agree more|no (?:argument|objections?|resistance)
      |nobody (?:objected|objects|against|argue\w*)|without (?:objection|a fight|argument)
      |\bpush it back|not against|split (?:the )?(?:invoice|payment|order|bill|cost)|price
      |argue with (?:that|the price)|weigh(?:ed)? against|against (?:the same list|our (?:list|own
      |requirements|budget)))\b
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:convince|persuade|win over|bring (?:round|around|along)|get past|get through|sell (?:it
      |this|that|the idea)(?: internally)? to|explain (?:it|this|that) to|talk (?:round
      |around))${NEAR} (?:my|our|the|his|her|them|him|everyone|others?)? ?${COLLEAGUE}?\b
      |\bsell (?:it|this|that) (?:internally|upstairs|in-?house)\b|\b(?:others?|some|half|most|part
      |many|two|three|several|rest)(?: of (?:them|us|the \w+|my \w+|our \w+))? (?:\w+ )?(?:prefer
      |would (?:rather|prefer)|want (?:to (?:keep|stay|wait|go)|something|another|the other
      |a different|none)|like (?:their|the|another)|are (?:against|not (?:convinced|happy|sold|for
      |keen)|still (?:not|against|unsure)|in favou?r of)|favou?r|vote[sd]? (?:for|against)|think it
      |doubt|hate|wonder)\b
    `,
    needs: wording`
      \b(?:have to|need to|must|still|hard|difficult|help me|how|struggl\w*|not|\w+n't|cannot|prefer
      |rather|want|like|against|favou?r|vote[sd]?|internally|upstairs|first|doubt|hate|task|wonder
      |in-?house|for)\b
    `,
    unless: wording`
      \b(?:convince me|persuade me|explain (?:it|this|that) to (?:me|us)|other (?:two|vendors?
      |bidders?|suppliers?)|two others|i would rather|customers|patrons|users? (?:like|want)
      |most want to see|we have two others|price|increase|%)\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    // "IT is for the cloud, Mr. K. is for own servers": two holders, two wishes, in one sentence.
    pattern: wording`
      \b(?:is for|are for|am for|wants?|prefers?|says?|votes? for|likes?|favou?rs?
      |insists? on)\b[^.;]{2,70}(?:,| and| but| while| whereas)[^.;]{0,40}\b(?:is for|are for|am for
      |is against|wants? (?:nothing|another|to (?:keep|stay|wait))|does(?: not|n'?t)(?:[.,]|$)
      |don'?t|prefers?|says? (?:no|the opposite|otherwise)|the opposite|the other|only|another)\b
    `,
    needs: `\\b(?:${COLLEAGUE}|mr|mrs|ms|and (?:i|myself|me)|he|she|they|one|half)\\b`,
    unless: wording`
      \b(?:you (?:say|said|want)|i want|we want|customers?|patrons|if |please|you'?d|both (?:want
      |say|like)|your|that you|all (?:want|say))\b|\?
    `,
    status: 'said',
    strength: 0.6,
  },
  {
    pattern: wording`
      \b(?:the )?(?:committee|board|works council|council|union reps?|panel|steering group|partners
      |senate|other (?:departments?|heads?|directors?|sites?|plants?))\b${GAP} (?:has|have|is|are
      |will|would|wants?|said|says|sent|keeps?|needs?|must|may)${NEAR} (?:not|never|to be convinced
      |doubts?|questions? (?:it|this)|no|stop\w*|come back when|its own|their own|split|concerns?
      |reservations?|nervous|sceptical|skeptical|unconvinced|against)\b|\b(?:two|both|all
      |three) of us (?:have|need|must) (?:to )?(?:agree|be)\b|\bnot (?:just|only) (?:my|our
      |me) (?:decision|call|to decide)\b|\bon my own with (?:it|this)\b
      |\bthe only one (?:here )?(?:who|that) (?:wants|believes|sees|likes)\b
    `,
    unless: '\\?|\\b(?:meets?|meeting|sits)\\b',
    status: 'said',
    strength: 0.6,
    tolerates: ['negated'],
  },
];
