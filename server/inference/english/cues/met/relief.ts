import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { NEAR, NUMBER } from '../words.ts';

/** To end a present pain: met. */
export const RELIEF_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:no|not (?:one|a single)|nobody|never|zero|without (?:one
      |a single))\b[^.;]{2,50}\bsince (?:we|the|you|your|it|going|go-?live|then|last|this)\b
      |\bfirst (?:\w+ )?(?:week|month|season|year|close|shift|night|weekend|quarter|winter
      |time) (?:in|for|since)(?: \w+){0,3} (?:years|months|ages|ever|weeks|i started
      |i can)[^.;]{0,30}\b(?:without|no|not)\b|\b(?:nobody|no-?one)(?: \w+){0,6} any ?more|(?:i|we
      |they|team|staff|nobody) (?:no longer (?:have|need|has) to|don'?t have to|do not have to
      |never have to)\b|\b(?:my|our) (?:phone|evenings?|weekends?|nights?|sundays?)(?: \w+)? back\b
      |\bused to dread\b
    `,
    needs: wording`
      \b(?:since|first|back|dread|searches?|have to|has to|needs?|calls?|types?|chase|prints?|waits?
      |asks?|runs?|anymore|any more)\b
    `,
    unless: wording`
      \b(?:answer|reply|heard|news|response|feedback|still|no (?:date|word|contact)|can(?:'t|not)
      |isn'?t here|not worth|interested|work(?:s)? (?:here )?any ?more|want|wish|if|until
      |nothing (?:from|back)|why|called)\b|\?
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:(?:a|such a|huge|great|big|real) relief|(?:am|are|i'm|we're|so|very|really|is|was|feel
      |feels|felt) relieved|phew|at long last)\b|\bfinally\b${NEAR} (?:fixed|gone|works|working
      |solved|resolved|rid|sorted|stable|quiet|repaired|mended|stopped|calm|an end)\b|\b(?:is|are
      |was|were|has|have|'s)${NEAR} (?:finally|at last) (?:fixed|gone|working|solved|resolved|over
      |sorted|stable|stopped)\b
    `,
    unless: wording`
      \b(?:would be|will be|be a relief|hope|once|until|when|if|want|you are relieved|tax relief
      |relief (?:valve|driver|staff|cover|shift|nurse)|to finally|'?d be|what we need)\b
    `,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \b(?:not|\w+n't|no|never|without|zero|nothing|not had|haven'?t had)\b${NEAR} (?:one|a single
      |any|single|an?|another|\w+)?${NEAR} (?:calls?|complaints?|outages?|incidents?|tickets?
      |errors?|crash(?:es|ed)?|breakdowns?|stops?|alarms?|mistakes?|mis-?shipments?|failures?
      |problems?|trouble|issues?|surprises?|phone call|night|lost|missed|double\w*|since|fail(?:ed)?
      |delays?|stock-?outs?)\b[^.;]{0,50}\b(?:since|for (?:${NUMBER}|the first|weeks|months|\d+)
      |in (?:${NUMBER}|weeks|months|\d+) (?:weeks|months|days)|any ?more|this (?:month|week|quarter
      |winter|season|year)|all (?:week|month|summer|season|winter|year)|so far)\b
      |\bsince\b[^.;]{0,50}\b(?:went in|came|went live|installed|switched|started|arrived|introduced
      |migrat\w+|fix(?:ed)?|cache|rollout|we (?:use|moved|have)|your|the (?:new|update|change|fix
      |gateways?))\b[^.;]{0,60}\b(?:no|not|\w+n't|never|nothing|zero|without|calm|quiet|sleep|peace
      |home|gone|less|fewer|half|normal|smiles?|stable|runs?|works?)\b
    `,
    unless: wording`
      \b(?:answer|reply|heard|news|response|feedback|call ?back|still no|no (?:date|word|contact)
      |worse|slow|not (?:worked|working))\b|\?
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:queues?|back-?log|chaos|mess|problem|pain|trouble|issue|bug|errors?|outages?|calls?
      |paper(?:work)?|pile|waiting|noise|headaches?|nightmare|fights?|overtime|stress|drama
      |phone calls?|complaints?|alarms?|double \w+)\b${NEAR} (?:is|are|has|have|'s)${NEAR} (?:gone
      |over|history|disappeared|vanished|solved|stopped|a thing of the past|behind us|finished|fixed
      |dropped|halved)\b|\bthing of the past\b|\bno more\b${NEAR} (?:paper|calls?|queues?|chasing
      |typing|ringing|searching|nights?|weekends?|overtime|spreadsheets?|errors?|surprises|panic
      |drama|double\w*|late|sunday|monday|friday|manual|hunting|guess\w*|fire\w*|hand\w*)
    `,
    unless: '\\b(?:want|wish|until|would|when|if|once|hope|need|goal|promised?)\\b|\\?',
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:used to (?:take|dread|spend|cost|be|need|have to|mean|do|call|ring|sit|get|stay|wait
      |lose)|before(?:,| that| this| we| it)|in the (?:past|old days)|previously
      |formerly)\b[^.;]{0,90}\b(?:now|today|these days|since then|any ?more|and now)\b
      |\bgo(?:es)? home (?:on time|at (?:five|six|\d)|early|earlier)\b|\b(?:mornings?|nights?
      |weekends?|phones?|evenings?|fridays?|mondays?|sundays?|it|things) (?:is|are|has been
      |have been|went|'s|feel) (?:\w+ )?(?:calm|quiet|silent|peaceful|free|mine again|ours again
      |normal again|back to normal)\b|\bsleep(?:ing|s)? (?:through|again|at night)\b
      |\bback to normal\b|\bsav(?:es?|ed|ing) (?:us|me|him|her|them|my \w+|our \w+|each)\b|\b(?:down
      |dropped|fell|went|cut|reduced) from [^.;]{2,30} to\b|\binstead of (?:the )?(?:usual )?(?:\d+
      |two|three|four|five|six|ten|half a|a whole)? ?(?:hours|days|weeks|minutes|mornings?)\b
      |\bstopped (?:breaking|failing|crashing|ringing|complaining|dropping|hanging)\b
      |\bwhat a difference\b
    `,
    unless: wording`
      \b(?:want|wish|would|could|if|hope|goal|dream|need|until|should|might|is used to|are used to
      |was easier|worse|but now|now it|better before|was better|not sleep|can'?t sleep|until
      |now (?:we|i) (?:have to|need|must|can'?t)|complain|nobody)\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
];
