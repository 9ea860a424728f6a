import type { DriverCues } from './cue.ts';
import { NEAR, NOBODY, SENIOR } from './words.ts';

/** To be seen as competent; to get credit. */
export const RECOGNITION: DriverCues = {
  driver: 'recognition',
  threatened: [
    {
      pattern:
        "\\b(?:(?:decided|agreed|bought|chosen|signed|discussed|settled|announced|presented)(?: \\w+){0,3} without (?:me|us|my \\w+|our \\w+|asking|telling)|(?:i|we) (?:wasn't|weren't|was not|were not|am not|are not) (?:in the room|at the table|on the (?:list|invite|mail|thread|call)|part of)|(?:told|informed|heard)(?: of it| about it)? (?:only )?(?:after(?:wards)?|when it was (?:done|decided|too late))|(?:took|taken|take) (?:it|this|that|the \\w+) (?:out of|off) (?:my|our) hands|(?:nobody|no-?one) (?:ever )?(?:says|said) (?:thanks|thank you|well done)|(?:thanked|praised|named|credited) (?:everyone|everybody|the \\w+|\\p{L}+) (?:but|except|instead of|and not) (?:me|us)|(?:explain(?:s|ed|ing)?|tell(?:s|ing)?|teach(?:es|ing)?|lectur\\w+) (?:me|us) (?:how to do )?(?:my|our) (?:own )?(?:job|trade|work|business)|as if (?:i|we) (?:had never|didn't|did not|were|was|knew nothing|hadn't)|we(?:'re| are) (?:just|only) the (?:people|ones|users|night|site|little|folk))\\b",
      unless: '\\?|\\bpart of (?:the|a) group\\b',
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:you|he|she|they|somebody|someone)(?: \\w+)? (?:went|gone|go|going) (?:over|behind|past|around) (?:my|our|his|her) (?:head|back)s?\\b|\\bmy name (?:is not|isn'?t|was not|wasn'?t|appears nowhere|is nowhere)\\b|\\b(?:my|our) (?:plan|idea|work|proposal|report|concept)\\b[^.;]{0,30}\\b(?:went|presented|shown|sold|sent|landed)\\b[^.;]{0,30}\\bas (?:the|his|her|their|somebody)\\b`,
      status: 'said',
      strength: 0.8,
      tolerates: ['negated', 'you'],
    },
    {
      pattern: `\\b${NOBODY}${NEAR} (?:noticed|asked (?:me|us|my|our|the people)|thanked|consulted|mentioned (?:me|us|my|our)|notices (?:me|us|my|our|the \\w+ until)|told (?:me|us)|said (?:a word|thank)|knows? (?:it|that) (?:was|is) (?:me|us|my|our)|gave (?:me|us)|invited)\\b`,
      unless: '\\b(?:told (?:me|us) (?:what|when|who|how|the|if|whether|about the)|found)\\b',
      status: 'said',
      strength: 0.8,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:over|above|behind|past) (?:my|our|his|her) (?:heads?|backs?)\\b|\\bby-?pass(?:ed|ing|es)? (?:me|us|him|her|my|our)?|\\b(?:was|were|been|feels?|felt|am) (?:by-?passed|sidelined|overlooked|ignored by|passed over|left out|cut out|shut out|side-?stepped|under-?mined|belittled|humiliated|made to look)\\b|\\b(?:went|gone|go|goes|going|wrote|written|called|landed|landing|ended up|sent|turned up|spoke)${NEAR} (?:straight |directly |right )?(?:to|in|with) (?:my|our|the) ${SENIOR}(?:'s)?\\b`,
      unless:
        "\\b(?:go(?:es|ing)? (?:up )?to (?:my|our|the) (?:board|council|management|committee)|(?:i|we) (?:wrote|went|spoke|sent|called)|present|bypass (?:valve|switch|line|the (?:queue|firewall))|by-?pass road|off my back|i'?ll (?:send|go)|goes to (?:the|our))\\b|hanging over (?:my|our)",
      needs:
        '\\b(?:over|behind|past|above|by-?pass\\w*|you|your|offer|quote|proposal|mail|email|one|straight|directly|sidelined|overlooked|ignored|passed|left out|cut out|shut out|undermined|belittled|humiliated|side-?stepped|made to look)\\b',
      status: 'said',
      strength: 0.75,
    },
    {
      pattern:
        "\\b(?:left|kept|leave|keep|leaving) (?:me|us|him|her|my \\w+) (?:out|in the dark about|off the)\\b|\\bout of the loop\\b|\\b(?:not|never|\\w+n't)(?: \\w+)? (?:even )?(?:invited|asked|consulted|mentioned|informed|copied|credited|named|thanked|involved|introduced|included)\\b|\\b(?:took|takes|take|taking|stole|steals?|gets?|got|claims?|claimed|grabbed) (?:all |the |my |our |full )+(?:credit|glory|applause|praise|merit)\\b|\\bwithout (?:my knowledge|asking me|me knowing|involving (?:me|us)|a word to me)\\b|\\b(?:my|our)(?: \\w+)? (?:name|part|work|share|contribution)\\b[^.;]{0,30}\\b(?:nowhere|missing|not|never|left out|removed|wasn'?t)\\b",
      unless:
        '\\b(?:invoice|not included in|price|fee|licen[cs]e|i have not asked|work (?:with|on|in|at|from)|does not work|not work|asked for yet|keep us out of|leave (?:me|us) out of your)\\b|\\?',
      needs: '\\b(?:i|me|my|us|our|we|he|she|him|her|feels?|credit|glory)\\b',
      status: 'said',
      strength: 0.65,
      tolerates: ['negated'],
    },
    {
      pattern:
        '\\b(?:i|we|he|she) (?:only |just |first |had to )*(?:heard|learn(?:ed|t)|found out|hear|read)(?: about| of)? (?:it|this|that)?(?: only| first)?\\s?(?:from (?:my|our|the|a|him|her)|in the (?:corridor|canteen|minutes|newsletter|press)|by (?:accident|chance)|second[- ]hand|through (?:my|the|a))\\b|\\b(?:treat(?:s|ed|ing)?|talk(?:s|ed|ing)? to|spoke to|speaks? to) (?:me|us|him|her) (?:like|as)(?: if i were)? (?:a |an )?\\w+\\b|\\b(?:look|looks|looked|looking|made me look|made us look) (?:like )?(?:a )?(?:bad|stupid|silly|foolish|incompetent|ridiculous|unprepared|amateur\\w*|fools?|idiots?)\\b|\\bembarrass\\w*\\b|\\b(?:lose|lost|losing) face\\b|\\blaughing ?stock\\b|\\btalk(?:s|ed|ing)? down to\\b|\\bpatroni[sz]\\w+\\b|\\bcondescend\\w+\\b|\\btaken for granted\\b|\\bnot (?:valued|appreciated|respected|taken seriously)\\b|\\bunderestimat\\w+ (?:me|us|my|our)\\b',
      unless:
        '\\b(?:embarrassing question|no embarrassment|sorry|looks bad on (?:mobile|the screen))\\b',
      status: 'said',
      strength: 0.7,
    },
  ],
  met: [
    {
      pattern:
        "\\b(?:(?:mentioned|named|featured|thanked|praised|shown|printed) (?:me |us |my \\w+ |our \\w+ )?(?:in|at|on) (?:the )?(?:town hall|all-?hands|newsletter|intranet|annual report|annual meeting|company meeting|paper|magazine|group meeting)|(?:call(?:s|ed)?|named) it (?:after|\\p{L}+'s|my|our)|(?:boss's boss|group|head office|headquarters|hq|ministry|press|other sites?|neighbours?)\\b[^.;]{0,30}\\b(?:visit(?:s|ed)?|wants? to see|came to see|asks? (?:me|us) (?:how|to)|copies us|wrote to (?:me|us))|(?:they|everyone|the (?:board|room|whole \\w+)) (?:clapped|applauded|stood up)|(?:invited|asked|going) (?:me |us )?to (?:speak|present|talk) (?:at|in|about|to) (?:the|our|their|a)|got (?:a|the) (?:raise|bonus|award|medal) for)\\b",
      unless: '\\?|\\b(?:not|you could|could you|need to|have to|must)\\b',
      status: 'said',
      strength: 0.75,
    },
    {
      pattern:
        '\\b(?:taking|take|bring|bringing|show|showing|put|putting) (?:this|it|that) (?:to|before|in front of) (?:my|our|the) (?:\\w+ )?(?:board|director|council|ceo|md|management|committee|owner|chair\\w*) as my own\\b|\\b(?:as|under) my own (?:proposal|idea|work|project|name)\\b|\\b(?:has|have) given me the (?:large|main|big|whole|opening)\\b',
      status: 'said',
      strength: 0.75,
    },
    {
      pattern: `\\b(?:i|we|she|he|they)(?:'m| am|'re| are|'ll| will|'s| is|'ve| have| get| got| was| were)?(?: (?:been|going|allowed|invited|asked|chosen|to|be|now|myself))* present(?:s|ing|ed)? (?:this|it|that|the|our|my|myself|ourselves|at|to)\\b|\\b(?:asked|wants?|invited|chose|picked|nominated|put) (?:me|us|her|him|my \\w+)(?: \\w+ \\w+\\))? (?:to (?:present|speak|lead|show|give|run|head|chair|tell|explain)|forward|up for)\\b|\\b(?:(?:give|gave|giving|hold|the) (?:the )?keynote|front row|on stage|on the stage|speak at|speaking slot|(?:win|won|got|gets|get|given|receive[ds]?|nominated for) (?:an |the |a )?(?:\\w+ )?(?:award|prize)|shortlisted for|(?:been|was|got|get|were|being) promoted|employee of|standing ovation|applau(?:se|ded|ds?))\\b`,
      needs: `\\b(?:board|council|conference|management|chair|${SENIOR}|chancellor|executive|committee|company|everyone|whole|group|award|promot\\w+|stage|keynote|applau\\w+|industry|members|annual|summit|director|hall|minister|senate|assembly|parent|region|press|myself|front|ovation|prize)\\b`,
      unless:
        '\\b(?:promotion(?:s|al)? (?:price|code|offer|calendar|week|planning)|sales promotion|award(?:ed)? (?:the )?(?:contract|tender|bid)|award (?:phase|decision|notice)|(?:asked|invited) (?:me|us) to (?:give|explain|tell|show) you|(?:you|your rep|vendors?) (?:can|could|will|to) present|have to present|must present|defend|i will present your (?:offer|price))\\b|\\?',
      status: 'said',
      strength: 0.75,
    },
    {
      pattern:
        "\\b(?:(?:was|is|it'?s|this was|that was) (?:my|our|his|her|\\p{L}+'s|my team'?s|our team'?s) (?:own )?(?:idea|concept|initiative|project|baby|work|proposal|doing|achievement|brainchild)|my team(?:'s| has| had| did)? (?:own |worked |built |idea|developed|concept|came up|pulled)|(?:got|get|gets|gave|given|give|giving) (?:me |us |him |her |my \\w+ )?(?:the |all the |full |some )?credit|hats? off|names? on (?:it|the (?:project|slide|poster|report|wall|board|cover))|put (?:my|our|her|his|their) names?|proud of (?:it|this|me|my|our|the)|(?:a|little|very|so) proud|complimented|(?:compliments|congratulat\\w+) (?:from|by)|congratulated|praised?|patted|pat on the back|recogni[sz]ed (?:me|us|my|our|for)|feather in)\\b",
      unless:
        '\\b(?:no credit|credit on|credit (?:note|card|line|check|limit|notes|terms|rating|insurance|memo|control|union|risk|team)|took|takes (?:all )?the credit|stole|we are proud to|proud to (?:announce|offer|present our)|not (?:proud|our idea)|was not|whose|name on the (?:line|submission)|if |without (?:credit|praise)|credit (?:has not|is still)|nobody|ethnic|pride)\\b|\\?',
      status: 'said',
      strength: 0.65,
    },
    {
      pattern: `\\bthank(?:s|ed|ful|ing)?(?: you)? (?:so much |very much |again )?(?:me |us )?(?:for|to) (?:backing|crediting|mentioning|naming|praising|supporting|putting|standing up for|speaking up for|saying (?:that|so|it)) (?:me|us|my|our|it)\\b|\\b(?:my|our|the|his|her) ${SENIOR}\\b(?: \\w+)? (?:noticed|praised|congratulated|thanked|applauded|complimented|shook|clapped|stood up|asked (?:who|how i|how we) (?:did|built|came|made)|said (?:well done|this was|that was|it was|thank|bravo|wow)|called (?:me|us|it)(?: \\w+)? (?:best|great|model|example))\\b|\\b(?:other|neighbou?ring|sister|next) (?:departments?|sites?|plants?|branch(?:es)?|teams?|hospitals?|schools?|companies|stores?|depots?)\\b[^.;]{0,40}\\b(?:ask(?:s|ed|ing)? (?:me|us|how)|copy(?:ing)? (?:us|me|it)|jealous|want (?:to see|the same|it too)|come to (?:me|us|see))\\b|\\b(?:knows?|remembers?|got|learned) my name\\b|\\bi (?:suddenly )?(?:look|looked|looks) (?:good|great|like a (?:hero|genius|star))\\b`,
      unless:
        "\\b(?:you'?re a (?:hero|star|genius)|not a hero|no hero|guitar hero|thanked you)\\b|\\?",
      status: 'said',
      strength: 0.7,
    },
  ],
};
