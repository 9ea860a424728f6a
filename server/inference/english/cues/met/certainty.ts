import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { NEAR } from '../words.ts';

/** To know enough to choose: met. */
export const CERTAINTY_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:black|now) (?:on|and) white|(?:the|a) penny (?:has )?dropped
      |it (?:all )?(?:finally )?clicked|falls? into place|(?:a )?(?:number|figure|date|plan) (?:i|we
      |he|she) can (?:work|plan|go) with|now (?:i|we) can (?:plan|calculate|decide|compare
      |tell (?:my|our|the))|no more guess\w+|(?:one|the) (?:page|table|sheet|drawing
      |example)\b[^.;]{0,25}\b(?:and|then) (?:i|we|she|he) (?:knew|understood|got it|saw)|(?:knows?
      |knew|understood|see|saw|got) (?:it )?(?:at once|at last|straight away|exactly) ?(?:what|how
      |where|who|which)?|(?:can|could) (?:now )?(?:read|explain|check|follow) (?:it|this|that
      |them) (?:without|myself|herself|himself|alone))\b
    `,
    unless: '\\?|\\b(?:want|need|until|unless|if|would)\\b',
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:that|this|it|the (?:question|point|matter|thing|issue
      |part))(?: \w+){0,6} is (?:now )?(?:understood|solved|settled|cleared up|answered|explained)\b
      |\bclears? (?:up )?(?:my|the|that|point|number|question|it|\d)
      |\bok(?:ay)?,? that makes sense\b
    `,
    unless: wording`
      \b(?:until|once|if|when|before|could you|please|must be|has to be|still|problem|bug|error
      |fault|ticket)\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:(?:is|it'?s|that'?s|are|was|now|all|much|very|fully|perfectly|quite|crystal|completely
      |totally|more|became|becomes) (?:\w+ )?clear(?:er)?(?: now| to (?:me|us|him|her|them)
      | for (?:me|us|him|her|them)|,? thanks|,? thank you)|(?:now|all|fully|perfectly|crystal
      |completely|that'?s|it'?s|that is|it is|point \w+ is|everything is) (?:\w+ )?clear(?:er)?\b
      |clear now|clear to (?:me|us|him|her|them)|clear,? thanks)\b
    `,
    unless: wording`
      \b(?:to be clear|make (?:it|this|that) clear|let me be clear|clear that (?:you|we)
      |not (?:yet |quite |fully |entirely |really )?clear|unclear|until|once|is it clear|clear the
      |clear up|could be clearer|has to be|must be|should be)\b
    `,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \bmakes (?:perfect|total|complete) sense\b|\b(?:that|it|this) (?:now )?makes sense(?: now
      | to (?:me|us)|,? thank)
    `,
    unless: wording`
      \bi think (?:it|your|that)|your suggestion|makes more sense|\bif (?:it|that) makes sense
      |makes sense to (?!me|us)|whether|makes sense to (?:meet|talk|schedule|wait|push|move)
      |does (?:it|that|this)
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:now|finally|at last|for the first time|after (?:that|this|your|the) \w+
      |once (?!again)[^,.]{8,50}) (?:i|we|she|he|they|even i|my \w+|our \w+)${NEAR} (?:know|knows
      |knew|understands?|understood|sees?|gets?|got it|can (?:see|tell|explain|read|follow|compare
      |picture|judge|decide))\b|\b(?:i|we|she|he|they) (?:now|finally|do now|at last) (?:know|knows
      |understands?|sees?|gets?|can (?:see|tell|explain|read|follow|compare|picture|judge))\b|\b(?:i
      |we|she|he|they) can (?:now|finally|at last) (?:see|tell|explain|read|follow|compare|picture
      |judge|decide)\b|\bi understood it\b
    `,
    unless: '\\b(?:but|still|not) (?:i|we|know|sure)\\b|see you',
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:answers|answered|settles|settled|clears up|cleared up|resolves
      |sorts out) (?:exactly |all |every one of |every )?(?:my|our|the|that|it|this|his|her|their
      |all|most) ?(?:open |last |main |big )?(?:questions?|points?|doubts?|things|one)?\b
      |\bno (?:more |further |open |other )+(?:open )?(?:questions?|q'?s|points)\b
      |\bno (?:questions?|q'?s) (?:left|remain|any ?more|from (?:me|us|my|our))
      |\bleaves? no questions?\b|\b(?:got|have|had) (?:all )?(?:the|my|our) answers?\b
    `,
    unless: '\\b(?:could you|can you|please|would|if|once|when|until)\\b',
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \bknow(?:s)? (?:now |exactly |precisely |finally )+(?:what|where|how|who|which|why|when)\b
      |\bknow where (?:i|we) stand\b|\b(?:black and white|in plain (?:words|english|sight)
      |without having to (?:ask|guess)|no guess(?:ing|work))\b
    `,
    unless: `\\b(?:want|need|until|would like|do not|don'?t) `,
    status: 'said',
    strength: 0.65,
  },
];
