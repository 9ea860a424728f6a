import type { DriverCues } from './cue.ts';
import { COLLEAGUE, GAP, NEAR, NUMBER } from './words.ts';

/** Colleagues who stand together. */
export const ALIGNMENT: DriverCues = {
  driver: 'alignment',
  threatened: [
    {
      pattern:
        "\\b(?:(?:i'm|i am|stand|standing) (?:quite |pretty |rather |all )?alone (?:with|in|on) (?:this|it|that)|outvoted|drag(?:s|ging|ged)? (?:his|her|their) (?:heels|feet)|(?:every|each) (?:site|department|plant|branch|partner|team|school|ward|depot|region|manager|office|clinic) (?:wants|has|prefers|asks for|swears by) (?:something else|another|its own|their own|his own|her own|a different)|sort (?:it|this|that) out (?:among|between) ourselves|among ourselves first|(?:he|she|they|\\p{L}+) (?:refuses?|won't|will not) (?:to )?(?:use|touch|sign|hear of|support|come to)|said (?:no|never) to (?:it|this|the)|(?:doesn't|does not|don't|do not) (?:want|like) (?:it|this|that|any of it) (?:at all|in (?:his|her|their|my))|(?:cannot|can't|never) get (?:them|everyone|everybody|us all|the \\w+) (?:in|into|round|around) (?:one|a|the same) (?:room|table)|no mandate|against (?:my|our|the) (?:boss|will|advice|team|colleagues)|everyone has (?:another|a different|their own) (?:idea|opinion|view|favou?rite))\\b",
      unless:
        "\\?|\\b(?:printer|server|browser|machine|app|system|page|scanner|door) (?:refuses|won't|will not)",
      status: 'said',
      strength: 0.65,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:${NUMBER}|some|half|one|the \\w+)(?: \\w+){0,3} (?:(?:are|is|vote|voted|want)(?: \\w+)? )?(?:for|in favou?r)(?: (?:it|the|us|you)\\b)?(?: \\w+){0,2},?(?: and| but)? (?:${NUMBER}|some|the others?|the rest|half)(?: \\w+){0,3} (?:are |is |vote |voted )?(?:for|against|not)\\b|\\bwithout (?:him|her|them|\\p{L}+|the \\w+)(?: being)? on board\\b|\\bsplit (?:room|board)\\b|\\b(?:still )?(?:has|have)(?: not|n't) come (?:around|round)\\b`,
      needs:
        '\\b(?:against|are for|is for|for it|vote[sd]?|on board|split|come (?:around|round))\\b',
      unless: '\\?|\\bwait(?:s|ed|ing)? for\\b|per day|you on board|firm on board',
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:need|needs|get|getting|got|have|win|without|lack|missing|no|more|secure|still)${NEAR} (?:buy-?in|(?:their|his|her|everyone'?s|the \\w+'?s) (?:support|backing|blessing) (?:first|before)|(?:them|him|her|everyone|management|(?:my|our|the) \\w+) (?:on side|on-?side|on board|behind (?:it|this|me|us)|round|to agree))\\b`,
      unless:
        "\\b(?:(?:got|have|had|with) (?:full |everyone'?s |their |the )+(?:buy-?in|support|backing)|are on board|is on board|come on board|bring (?:a|an|your|some)|new (?:people|colleague|starter)|all on board|on board (?:\\w+ )?on \\w+day)\\b",
      status: 'said',
      strength: 0.7,
    },
    {
      pattern: `\\b(?:not (?:all|everyone|everybody|every one|each)(?: of (?:us|them|the \\w+|my \\w+))?${NEAR}|(?:\\w+n't|not|never|no|hardly|neither)${NEAR}) (?:agree[sd]?|convinced of|on board|behind (?:it|this|that)|aligned|on side|on the same (?:page|line|side)|(?:all )?of one mind|of the same (?:mind|opinion)|in favou?r|wants? (?:it|this|that|to (?:change|move|switch))|sees? (?:it|this|that|things) the same|see(?:s)? eye to eye|come around|come round|agreement|consensus|share this view|keen on|happy about it)\\b`,
      unless: `\\b(?:if you|you (?:do not|don'?t)|^i (?:do not|don'?t) want|i don'?t want|we don'?t want|(?:i|we) (?:do|does) not want|my (?:boss|company) does not|i (?:do not|don'?t|can'?t|cannot) agree|agree more|not agreed (?:price|upon)|was not what we agreed|not what (?:we|was) agreed|agree with (?:you|your|the (?:price|invoice))|which we did not agree|what we (?:have )?agreed)\\b|\\?`,
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:(?:they|we|he|she|two|both|directors?|managers?|partners|colleagues|team) (?:still )?(?:disagree[sd]?|can'?t agree|cannot agree)|disagreements? (?:in|between|among|inside|here)|at odds|at loggerheads|divided|split (?:room|board|team|committee|house|opinion|down|into|between|on|over|three|two|\\d)|(?:is|are|room|team|board|council|council's|committee|we'?re) split|two camps|torn between|(?<!as )opposed to (?:it|this|the (?:idea|move|change|project|purchase|plan))|object(?:s|ed|ions?)? (?:to|from|by)|resist(?:s|ed|ing|ance)|reluctant|push(?:es|ed|ing)? back|push-?back|hold(?:s|ing)? out|held out|dig(?:s|ging)? (?:in )?(?:his|her|their) heels|veto(?:es|ed)|against (?:it|this|the (?:project|idea|move|change|purchase|switch|plan|tool))|(?:blocks|blocking|blocked) (?:it|this|us|the (?:idea|purchase|project))|torpedo\\w*|sabotag\\w*|quarrel\\w*|argu(?:es?|ed|ing)(?: about| over| with)|arguments? (?:about|over)|fight(?:s|ing)? (?:about|over|with (?:my|our|each|the))|tug of war|stalemate|deadlock(?:ed)?|split vote|in the middle(?:,| of (?:it|two|them|this)| between)|between two (?:stools|fires|chairs|camps)|pull(?:s|ing)? in (?:different|opposite|two)|different (?:views|opinions|ideas|camps|directions|sides))\\b`,
      unless:
        '\\b(?:camp(?:site|ing|er|us)|summer camp|in the middle of (?:the|a|our|my|an?) (?:\\w+ )?(?:audit|harvest|season|week|month|close|night|meeting|migration|project|move|year|call|street)|water resistan\\w+|fire resist\\w+|blocks? (?:of|chain|list|A|B|the (?:port|call|calendar|site|user))|object (?:storage|store|model|type|id)|push back (?:the|our|to|by|until|go-?live)|could(?:n.t| not) agree more|no (?:argument|objections?|resistance)|nobody (?:objected|objects|against|argue\\w*)|without (?:objection|a fight|argument)|\\bpush it back|not against|split (?:the )?(?:invoice|payment|order|bill|cost)|price|argue with (?:that|the price)|weigh(?:ed)? against|against (?:the same list|our (?:list|own|requirements|budget)))\\b',
      status: 'said',
      strength: 0.65,
    },
    {
      pattern: `\\b(?:convince|persuade|win over|bring (?:round|around|along)|get past|get through|sell (?:it|this|that|the idea)(?: internally)? to|explain (?:it|this|that) to|talk (?:round|around))${NEAR} (?:my|our|the|his|her|them|him|everyone|others?)? ?${COLLEAGUE}?\\b|\\bsell (?:it|this|that) (?:internally|upstairs|in-?house)\\b|\\b(?:others?|some|half|most|part|many|two|three|several|rest)(?: of (?:them|us|the \\w+|my \\w+|our \\w+))? (?:\\w+ )?(?:prefer|would (?:rather|prefer)|want (?:to (?:keep|stay|wait|go)|something|another|the other|a different|none)|like (?:their|the|another)|are (?:against|not (?:convinced|happy|sold|for|keen)|still (?:not|against|unsure)|in favou?r of)|favou?r|vote[sd]? (?:for|against)|think it|doubt|hate|wonder)\\b`,
      needs: `\\b(?:have to|need to|must|still|hard|difficult|help me|how|struggl\\w*|not|\\w+n't|cannot|prefer|rather|want|like|against|favou?r|vote[sd]?|internally|upstairs|first|doubt|hate|task|wonder|in-?house|for)\\b`,
      unless:
        '\\b(?:convince me|persuade me|explain (?:it|this|that) to (?:me|us)|other (?:two|vendors?|bidders?|suppliers?)|two others|i would rather|customers|patrons|users? (?:like|want)|most want to see|we have two others|price|increase|%)\\b|\\?',
      status: 'said',
      strength: 0.65,
    },
    {
      // "IT is for the cloud, Mr. K. is for own servers": two holders, two wishes, in one sentence.
      pattern: `\\b(?:is for|are for|am for|wants?|prefers?|says?|votes? for|likes?|favou?rs?|insists? on)\\b[^.;]{2,70}(?:,| and| but| while| whereas)[^.;]{0,40}\\b(?:is for|are for|am for|is against|wants? (?:nothing|another|to (?:keep|stay|wait))|does(?: not|n'?t)(?:[.,]|$)|don'?t|prefers?|says? (?:no|the opposite|otherwise)|the opposite|the other|only|another)\\b`,
      needs: `\\b(?:${COLLEAGUE}|mr|mrs|ms|and (?:i|myself|me)|he|she|they|one|half)\\b`,
      unless:
        "\\b(?:you (?:say|said|want)|i want|we want|customers?|patrons|if |please|you'?d|both (?:want|say|like)|your|that you|all (?:want|say))\\b|\\?",
      status: 'said',
      strength: 0.6,
    },
    {
      pattern: `\\b(?:the )?(?:committee|board|works council|council|union reps?|panel|steering group|partners|senate|other (?:departments?|heads?|directors?|sites?|plants?))\\b${GAP} (?:has|have|is|are|will|would|wants?|said|says|sent|keeps?|needs?|must|may)${NEAR} (?:not|never|to be convinced|doubts?|questions? (?:it|this)|no|stop\\w*|come back when|its own|their own|split|concerns?|reservations?|nervous|sceptical|skeptical|unconvinced|against)\\b|\\b(?:two|both|all|three) of us (?:have|need|must) (?:to )?(?:agree|be)\\b|\\bnot (?:just|only) (?:my|our|me) (?:decision|call|to decide)\\b|\\bon my own with (?:it|this)\\b|\\bthe only one (?:here )?(?:who|that) (?:wants|believes|sees|likes)\\b`,
      unless: '\\?|\\b(?:meets?|meeting|sits)\\b',
      status: 'said',
      strength: 0.6,
      tolerates: ['negated'],
    },
  ],
  met: [
    {
      pattern:
        '\\b(?:(?:everyone|everybody|all of them|they all|we all|all (?:\\w+ )?(?:heads|partners|directors|managers|departments|sites)) (?:nodded|signed|said yes|raised|put)|(?:vote[ds]?|voted|it was|passed|result)\\b[^.;]{0,15}\\b\\d+ ?(?:-|:|to) ?(?:0|nil|zero|none)|passed without (?:discussion|a word|debate|objection)|no (?:discussion|debate) (?:needed|at all|necessary)|not a single (?:no|objection|voice against|hand against)|(?:whole|entire) (?:team|crew|board|staff|department|floor|shift|house|company) (?:is|was|are|wants|stands|backs|agreed|voted|said)|for once (?:finance|sales|operations|production|everyone|all)|both (?:sides|boards|departments|plants|sites|partners|directors) (?:agree|agreed|want|signed|said|are for|support))\\b',
      unless:
        '\\?|\\b(?:if|until|unless|once|hope|must|need|away|sick|out|busy|closed|angry|fed up|against)\\b',
      status: 'said',
      strength: 0.7,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:we|they|both|all|everyone|everybody|team|board|committee|partners|whole \\w+|entire \\w+|all of (?:us|them)|each of them|\\p{L}+)(?:'ve| have| has|'re| are| is|'s| were| was)?(?: (?:all|both|now|finally|unanimously|fully|quickly|completely|totally|said|already|in))* (?:agreed?|behind (?:it|this|that|you|us|the \\w+|me)|on board|in favou?r|aligned|on the same page|of one mind|said yes|voted (?:for|in favou?r|yes)|in agreement|convinced)\\b`,
      needs:
        '\\b(?:all|both|everyone|everybody|whole|entire|team|board|committee|unanimous\\w*|now|each|together|same page|aligned|behind|partners|one mind|of us|of them)\\b',
      unless:
        '\\b(?:need|until|unless|if|once|when|before|must|should|hope|make sure|want (?:to|you|us|everyone)|so we are|so that we|recap|you on board|firm on board|glad (?:that )?everyone|to hear|agreed (?:price|terms|to (?:meet|talk|speak|call|send)|on (?:a )?(?:date|call|price|thursday|monday)|that you|as agreed|with you)|we agreed (?:on|that|to|with you|in|last)|as (?:we )?agreed|get everyone|want everyone|all the (?:reports|files)|for everyone|board (?:game|meeting is))\\b|\\?',
      status: 'said',
      strength: 0.75,
    },
    {
      pattern: `\\b(?:unanimous(?:ly)?|consensus|with one voice|to a man|one heart|no (?:dissent|objections?|one against|votes? against|resistance|opposition)|(?:nobody|no-?one) (?:objected|(?:was|is|voted) against|disagreed|opposed|said no|had anything against|grumbled|argued)|hands (?:went )?up|put their hands up|show of hands|green light from (?:all|everyone|both|the)|thumbs up from (?:all|everyone|both|the)|all (?:${NUMBER} |\\d+ )?(?:\\w+ )?(?:${COLLEAGUE}|sites?|heads?|branch heads|depots?|plants?|departments?|signatures?|shifts?) (?:agree|agreed|said yes|signed|want|are|voted|support|in|back|backed|put|happy|gave|have signed)|pull(?:s|ing)? in the same direction|same (?:playbook|direction|line|side|song|hymn),? (?:all|everyone|every|both)|even (?:the )?(?:sceptics?|skeptics?|doubters?|critics?|\\w+ who was against)|(?:has|have|had|he|she|they|\\p{L}+) (?:now |finally )?(?:come|came|brought|won) (?:round|around)|won (?:him|her|them|everyone) over|stand(?:s)? behind (?:it|this|me|us)|has (?:my|our) back|fully (?:supports?|backs?)|(?:boss|cfo|ceo|md|board|director|team|management|everyone|everybody|works council|finance|legal|security)${NEAR} (?:supports?|backs?|is happy with|are happy with|signed off|is sold|is in|are in|gave (?:its|their|his|her) (?:blessing|ok|okay|backing|support)|loves? (?:it|this)|is (?:all )?for (?:it|this)))\\b`,
      unless:
        "\\b(?:need|until|unless|if|once|when|must|should|hope|try to|trying to|make sure|wants? to|haven'?t|no consensus|build consensus|yet to|support(?:s)? (?:sso|saml|ticket|team|desk|the (?:format|file|api))|system supports|software supports|tool supports|api|it supports|still|without)\\b|\\?",
      status: 'said',
      strength: 0.7,
      tolerates: ['negated'],
    },
    {
      pattern: `\\bfor once\\b[^.;]{0,50}\\b(?:agree|same|together|everyone|all|both)\\b|\\b(?:${NUMBER}|\\d+) out of (?:${NUMBER}|\\d+)\\b[^.;]{0,30}\\b(?:for|in favou?r|yes|agree|want|voted|hands)\\b|\\b(?:dropped|gave up|given up|buried|withdrew|withdrawn) (?:their|his|her|its) (?:own |pet |objections?|resistance|veto|opposition)\\b|\\bthey'?ve dropped them\\b`,
      unless: '\\?|\\bif\\b',
      status: 'said',
      strength: 0.65,
    },
  ],
};
