import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { FAULT, GAP, NEAR, OLD_WAY } from '../words.ts';

/** Worries that belong to another driver, and the courteous "I'm afraid". */
const OTHER_WORRY =
  "\\b(?:worr\\w+|concern\\w*|afraid|nervous|wary) (?:about|of|that) [^.;]{0,30}\\b(?:lock-?in|locked|price|costs?|fees?|increase|effort|workload|work|load|time|hours|extra|double|busy|training|learn\\w*|adoption|staff|team (?:will|would|won'?t)|crew|everyone|buy-?in|colleagues|agree\\w*)\\b|\\blife'?s too short\\b|\\bused to dread\\b|\\bworrying (?:time|times|week)\\b|\\burgent matters\\b|\\bi'?m afraid (?:i|we|the|that|you|it|not|so|this|my|our|there|he|she|they|(?:mon|tues|wednes|thurs|fri)day)\\b|\\bno worries\\b|\\bdon'?t worry\\b|\\bnot to worry\\b|concerned (?:department|person|party|team)|\\bas far as .{0,20}concerned";

/** Not to be harmed by a wrong choice, as a firm: money, productivity, a failure of before: threatened. */
export const SAFETY_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:i|we|he|she|they|who|everyone|\p{L}+)(?:'m|'re|'s| am| are| is| was| were| feel| feels
      | remain| get| gets| still)?(?: (?:am|are|is|a|bit|little|very|really|quite|still|more|most
      |also|so|rather|honestly|seriously|genuinely|somewhat|just|extremely|deeply|all|both|now
      |frankly))* (?:worried|afraid|nervous|scared|concerned|frightened|uneasy|wary|apprehensive
      |terrified|anxious about)\b(?: (?:about|abt|that|of|what|if|because|bc|for|with|by|how)\b
      |[.,;:)]|$)|\b(?:worries|scares|frightens|concerns|alarms|spooks|terrifies) (?:me|us|him|her
      |them|my|our)\b|\b(?:i|we|he|she|they|\p{L}+) (?:fear|fears|dread|dreads|worry
      |worries) (?:that|about|abt|of|the|for|it|we|losing|a)\b|\b(?:my|our|his|her|one|biggest|main
      |only|real|big|major|serious|have|has) (?:(?:big|biggest|main|only|real|one|major|serious
      |a) )*(?:worry|worries|fear|fears|concerns?|anxiety) (?:is|are|here|about|with|remains?|that|=
      |:|of)|\bwary[.,;]|^(?:(?:still|also|very|really|bit|a bit|quite|seems?) )*(?:worried|nervous
      |afraid|scared|concerned|uneasy) (?:about|abt|that|of|re|if)\b|\bgot worried\b
    `,
    unless: OTHER_WORRY,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \b(?:biggest|main|real|one big) risk\b|\bkeeps? (?:me|us|him|her) (?:up|awake)\b|\b(?:lose
      |losing|lost) (?:any )?sleep\b|\b(?:not|\w+n't|never)${NEAR} (?:comfortable|at ease|feel safe
      |feel comfortable|sleep (?:well|easy|soundly))\b|\buncomfortable\b|\buneasy\b|\bgives? (?:me
      |us|him|her) (?:the creeps|a bad feeling|sleepless|a stomach)
    `,
    unless: "\\b(?:no(?:body|t)(?:'s| is)? losing sleep|chairs?|seats?)\\b",
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:if|when|should|in case|once|suppose|one day) (?:this|it|that|something|anything|things
      |one|the|your|our|a)${NEAR} (?:go(?:es)? (?:wrong|down|south|sideways|bad|badly|up in smoke
      |live badly)|went wrong|fails?|breaks?|slips?|falls over|collapses?|stops?|happens? with
      |blows? up|backfires?|leaks?|crash(?:es)?|is lost|gets lost|screws? up)\b
    `,
    unless: wording`
      \b(?:what (?:happens|if)|who (?:fixes|pays|helps|do|does|will|would|is)|how (?:do|fast|long
      |quickly)|how often)\b|whom? (?:do|should)|can (?:always |just |simply )?(?:walk|leave|go back
      |stop|step back|roll)|nobody (?:is|gets|stays)
    `,
    needs: wording`
      \b(?:my|our|i|we|me|us|he|she|his|her|cost|fired|blame|head|neck|name|responsible|stand|front
      |dead|over|dark|lose|lost|closed?|stops?|nobody|patients?|lives|regulator|inspector|headline
      |press|they)\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:can'?t|cannot|can not|could not|couldn'?t|won'?t|unable to) (?:really |simply )?(?:afford
      |risk|allow|permit|gamble|have)${NEAR} (?:to (?:lose|be|have|risk|stop|miss|get|go|take|make
      |fail|wait|let|repeat)|a|an|any|another|one|that|this|downtime|mistakes?|errors?|failure
      |outage|surprises?|ourselves|it to)\b
    `,
    unless: wording`
      \b(?:price|seats?|budget|licen[cs]e|have (?:a call|lunch|you))\b|anyone sitting|have (?:anyone
      |people|staff)
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:must(?:\w+n't| not| never)|may not|can ?not|can'?t|should never
      |mustn'?t)${NEAR} (?:happen|go down|fail|stop|be lost|leak|break|be able to do (?:that
      |this))\b|\bnever again\b|\bnot again\b|\b(?:happen|go through (?:it|that|this)|do (?:that
      |this|it)|live through (?:that|this|it)|sit(?:ting)? through \w+(?: \w+){0,3}) (?:again|twice
      |a second time|another time)\b|\bonce (?:bitten|burn(?:ed|t))\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \blast time (?:we|i|they|somebody|someone|he|she|round|our|the|a|it|that)\b
      |\b(?:the |our )?last (?:one|project|system|vendor|supplier|provider|roll-?out|conversion
      |migration|attempt|implementation|change|switch|move|upgrade|tool|partner|firm|agency
      |${OLD_WAY})\b${GAP} (?:failed|went|cost|broke|collapsed|lost|never|took|ended|was a|left
      |disappeared|vanished|lasted|blew|died|locked|deleted|wiped|had|got|brought|stopped|we (?:had
      |bought|tried) (?:went|failed|died|lost|broke))\b|\b(?:been|got|were|was
      |have been) (?:badly )?(?:burn(?:ed|t)|bitten|stung|hit|caught out)\b|\b(?:been there
      |we'?ve been down that road|went through (?:that|this) once)\b
    `,
    unless: wording`
      \blast time (?:we|i) (?:spoke|talked|met|saw|chatted|checked|called|exchanged)\b
      |\btook (?:\w+ ){0,3}(?:minutes|an hour)|last time you
    `,
    status: 'implied',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:years?|yrs?|months?|mths?|winters?|summers?) ago\b${GAP} (?:a|an|our|the|another|one
      |some)${NEAR} (?:provider|supplier|vendor|system|migration|project|update|upgrade|consultant
      |contractor|tool|rollout|company|bank|server|outage|partner|firm)\b.*\b(?:${FAULT}|froze
      |stranded|cost|deleted|bankrupt|insolvent|disappeared|stood still|fined)\b
    `,
    status: 'implied',
    strength: 0.7,
  },
  {
    pattern: wording`
      \bone (?:wrong|bad|missed|failed|lost|broken|false|late|single|more|small|big|open
      |forgotten)\b[^,;.]{2,50}\b(?:and|means|then|=|is enough|would)\b
    `,
    unless: '\\bone more (?:thing|question|time|point|week|day)\\b',
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:too|so|very|rather|pretty|quite|really|how|is|feels?|looks?|sounds?|bit|seems?) risky\b
      |\b(?:too (?:big|high|much|great)(?: of)? a|big|huge|real|high|serious|considerable
      |unnecessary|personal|all the|take (?:a|the|that|this|any)|the whole|much|lot of) risk\b
      |\brisk (?:for|to) (?:us|me|our|my|the (?:patients?|customers?|business|audit|production
      |harvest|season|members))\b|\brisk (?:i|we) (?:can'?t|cannot|won'?t|will not|do not|don'?t)\b
      |\b(?:a gamble|gambling with|russian roulette|leap of faith|liab(?:le|ility)|(?:too|very
      |that is|would be) dangerous|(?:i|we|me|us)(?:'m|'re| am| are| is)? (?:\w+ )?exposed
      |hang(?:s)? by a thread|on thin ice|a bet)\b
    `,
    unless: wording`
      \b(?:low|small|no|little|less|minimal|remaining|acceptable|without|manageable|lower|zero
      |limited) (?:the |a |any )?(?:risk|danger|exposure)|risk (?:is|are) (?:low|small|minimal
      |manageable|acceptable)|risk (?:register|assessment|manager|committee|team|module|matrix
      |management|officer|department)|you bet|i bet|liability (?:clause|cap|insurance|section)
      |lobbying|suppliers are reminded|exposed (?:api|endpoint)
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:i|we|he|she) (?:was|were|am|are|had been|(?:alone )?(?:stood up|told|promised|proposed
      |pushed|chose|picked|signed|recommended|vouched|ran|brought))\b${GAP} (?:the one who
      |who)${NEAR} (?:had )?(?:proposed|chose|bought|signed|recommended|pushed|brought|picked
      |promised|vouched|introduced|approved)\b|\b(?:the signature|the name)\b${GAP} was (?:mine|his
      |hers)\b|\bhas my signature\b|\b(?:was|were) my (?:choice|idea|decision
      |call)\b${GAP} (?:lasted|failed|died|went|cost|ended)
    `,
    status: 'implied',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:if we lose|we(?:'d| would| could| will) (?:lose|be (?:dead|finished|out of business
      |closed|shut|fined|sued)|go under|have to (?:stop|close|shut))|lose (?:our|the) (?:licen[cs]e
      |accreditation|customers?|contract|data|history|trust of)|end up in (?:court|the (?:news
      |papers?|press))|sue us|front page|headlines?)\b
    `,
    unless: '\\bweight\\b',
    status: 'said',
    strength: 0.65,
  },
];
