import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { NEAR, PERIOD } from '../words.ts';

/** Freedom to decide, at their own pace: met. */
export const CONTROL_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:one|two) (?:depot|site|store|ward|plant|branch|school|line|team|shop
      |region)s? (?:at a time|first),? (?:and )?(?:then )?(?:we|the rest|the others|starting
      |beginning)|(?:we|i) (?:hold|keep) the (?:pen|pace|reins|steering)|(?:we|i) steer|it(?:'s
      | is) (?:our|my) call|(?:gave|given|giving|left|leave|leaving) (?:us
      |me) (?:the |our |all the |enough )?(?:time|space|room|freedom)|(?:did not|didn't|never
      |nobody) (?:push|rush|press|chase)(?:ed|s)? (?:me|us)|without (?:being )?(?:pushed|rushed
      |chased|pressured|pushing|pressure)|(?:stop|pause|leave|cancel|end) (?:it )?(?:any
      |every) (?:month|time|day|moment)|month by month|(?:then|and then) (?:we|i) (?:say|decide
      |see) (?:if|whether|how))\b
    `,
    unless: wording`
      \?|\b(?:could you|can you|please|would like|want|wish|need|rather|prefer|until|if you)\b
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:i|we|he|she|\p{L}+ and (?:i|myself)|our side|my side)(?:'ll| will| have| has|'ve)? (?:fix
      |fixed|set|determine[ds]?|pick|picked|choose|chosen|chose|decide[ds]?) (?:the|our|a|my|when
      |which) (?:\w+ )?(?:date|dates|start|day|plan|order|schedule|scope|frame|pace|week|time|pilot
      |steps?|region|timeline)\b|\bi decide (?:that|it|this),? not you\b|\bas (?:i|we) decided\b
      |\bwe start (?:on|in|with|the week|first)\b[^.;]{0,50}\b(?:blocked|booked|decided|fixed|set)\b
      |\bdecide go or no ?-?go\b
    `,
    unless: '\\?|\\b(?:not decided|until|once|let me know when|whether|board)\\b',
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:i'?m|we'?re|i am|we are|am|are) (?:\w+ )?(?:happy|ready|keen|glad
      |prepared) (?:for us |now )?to (?:move (?:on|forward|ahead)|proceed|go (?:ahead|live)|start
      |sign|kick off|commit|take the next step|place the order)\b|\blet'?s (?:go ahead|proceed
      |get (?:it|this) (?:done|signed|going)|make it happen|move (?:ahead|forward))\b
    `,
    unless: wording`
      \b(?:not|n'?t|if|once|when|until|unless|before|would be|are you|feel at ease
      |let'?s do (?:it |this )?(?:on|at|tomorrow|next|thursday|monday|tuesday|wednesday|friday))\b
      |\bi am hungry
    `,
    status: 'said',
    strength: 0.6,
  },
  {
    pattern: wording`
      \b(?:we|i)(?: have|'ve|'m| am| are|'ll| will|'d| would)?${NEAR} (?:decided?|chosen|choose
      |chose|set|fixed|picked|pick|drawn up|settled|laid out|planned
      |taken the decision) (?:on |that |the |for |our |my |when |which |how |in which )
    `,
    needs: wording`
      \b(?:we|i) (?:start|begin|go|do|run|set|decide|want|choose)|\b(?:frame|pace|plan|start|date
      |dates|schedule|timeline|phases?|steps?|order|scope|pilot|when|which|go[- ]live|order of
      |sequence|on our side|ourselves|day|weeks?|${PERIOD})\b
    `,
    unless: wording`
      \b(?:if|before|until|how (?:do|can|should)|have not|board|committee has|against|to leave
      |to cancel|to stay|not to)\b
    `,
    status: 'said',
    strength: 0.6,
  },
  {
    pattern: wording`
      \bat (?:my|our) (?:own )?(?:pace|rhythm|speed|tempo)\b|\b(?:in|at|with) (?:my
      |our) (?:own )?(?:pace|rhythm|tempo)\b|\bwhen(?:ever)? (?:i|we) (?:want|like|choose|decide
      |are ready|please)\b|\b(?:ball is|decision (?:is|stays)) (?:in|with) (?:my|our|us|me)\b
      |\bin the driv(?:ing|er'?s) seat\b|\b(?:i|we)(?:'m| am|'re| are) in (?:charge|control)\b
      |\bnobody (?:pushes|pushed|rushes|rushed|pressed|chased) (?:me|us)\b|\bno (?:pressure|strings
      |rush from you)\b|\bfree to (?:leave|stop|choose|decide|go)\b|\b(?:can|could) (?:leave|stop
      |cancel|quit|pause|walk away|switch (?:it )?(?:on|off)) (?:any ?time|whenever|when|at any
      |on our|month by month|monthly)\b|\bleft (?:it|the \w+) to (?:me|us)\b|\bon (?:my
      |our) (?:own )?terms\b
    `,
    unless: wording`
      \b(?:rather|prefer|want to|would like|'d like|let us|please|not|\w+n't|until|unless|need to)\b
      |\?
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:my|our) (?:plan|idea|timeline) (?:is (?:this|to (?:start|begin|go|run))
      |is: |would be to (?:start|begin|go|run))\b|\bhere(?:'s| is) (?:(?:my|our) (?:plan|timeline
      |schedule|idea)|how (?:i|we) (?:want|would like|see|will))\b|\b(?:i|we)(?:'d)? (?:propose
      |suggest)(?: that)? (?:to (?:start|begin|go|run)|we (?:start|begin|go|run)
      |the following (?:plan|steps|order)|a (?:start|pilot|plan|phased))\b|\b(?:we|i)(?:'ll
      | will) (?:pick|set|fix|choose|decide|take it from here|start|begin|drive|run it|lead
      |kick off)\b[^.]{0,50}\b(?:and (?:let you know|tell you|send)|ourselves|from here|in (?:week
      |phase)|on the|start|when|first)\b|\bi want (?:to (?:start|go live|begin|launch|do) (?:in|on
      |with|by)|january|february|march|april|may|june|july|august|september|october|november
      |december)\b
    `,
    unless: '\\?|\\b(?:if|unless|until|before) (?:you|we|i)\\b',
    status: 'implied',
    strength: 0.55,
  },
];
