import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { COLLEAGUE, NEAR, NUMBER } from '../words.ts';

/** Colleagues who stand together: met. */
export const ALIGNMENT_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:everyone|everybody|all of them|they all|we all|all (?:\w+ )?(?:heads|partners
      |directors|managers|departments|sites)) (?:nodded|signed|said yes|raised|put)|(?:vote[ds]?
      |voted|it was|passed|result)\b[^.;]{0,15}\b\d+ ?(?:-|:|to) ?(?:0|nil|zero|none)
      |passed without (?:discussion|a word|debate|objection)|no (?:discussion|debate) (?:needed
      |at all|necessary)|not a single (?:no|objection|voice against|hand against)|(?:whole
      |entire) (?:team|crew|board|staff|department|floor|shift|house|company) (?:is|was|are|wants
      |stands|backs|agreed|voted|said)|for once (?:finance|sales|operations|production|everyone|all)
      |both (?:sides|boards|departments|plants|sites|partners|directors) (?:agree|agreed|want|signed
      |said|are for|support))\b
    `,
    unless: wording`
      \?|\b(?:if|until|unless|once|hope|must|need|away|sick|out|busy|closed|angry|fed up|against)\b
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:we|they|both|all|everyone|everybody|team|board|committee|partners|whole \w+|entire \w+
      |all of (?:us|them)|each of them|\p{L}+)(?:'ve| have| has|'re| are| is|'s| were
      | was)?(?: (?:all|both|now|finally|unanimously|fully|quickly|completely|totally|said|already
      |in))* (?:agreed?|behind (?:it|this|that|you|us|the \w+|me)|on board|in favou?r|aligned
      |on the same page|of one mind|said yes|voted (?:for|in favou?r|yes)|in agreement|convinced)\b
    `,
    needs: wording`
      \b(?:all|both|everyone|everybody|whole|entire|team|board|committee|unanimous\w*|now|each
      |together|same page|aligned|behind|partners|one mind|of us|of them)\b
    `,
    unless: wording`
      \b(?:need|until|unless|if|once|when|before|must|should|hope|make sure|want (?:to|you|us
      |everyone)|so we are|so that we|recap|you on board|firm on board|glad (?:that )?everyone
      |to hear|agreed (?:price|terms|to (?:meet|talk|speak|call|send)|on (?:a )?(?:date|call|price
      |thursday|monday)|that you|as agreed|with you)|we agreed (?:on|that|to|with you|in|last)
      |as (?:we )?agreed|get everyone|want everyone|all the (?:reports|files)|for everyone
      |board (?:game|meeting is))\b|\?
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:unanimous(?:ly)?|consensus|with one voice|to a man|one heart|no (?:dissent|objections?
      |one against|votes? against|resistance|opposition)|(?:nobody|no-?one) (?:objected|(?:was|is
      |voted) against|disagreed|opposed|said no|had anything against|grumbled|argued)
      |hands (?:went )?up|put their hands up|show of hands|green light from (?:all|everyone|both
      |the)|thumbs up from (?:all|everyone|both|the)
      |all (?:${NUMBER} |\d+ )?(?:\w+ )?(?:${COLLEAGUE}|sites?|heads?|branch heads|depots?|plants?
      |departments?|signatures?|shifts?) (?:agree|agreed|said yes|signed|want|are|voted|support|in
      |back|backed|put|happy|gave|have signed)|pull(?:s|ing)? in the same direction|same (?:playbook
      |direction|line|side|song|hymn),? (?:all|everyone|every|both)|even (?:the )?(?:sceptics?
      |skeptics?|doubters?|critics?|\w+ who was against)|(?:has|have|had|he|she|they
      |\p{L}+) (?:now |finally )?(?:come|came|brought|won) (?:round|around)|won (?:him|her|them
      |everyone) over|stand(?:s)? behind (?:it|this|me|us)|has (?:my|our) back|fully (?:supports?
      |backs?)|(?:boss|cfo|ceo|md|board|director|team|management|everyone|everybody|works council
      |finance|legal|security)${NEAR} (?:supports?|backs?|is happy with|are happy with|signed off
      |is sold|is in|are in|gave (?:its|their|his|her) (?:blessing|ok|okay|backing|support)
      |loves? (?:it|this)|is (?:all )?for (?:it|this)))\b
    `,
    unless: wording`
      \b(?:need|until|unless|if|once|when|must|should|hope|try to|trying to|make sure|wants? to
      |haven'?t|no consensus|build consensus|yet to|support(?:s)? (?:sso|saml|ticket|team|desk
      |the (?:format|file|api))|system supports|software supports|tool supports|api|it supports
      |still|without)\b|\?
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \bfor once\b[^.;]{0,50}\b(?:agree|same|together|everyone|all|both)\b|\b(?:${NUMBER}
      |\d+) out of (?:${NUMBER}|\d+)\b[^.;]{0,30}\b(?:for|in favou?r|yes|agree|want|voted|hands)\b
      |\b(?:dropped|gave up|given up|buried|withdrew|withdrawn) (?:their|his|her
      |its) (?:own |pet |objections?|resistance|veto|opposition)\b|\bthey'?ve dropped them\b
    `,
    unless: '\\?|\\bif\\b',
    status: 'said',
    strength: 0.65,
  },
];
