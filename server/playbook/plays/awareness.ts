import { playsOf } from './play.ts';

/** They are naming a pain: listen, mirror, no pitch. */
export const AWARENESS_PLAYS = [
  ...playsOf('awareness', 'threatened', [
    [
      'certainty',
      'email',
      'Write {first} what is known and what is not yet',
      'a plain “not yet” helps them think.',
      'one honest paragraph',
    ],
    [
      'safety',
      'meeting',
      'Ask {first} for 15 minutes on what went wrong before',
      'being asked lightens what was carried alone.',
      '15 minutes, no slides',
    ],
    [
      'trust',
      'email',
      'Put the statement right in one line, with your name under it',
      'a corrected line says more than a new promise.',
      'the earlier wording',
    ],
    [
      'control',
      'email',
      'Tell {first} in two lines that the next date is theirs',
      'it gives the pace back and asks for nothing.',
      'two lines',
    ],
    [
      'ease',
      'meeting',
      'Offer {first} a 15-minute call at an hour of their choice',
      'the work of explaining becomes ours.',
      '15 minutes, their hour',
    ],
    [
      'relief',
      'meeting',
      'Ask {first} to walk you through one recent case',
      'naming the trouble well is already some help.',
      '15 minutes and their last case',
    ],
    [
      'progress',
      'email',
      'Ask {first} which single result would make it worthwhile',
      'their measure counts, not our promise.',
      'one question',
    ],
    [
      'recognition',
      'email',
      'Send {first} the mirror note first and ask what you missed',
      'their view of the problem comes first.',
      'half a page',
    ],
    [
      'alignment',
      'email',
      'Ask {first} whose view of the problem differs, and how',
      'both views get heard before any answer.',
      'one question',
    ],
    [
      'fairness',
      'email',
      'Answer the price question with a range and what moves it',
      'an open range is fairer than a later surprise.',
      'a range in writing',
    ],
    [
      'continuity',
      'meeting',
      'Ask {first} to show you what works today and should stay',
      'what works is honoured before anything changes.',
      '15 minutes, their screen',
    ],
    [
      'being_heard',
      'email',
      'Send {first} half a page of what they told you',
      'they see in writing that it arrived.',
      'the earlier notes',
    ],
  ]),
  ...playsOf('awareness', 'met', [
    [
      'progress',
      'email',
      'Note what {first} hopes for, in their words, and send it',
      'a hope in writing does not get lost.',
      'half a page',
    ],
    [
      'control',
      'task',
      'Keep to the plan {first} has made and prepare only that',
      'following their lead is the help they want.',
      'their plan',
    ],
  ]),
];
