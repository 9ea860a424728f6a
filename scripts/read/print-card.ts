import type { Participant, Reading } from '../../server/inference/reading.ts';
import type { Driver, Pole } from '../../shared/vocabulary.ts';

/** The guide's need words: what the driver is about when it is threatened, and when it is met. */
const NEEDS: Readonly<Record<Driver, Readonly<Record<Pole, string>>>> = {
  certainty: { threatened: 'does not know enough to choose', met: 'knows enough to choose' },
  safety: { threatened: 'may be harmed by a wrong choice', met: 'feels protected' },
  trust: { threatened: 'may doubt us', met: 'trusts us here' },
  control: { threatened: 'wants to set the pace', met: 'is in charge of the pace' },
  ease: { threatened: 'carries more than they can bear', met: 'finds it easy' },
  relief: { threatened: 'wants a present pain to end', met: 'is rid of a pain' },
  progress: { threatened: 'does not see it getting better', met: 'hopes for something better' },
  recognition: { threatened: 'was overlooked', met: 'gets credit' },
  alignment: {
    threatened: 'does not have their colleagues behind it',
    met: 'has their colleagues behind it',
  },
  fairness: { threatened: 'finds price or terms unjust', met: 'finds price or terms just' },
  continuity: { threatened: 'wants to keep what works', met: 'is ready to let go of the old' },
  being_heard: { threatened: 'was not heard', met: 'was heard' },
};

const HOW = {
  said: 'said',
  implied: 'implied, not said',
  reported: 'reported by our side',
} as const;

/** A readable page for the terminal. */
export function printCard({
  id,
  newText,
  readings,
  people,
}: {
  readonly id: string;
  readonly newText: string;
  readonly readings: readonly Reading[];
  readonly people: readonly Participant[];
}): string {
  const words = newText.trim().split(/\s+/).filter(Boolean).length;
  const head = `${id}  (${words} words of new text)`;
  if (readings.length === 0) return `${head}\n  Nothing found.\n`;
  return `${head}\n${readings.map((reading) => lineOf(reading, people)).join('\n')}\n`;
}

function lineOf(reading: Reading, people: readonly Participant[]): string {
  const who =
    people.find((person) => person.id === reading.person)?.name ?? 'Someone on the buyer’s side';
  const need = NEEDS[reading.driver][reading.pole];
  return `  ${who} ${need}\n      “${reading.shown}”\n      ${reading.driver.replace('_', ' ')}, ${HOW[reading.status]}`;
}
