import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { CANT, GAP, NEAR, NUMBER } from '../words.ts';

/** Not to be harmed by a wrong choice: money, productivity, reputation, job: met. */
export const SAFETY_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:the )?(?:old|paper|present|existing) (?:one|system|way|process|server|list
      |board) (?:runs|keeps running|stays|is running|remains) (?:beside|next to|in parallel
      |alongside|as (?:a )?(?:fallback|backup)|until)|(?:fall ?back|safety net|plan b) (?:is
      |in place|exists|we have|gives|tested)|you (?:carry|take|bear) the risk|(?:penalty
      |risk) is (?:on|with) you|(?:no|little|nothing) (?:harm|damage|lost|is lost)\b[^.;]{0,25}\bif
      |(?:dry run|rehearsal|test run|parallel run) (?:went|was|ran|worked) (?:well|fine|clean
      |smooth\w*|without)|(?:nobody|nothing) (?:gets|is|would be|will be) (?:hurt|lost|broken|harmed
      |at stake)|(?:lets|let) (?:me|us) sleep|(?:calm|calmer|quiet|easy|easier) (?:about|in my mind
      |now that))\b
    `,
    unless: '\\?|\\b(?:want|need|must|until|would like|is there|not)\\b',
    status: 'said',
    strength: 0.65,
    tolerates: ['negated', 'hypothetical'],
  },
  {
    pattern: wording`
      \b(?:can|could|may) (?:always |just |simply |still )?(?:walk away|step out|get out|go back
      |roll back|switch back)\b[^.;]{0,40}\b(?:if|when|day one|any ?time)\b
      |\bcomfortable to (?:stand|go|sign|present|face|start)\b
    `,
    unless: '\\?|\\b(?:want|need|must) to be able\\b',
    status: 'said',
    strength: 0.8,
    tolerates: ['hypothetical'],
  },
  {
    pattern: wording`
      \b(?:comfortable|at ease|relaxed|easy in my mind|calm|confident|reassured|safe|secure
      |protected|covered|happy) (?:with|to (?:start|sign|go|stand|proceed|defend)|that|about|signing
      |going|standing|putting|on (?:the|this|that))\b|\b(?:feel|feels|felt|feeling|am|i'm|we're|he's
      |she's) (?:much |very |quite |more |completely |totally |rather )*(?:at ease|relaxed|protected
      |covered|reassured|safe|safer|secure|comfortable)\b
    `,
    unless: wording`
      \b(?:happy (?:with|to|that|about|on)|confident that you|safe (?:travels|trip|journey|flight)
      |covered (?:by|in) the|on the safe side|not (?:feel|quite|yet)|would (?:feel|be)|until|unless
      |want to feel|chairs?)\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:low|small|no|little|less|minimal|acceptable|manageable|limited|zero|negligible
      |without) (?:real |big |extra |personal |great )?(?:risk|damage|harm|exposure|danger)\b
      |\b(?:risk|damage|harm|danger|downside|exposure) (?:is|are|would be|stays|seems|looks|remains
      |'s) (?:very |quite |so |really |rather |too |only )*(?:low|small|minimal|manageable
      |acceptable|limited|little|tiny|nil|gone|negligible|bearable)\b|\bpeace of mind\b
      |\bsleep (?:well|better|at night|soundly|easy|easier)\b|\b(?:safe|good) hands\b
      |\bnothing (?:much )?to lose\b|\b(?:a|the) (?:weight|load) off my (?:mind|shoulders)\b
      |\bsafety net\b
    `,
    unless: `\\b(?:${CANT}|not|never|don'?t) (?:\\w+ ){0,2}sleep|too low|fibre|is there (?:a|any)`,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    // A denied worry counts only with its reason; a bare denial is nothing (guide, "At the borders").
    pattern: wording`
      \b(?:not|\w+n't|no longer|no more|never|nothing)${NEAR} (?:worried|afraid|scared|nervous
      |anxious|worry|fear|concerned|frightened)\b
    `,
    needs: `\\b(?:because|bc|since|as|cause)\\b|: |;|,.{12,}| - `,
    unless: "\\bif (?:i|we|he|she|they) (?:were|was)\\b|\\bdon'?t worry\\b|\\bprice\\b",
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'hypothetical'],
  },
  {
    pattern: wording`
      \b(?:worst case|at worst|worst that can happen|even if (?:it|this|that|something
      |the \w+)${NEAR} (?:fails?|breaks?|goes wrong|doesn'?t work|does not (?:work|match|fit)
      |goes down|slips?))\b${GAP}[,:]?${GAP} (?:is|we|it|nothing|nobody|the|i|only|just|a)\b
    `,
    needs: wording`
      \b(?:small|nobody|nothing|only|just|survive|back|fine|little|low|easily|no (?:harm|damage)
      |lose (?:a|one)|day|hour|paper|by hand|can (?:still|always|simply))\b
    `,
    unless: '\\b(?:what|who|how)\\b.*\\?|we (?:lose|are) (?:everything|finished|dead)',
    status: 'said',
    strength: 0.65,
    tolerates: ['negated', 'hypothetical'],
  },
  {
    pattern: wording`
      \b(?:can|could) (?:always|simply|just|still|easily) (?:go|roll|step|switch|turn|fall|walk|pull
      |get|send) (?:back|out|away|it back|the plug)\b|\b(?:${NUMBER} |a )?(?:way|road) back (?:is
      |exists|open)\b|\bit can go down and\b|\bnobody (?:gets|stays|is|will be) (?:hurt|stuck|harmed
      |stranded)\b|\bcan(?:not|'?t) (?:hurt|harm|damage) us\b
    `,
    unless: '\\?',
    status: 'said',
    strength: 0.6,
    tolerates: ['negated'],
  },
];
