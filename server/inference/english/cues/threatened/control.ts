import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { GAP, HAVENT, NEAR, NUMBER } from '../words.ts';

const CONTACT =
  '(?:calls?|e-?mails?|mails?|messages?|reminders?|voicemails?|follow-?ups?|pings?|nudges?|letters?|visits?|invites?|sms|texts?|times)';

/** Freedom to decide, at their own pace: threatened. */
export const CONTROL_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:put|placed|booked|dropped|appeared)\b[^.;]{0,25}\b(?:in|into) my (?:calendar
      |diary)\b[^.;]{0,25}\b(?:without|nobody|i (?:never|did not|didn't))|not a (?:number|line
      |row) in your (?:pipeline|forecast|crm)|(?:offer|price|discount)\b[^.;]{0,25}\b(?:expires
      |valid (?:only )?until|only until|gone by) [^.;]{0,30}\b(?:pressure|not how|won't work
      |will not work|does not|doesn't|no reason)|(?:breathing|thinking) (?:room|space)
      |sleep on (?:it|this|that)|digest (?:it|this|that) first|one (?:thing|step) (?:at a time
      |after (?:the other|another)),? please|(?:i|we)(?:'ll| will) (?:raise (?:my|our) hand|say when
      |decide when|tell you when)|(?:didn't|did not|never|haven't|have not|hadn't) (?:ask(?:ed)?
      |order(?:ed)?) (?:for )?(?:it|this|that|a|any|your|the)\b|you (?:contacted|called|wrote to
      |mailed|rang|went to) my (?:team|people|staff|colleagues|nurses|drivers|boss)(?: directly
      | behind)?|(?:three|two|five|four|\d+) years (?:is|are) (?:too )?long|minimum term|(?:sixty
      |ninety|\d+) days(?: notice| before)|(?:stop|please stop|no more) (?:calling|writing|mailing
      |ringing|sending|asking))\b
    `,
    unless: wording`
      \b(?:payment|pay (?:in|within)|net \d+|delivery|lead time|trial|free)\b|never ask(?:ed)? (?:me
      |us|for help)|(?:asked|ask) (?:it|that) (?:a|the) (?:second|third)
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated', 'question', 'you'],
  },
  {
    pattern: wording`
      \bno (?:more )?(?:calls|mails|e-?mails|visits|reminders|meetings
      |messages)\b[^.;]{0,15}\b(?:until|till|before|unless|from you|please|this)\b|\b(?:prefer|ask
      |like it|wish|insist|request|grateful|better) (?:that|if) you (?:don'?t|do not|leave|wait|stop
      |didn'?t)\b|\bleave (?:it|this|that) (?:with|to|in) (?:us|me|our|my)\b|\b(?:bind|tie
      |commit) (?:myself|ourselves|us) (?:for|to)\b|\b(?:not|n'?t
      |never)(?: \w+){0,2} (?:be )?(?:locked into|tied to|bound (?:for|to)|sign(?:ing)? for (?:three
      |two|five) years)\b|\b(?:i|we) (?:will|'ll) (?:take|pick|come|bring) (?:it |this |that )?(?:up
      |back to it)(?: \w+){0,2} (?:myself|ourselves)\b|\bnot when (?:the|your) (?:month|quarter|year
      |week) ends\b|\bplease no plan\b
    `,
    unless: wording`
      \b(?:leave (?:it|this) with me,? i'?ll (?:ask|check|find)|happy for you|leave you with)\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated', 'question', 'you'],
  },
  {
    pattern: wording`
      \b(?:don'?t|do not|stop|please stop|no need to|rather you didn'?t|quit|never|dislike|hate
      |not (?:going|willing|prepared) to|won'?t|refuse to
      |will not) (?:being |be |to be |get |keep )?(?:rush|push|pressur|hurr|chas|pester|hound|nag
      |badger|harass|forc|press|corner|steamroll|railroad|bombard|bulldoz|stalk)\w*\b
    `,
    unless: wording`
      \b(?:chase (?:up )?(?:invoice|payment|supplier)|push (?:the|this) (?:button|update|release
      |date)|pushed to)\b
    `,
    status: 'said',
    strength: 0.85,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:being|be|been|feel|feels|felt|feeling|get|getting|got|was|were|am
      |are) (?:a bit |rather |somewhat |really |very |constantly )?(?:pushed|rushed|pressured
      |pressed|hurried|cornered|steamrolled|railroaded|pestered|bombarded|hounded|chased|badgered
      |harassed|stalked|strong-?armed|backed into|boxed in|trapped|dictated)\b
      |\bunder pressure (?:to|from you)\b|\bpushy\b|\bhard sell\b|\bpressure (?:tactic|selling
      |from your)s?\b
    `,
    unless: '\\bpushed (?:to|the update|live|out to)|pressed for time|chased by (?:the|our)',
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \b(?:too many|so many|enough|${NUMBER}|\d+(?:st|nd|rd|th)|yet another|third|fourth|fifth
      |sixth) (?:\w+ ){0,2}${CONTACT}\b${GAP} (?:since|this|in (?:a|one|two|three|the|\d)
      |from (?:you|your|\p{Lu}\w*)|already|today|by|within|to (?:the|my|our))\b
    `,
    needs: wording`
      \b(?:you|your|since|this week|in (?:a|one|two|three) (?:day|week|month)s?|today|already|enough
      |too many|please)\b
    `,
    unless: wording`
      \b(?:from (?:our|customers|members|residents|patrons|drivers|parents)|another call
      |next \d+ minutes|we get|we take|we receive|they get|averag\w+|trapped|happened
      |support (?:calls|tickets)|complain\w*|answer(?:ed|ing)? (?:the )?same|\bno more)\b|\b(?:i
      |we) (?:sent|wrote|have sent|made|raised|called|have (?:written|called|asked))\b
    `,
    status: 'implied',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:we|i)(?:'ll| will| shall) (?:get|come|be) back to you (?:when|once|if|as soon as
      |in (?:our|my) own|not before)\b|\b(?:we|i)(?:'ll| will) (?:call|contact|ring|write to
      |reach out to|let) you(?: know)? (?:when|once|if) (?:we(?:'re| are| have| decide| need)|i(?:'m
      | am| have| decide| need)|there is|there's)|\bdon'?t call us\b|\bwhen (?:there is|there's
      |we have|i have) (?:something|anything|news) to (?:say|report|tell|discuss)\b|\b(?:it|you|news
      |word|the answer|a decision)${NEAR} (?:will|shall) (?:come|hear)${NEAR} (?:from|when)\b
    `,
    unless: '\\b(?:need any|have (?:any )?(?:more )?questions|train|arriv|land|parking|late)\\b',
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:lock(?:ed|s)?[- ]?in(?:to)?|tied (?:in|down|into|to (?:you|one|a))|vendor lock
      |stuck with (?:you|it|one|a|this)|chained to|married to|hostage|no way out|no exit|trapped
      |golden cage|captive)\b|\b(?:can'?t|cannot|can not|couldn'?t|not able to|hard to|how (?:do|can
      |would) (?:we|i)) (?:get out|leave|cancel|switch away|walk away|exit|take our data)\b
      |\b(?:be able to|free to|right to|able to|can we|can i|may we|let us) (?:leave|cancel
      |walk away|get out|terminate|quit|exit|stop)\b|\b(?:auto-?renew(?:s|al|ed|ing)?
      |renews? (?:itself|automatically)|automatic renewal|registered letter)\b
    `,
    unless: wording`
      \block in (?:the|a|this) (?:date|price|rate|slot|time|discount)|leave (?:by|at|on|for
      |the office|early|a message)|renews automatically on|can leave (?:any|when)
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:not|\w+n't|nowhere near|far from|never|not yet|hardly|not even)${NEAR} ready (?:to|for
      |yet)\b|\bnot ready\b|\b(?:too|very|rather|going too|moving too|a bit) fast\b|\b(?:slow|ease
      |back|step) (?:it |things )?(?:down|off|back) (?:please|a bit|there)?|\b(?:need|want
      |give (?:me|us)|take) (?:some |more |our |my |the )?(?:time|space|room|distance
      |air) (?:to (?:think|decide|breathe|digest|look|consider)|for (?:that|this|ourselves)
      |please)\b
    `,
    unless: wording`
      \b(?:system|server|room|site|data|sample|parts?|ordering?|migration|they|stock|crew) (?:is|are
      |isn'?t|aren'?t) not? ?ready|ready (?:by|on) |fast(?:er)? (?:response|answer|support|loading)
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:at|on|in) (?:our|my|their|his|her) own (?:pace|time|speed|terms|way|rhythm|schedule)\b
      |\b(?:decide|choose|do|try|test|evaluate|judge|compare|find out|look at|explore|read|run
      |handle|build|sort|manage)(?: \w+){0,4} (?:ourselves|myself|himself|herself|themselves
      |on (?:our|my|his|her) own|alone|by (?:myself|ourselves)|in peace)\b|\bleave (?:it|this
      |that)(?: \w+)? (?:with (?:me|us)|to (?:me|us)|alone|in peace|be)\b
    `,
    needs: wording`
      \b(?:rather|prefer|would like|'d like|want|wants|please|ask|let|leave|need|insist|wish|first
      |before|until|must)\b
    `,
    unless: '\\b(?:had to|have to|no help|did it|could do|can do|even)\\b',
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:your|the|their|his|her) (?:quarter|quota|target|deadline|month[- ]end|quarter[- ]end
      |year[- ]end|timeline|forecast|clock|bonus)(?:'s end)?\b[^.;]{0,30}\b(?:not|\w+n't|no|nothing
      |never)\b|\bnot (?:my|our) (?:problem|deadline|quarter|target|timeline)\b|\b(?:your
      |somebody'?s) (?:deadline|timeline|schedule),? not (?:ours|mine)\b
    `,
    unless: '\\bmiss|met\\b',
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:${HAVENT}|did not|didn'?t|have never|never) (?:yet |even |actually )?(?:asked|decided
      |agreed|ordered|requested|said yes|approved|signed|chosen|committed)\b
    `,
    needs: wording`
      \b(?:you|your|price|quote|project|invoice|calendar|contract|invite|calls?|meeting|order
      |installed|anything|something|this)\b
    `,
    unless: wording`
      \bnobody asked|you (?:have not|haven'?t|never) (?:asked|answered)|not agreed (?:on|with each)
      |was not what
    `,
    status: 'implied',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:no|without (?:a|any)|not much|little|not a) (?:real )?(?:choice|alternative|say in)\b
      |\b(?:force[ds]?|forcing) (?:us|me|my|our|this|it)(?: \w+)? ?(?:to|into|on|upon)?\b|\b(?:i|we
      |am|are|feel|feels|felt)(?: \w+)? forced to\b|\btake it or leave it\b|\b(?:imposed|dictat(?:e
      |es|ed|ing)|ultimatum|held? (?:us|me) over a barrel|gun to (?:my|our) head|over (?:our
      |my) heads? decided|put (?:a )?(?:gun|knife) )\b|\bwithout (?:asking|telling|our|my
      |consulting) (?:us|me|ok|okay|consent|approval|say|permission|agreement)\b|\b(?:will|shall
      |to be|be|is) (?:decided|decide)(?: \w+){0,3} (?:there|here|by us|in our|not before|when we
      |and not|without)\b|\b(?:my|our) decision,? (?:and )?not\b
    `,
    unless: '\\bwithout my knowledge\\b',
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
];
