import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';

/** That we listen, remember and act: met. */
export const BEING_HEARD_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:you (?:changed|built|added|fixed|moved|put|made|did) (?:it|that|this|the \w+)(?: in
      | for)?(?: because| after| when| since| as| exactly as)? ?(?:i|we) (?:asked|said|wrote
      |mentioned|complained|told|wished)|(?:someone|somebody|she|he|\p{L}+|you) (?:called|rang|wrote
      |phoned) before (?:i|we) (?:had|could|even|noticed)|picked up on the (?:first|second) ring
      |knew (?:our|my) (?:case|history|name|file|numbers?|site|set-?up)|had (?:it|everything
      |the answer) ready|(?:noted|remembered|kept|wrote) (?:it|that|down|what (?:i|we) (?:said|asked
      |wanted))|answered (?:every|each|all) (?:one|point|question|line)s?|didn't have to (?:explain
      |repeat|say) (?:anything|it|myself|a thing)(?: twice| again)?|did not have to (?:explain
      |repeat|say) (?:anything|it|myself))\b
    `,
    unless: '\\?|\\b(?:if|could|would|please|hope)\\b',
    status: 'said',
    strength: 0.75,
    tolerates: ['negated', 'you'],
  },
  {
    pattern: wording`
      \b(?:you|she|he|they|\p{L}+)(?: had| have|'d|'ve| also| even| really)* (?:remembered
      |really listened|really read|wrote down what (?:i|we) said|took my (?:call|point|request
      |word) seriously)\b|\b(?:first|only) (?:vendor|supplier|one|company|person
      |people)(?: \w+)? (?:who|that|to) (?:listen\w*|wrote down|asked|read|remember\w*|understood
      |called back)\b|\b(?:i|we) (?:said|wrote|asked|mentioned)\b[^.;]{0,50} and you (?:did|built
      |changed|fixed|made|sent|put|came) (?:it|that|this)\b|\b(?:did|do)(?: not
      |n'?t) expect\b[^.;]{0,60}\b(?:open|remember\w*|read|already|know|answer|call)\b
      |\b(?:remember(?:ed)?|to remember) (?:the|my|our|we'?re|that we|what)\b
    `,
    needs: wording`
      \b(?:you|your|she|he|they|nobody else|vendor|supplier|expect|somebody|\p{L}+ (?:had|really
      |also))\b
    `,
    unless: wording`
      \b(?:i (?:can'?t |don'?t |do not |cannot )?remember|do you remember|if you remember
      |please remember|as you (?:may |will )?remember|you (?:may|might|will) remember|remember to
      |we remember|must remember|hard to remember|passwords?|not remember|don'?t remember)\b|\?
    `,
    status: 'said',
    strength: 0.8,
    tolerates: ['you', 'negated'],
  },
  {
    pattern: wording`
      \b(?:you|your (?:team|colleague|\w+)|someone|somebody|support)(?:'ve| have| has| had|'s
      |'d)?(?: (?:really|actually|had|have|even|still|truly|finally|all|always
      |clearly))* (?:listen(?:s|ed)|remember(?:s|ed)|heard (?:me|us|what)|noticed|thought of
      |picked up on|took (?:it|us|me|this|that|my|our) (?:\w+ )?(?:seriously|on board|in)
      |paid attention|understood (?:what|my|our|us|me|that)|kept (?:it|that) in mind|read (?:my|our
      |the (?:notes?|brief|list|mail)|it all|everything)|looked (?:it|into (?:it|my|our))
      |followed up|got back (?:to (?:me|us))?|came back (?:to|with|within|the same)
      |called (?:me |us )?back|phoned|answered (?:within|in|the same|all|every|each|straight|right
      |my|our|before)|acted on|did something about|asked (?:the right|how i|how we|about my
      |about our)|wrote (?:it|that|everything) down|taken (?:it|us|me|my|our) (?:\w+ )?(?:seriously
      |on board))\b
    `,
    needs: wording`
      \b(?:you|your|someone|somebody|nobody else|colleague|support|team|remembered|listened|same day
      |within|as promised|like you said|finally|\p{L}+ (?:listened|remembered|had))\b
    `,
    unless: wording`
      \b(?:nobody(?! else)|no-?one (?:has|ever)|if|until|unless|please|could|would|wish|should|must
      |hope|to be (?:read|answered)|send me another|whether|i (?:remember|noticed|listened
      |thought of|read|heard|phoned|followed|called)|we (?:remember|noticed|listened|thought|read
      |heard|phoned|followed)|you (?:may|might|will) (?:have|remember|notice)|as you (?:noticed
      |remember|heard)|have you (?:heard|noticed|read|thought)|did you|do you remember|my (?:boss
      |cfo|ceo|team) (?:noticed|read|heard)|i'?ve heard|it never happens|heard (?:from|about) (?:you
      |a))\b|\?
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['you'],
  },
  {
    pattern: wording`
      \b(?:thanks?(?: you| a lot| so much| again)?|appreciat\w+|grateful|glad|pleased|nice|good
      |lovely|great|happy)(?: \w+)? (?:for|that you|to (?:be|have been|see (?:that )?(?:my
      |our))) ?(?:really |actually |having |you )?(?:follow(?:ed|ing) up|listen(?:ed|ing)
      |remember(?:ed|ing)?|tak(?:ing|en|ken) (?:it|us|me|this|my|our|the time to (?:listen
      |understand|read))|took|hear(?:ing|d) (?:me|us)|chasing (?:it|this|that)|staying on
      |getting back (?:so|to me so|the same)|calling (?:me |us )?back|acting|pushing (?:it
      |this) through|sorting (?:it|this|that)|not letting (?:it|this)|thinking of (?:us|me|our
      |my))\b|\b(?:feel|feels|felt|am|being|been|was
      |were) (?:really |finally |truly |properly )?(?:heard|listened to|understood|taken seriously
      |looked after|well looked|in good hands|cared for)\b|\bexactly what (?:i|we) (?:asked|said
      |described|requested|meant|had asked|wished)\b|\b(?:finally|at last|for once) (?:someone
      |somebody|a vendor|a supplier|one|people) (?:who |that )?(?:listen|read|understand|call|answer
      |ask|get)\w*\b|\b(?:had|have|with) (?:my|our) (?:\w+ )?(?:logs?|notes?|file|case|ticket
      |history|list|mail)s? (?:open|ready|read|in front|on (?:the|her|his) screen|at hand)\b
      |\b(?:like|as) you (?:said|promised) you would\b|\byou (?:phoned|called|came|wrote|answered
      |delivered|sent)\b[^.;]{0,30}\b(?:like|as|when|exactly when) you (?:said|promised)\b
      |\b(?:it'?s|it is|there it is|is now) (?:there|in|in there|built in|done
      |live),? (?:just )?(?:as|like|exactly as|because|with (?:a |my |our )) ?(?:i|we|asked|note)?
      |\b(?:my|our) (?:request|suggestion|idea|wish|comment|feedback|point|remark)s? (?:is|was
      |has been|made it|got|went|are|were|have been)(?: \w+)? (?:in(?:to)?|built|implemented|taken
      |heard|done|picked|acted|there|live)\b
    `,
    unless: wording`
      \b(?:nobody|no-?one|if|until|unless|please|could|would|wish|should|must|hope(?:fully)?
      |thanks? (?:for|in advance for) (?:your (?:mail|email|message|call)|calling|asking
      |getting back)(?: |,|\.|!|$)(?!so|the same|within)|good to (?:be|have been) (?:here|there)
      |want to (?:be|feel)|need to (?:be|feel))\b|\?
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['you'],
  },
];
