import type { Night } from '../../shared/api/sandbox/get-night.ts';

export interface NightDisplay {
  show(night: Night): void;
  /** Leaves the last line standing. */
  end(): void;
}

const PLAIN_PAUSE_MS = 2_000;

/** One line that grows true: rewritten on a terminal, repeated now and then where the output is kept. */
export function createNightDisplay(
  stream: NodeJS.WriteStream,
  elapsedMs: () => number,
): NightDisplay {
  let shownAtMs = Number.NEGATIVE_INFINITY;
  let last = '';
  return {
    show(night) {
      const line = describeNight(night);
      if (line === last) return;
      if (!stream.isTTY && elapsedMs() - shownAtMs < PLAIN_PAUSE_MS) return;
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
      last = line;
      shownAtMs = elapsedMs();
    },
    end() {
      if (stream.isTTY && last !== '') stream.write('\n');
    },
  };
}

export function describeNight(night: Night): string {
  const counts = [
    `${night.records}${night.expectedRecords === null ? '' : ` of ${night.expectedRecords}`} records read`,
    `${night.activities} activities`,
    `${night.readings} readings`,
    `${night.apiCalls} API calls`,
    `${night.cards} cards`,
  ].join(' · ');
  const left = night.secondsLeft === null ? '' : ` · about ${night.secondsLeft} s left`;
  return `${PHASES[night.phase]}: ${counts}${left}`;
}

const PHASES: Readonly<Record<Night['phase'], string>> = {
  starting: 'Getting ready',
  reading: 'Reading the CRM',
  cards: 'Writing the cards',
  finished: 'The night is done',
};
