import { describe, expect, it, test } from '@jest/globals';
import type { Card, Phrase } from '../../../shared/card.ts';
import { Card as CardContract } from '../../../shared/card.ts';
import { readActivity } from '../../../server/inference/read-activity.ts';
import type { ActivityReading } from '../../../server/inference/reading.ts';
import { buildCards } from '../../../server/insight/build-cards.ts';
import { composeCard } from '../../../server/insight/compose-card.ts';
import { createLog } from '../../../server/observe/log.ts';
import { readActivityPage } from '../../../server/sync/read-activity-page.ts';
import { HOSTILE_MAILS } from '../../fixtures/hostile-mails/hostile-mails.ts';
import { NOW, aDealFile, aStatement, anEvidence } from '../../support/cards/deal-file.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';
import { SAM, inputOf, readMail, readTranscript } from '../../support/reading-input.ts';
import { anActivity, surroundings } from '../sync/activity-record.ts';

const WORRY = 'We are worried that the archive is lost in the move.';
/** What the mails' authors do mean: each is read as one need. */
const NEEDS: readonly string[] = [
  WORRY,
  'Nobody has answered my ticket for two weeks.',
  'It is too expensive for us.',
];

/** Controls, bidi marks and overrides, zero-width and other format characters, separators of lines. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const cases = HOSTILE_MAILS.map((mail) => [mail.name, mail] as const);
const asAlone = cases.filter(([, { because }]) => because === undefined);

const needsOf = ({ readings }: ActivityReading) =>
  readings.map(({ driver, pole, person }) => ({ driver, pole, person }));
const claimsOf = ({ readings }: ActivityReading) =>
  readings.map(({ driver, pole, person, status, shown }) => ({
    ...{ driver, pole, person, status, shown },
  }));

test('there are fifty mails and more, each with a name of its own', () => {
  expect(HOSTILE_MAILS.length).toBeGreaterThanOrEqual(50);
  expect(new Set(HOSTILE_MAILS.map(({ name }) => name)).size).toBe(HOSTILE_MAILS.length);
});

test.each(NEEDS)('alone there is one need of Dana’s in: %s', (need) => {
  expect(claimsOf(readMail(need))).toMatchObject([{ person: 'dana', pole: 'threatened' }]);
});

describe('a mail with', () => {
  test.each(asAlone)('%s is read as the sentence in it, and no more', (_name, mail) => {
    for (const need of NEEDS)
      expect(claimsOf(readMail(mail.write(need)))).toEqual(claimsOf(readMail(need)));
  });

  test.each(cases)('%s gives no need but that of the sentence', (_name, mail) => {
    for (const need of NEEDS) {
      const found = needsOf(readMail(mail.write(need)));
      expect([[], needsOf(readMail(need))]).toContainEqual(found);
    }
  });

  test.each(cases)('%s is quoted exactly and printed clean', (_name, mail) => {
    for (const text of NEEDS.map(mail.write)) {
      const { readings, statements } = readMail(text);
      for (const { quote, shown, start, end } of [...readings, ...statements]) {
        expect(text.slice(start, end)).toBe(quote);
        expect(shown).not.toMatch(UNPRINTABLE);
        expect(shown.isWellFormed()).toBe(true);
      }
    }
  });

  test.each(cases)('%s is nobody’s need when our side sends it', (_name, mail) => {
    const ours = inputOf(mail.write(WORRY), { author: SAM.id, direction: 'out' });
    expect(readActivity(ours).readings).toEqual([]);
  });
});

describe('words of our side stay ours', () => {
  const MARKUP = ['<b>bold</b>', 'R&amp;D', '<p>', 'a <br> b', '<!-- x -->', '</x>', '<table>'];

  test.each(MARKUP)('in a chat in which the visitor writes %s', (markup) => {
    const text = `Visitor: hello ${markup}\nAgent: ${WORRY}\nVisitor: and ${markup}\nAgent: ${WORRY}`;
    const chat = readActivity(inputOf(text, { kind: 'thread', author: null, direction: null }));
    expect(chat.readings).toEqual([]);
  });

  test.each(['<b>bold</b>', 'R&amp;D', '<!-- x -->', '</x>'])(
    'in a transcript in which the buyer says %s',
    (markup) => {
      const text = `Dana Whitlock: hello ${markup} there\nSam Okafor: ${WORRY}`;
      expect(readTranscript(text).readings).toEqual([]);
    },
  );

  test.each(MARKUP)('where a plain mail with %s quotes them', (markup) => {
    const attribution = 'On Tue, 4 Feb 2025 at 17:12, Sam <s@larkfield.example> wrote:';
    const mail = `Thursday works. ${markup}\n\n${attribution}\n> ${WORRY}\n> It is ${markup}.\n`;
    expect(readMail(mail).readings).toEqual([]);
  });

  test('where a buyer copies a chat into a mail', () => {
    const mail = `Here is what was said.\n\nSam Okafor: ${WORRY}\nDana Whitlock: Thursday is fine.`;
    expect(readMail(mail).readings).toEqual([]);
  });
});

/** The card of Dana's deal, of which this mail is all that was read. */
function cardOf({ readings, statements }: Pick<ActivityReading, 'readings' | 'statements'>): Card {
  const file = aDealFile({
    evidence: readings.map(({ person, driver, pole, status, strength, quote, shown, start, end }) =>
      anEvidence({
        ...{ personId: person, driver, pole, status, strength, quote, shown, start, end },
      }),
    ),
    statements: statements.map(({ person, ...statement }) =>
      aStatement({ ...statement, personId: person }),
    ),
  });
  return composeCard({
    record: { kind: 'deal', id: 'd1' },
    rows: buildCards(file, NOW),
    ...{ choice: null, now: NOW, readable: () => true, syncedAt: NOW },
  });
}

/** All that a card says in words of ours, as a viewer reads it. */
function saidBy(card: Card): readonly string[] {
  if (card.kind !== 'insight') throw new Error(`The card is ${card.kind}.`);
  const say = (text: Phrase): string => renderPhrase(text, { now: NOW, timeZone: 'Europe/London' });
  const steps = [card.nextStep, ...card.alternatives].filter((each) => each !== null);
  const prompts = Object.values(card.prompts).filter((each) => each !== null);
  return [
    say(card.headline),
    ...prompts.flatMap(({ id, text }) => [id, say(text)]),
    ...steps.flatMap(({ id, title, reason, draft }) => [
      ...[id, say(title), say(reason)],
      ...[draft?.subject ?? '', draft?.body ?? ''],
    ]),
    ...card.drivers.map(({ title, sentence }) => `${title} ${say(sentence)}`),
    ...card.concerns.map(({ text }) => say(text)),
    ...card.brief.sentences.map(say),
  ];
}

describe('the card', () => {
  const alone = readMail(WORRY);

  it.each(asAlone)('of a mail with %s is that of the sentence alone', (_name, mail) => {
    const card = cardOf(readMail(mail.write(WORRY)));
    expect(CardContract.parse(card)).toEqual(card);
    expect(saidBy(card)).toEqual(saidBy(cardOf(alone)));
  });

  it.each([
    '{first} {words}',
    '{{x}} ${y}',
    '$& $1 $`',
    '%s%n',
    '<b>x</b>',
    '“won” ”x“',
    '=1+1',
    '[x](y)',
    'chase, asap!',
    '__proto__',
  ])('says in our words what it says without %s in the quote', (strange) => {
    const plain = 'the archive is lost';
    const saying = (words: string) =>
      saidBy(
        cardOf({
          readings: alone.readings.map((each) => ({ ...each, shown: words })),
          statements: [],
        }),
      );
    const withoutQuotes = (all: readonly string[]) =>
      all.map((each) => each.replaceAll(/“[^”]*”/g, '“”'));
    const strangely = saying(`${plain} ${strange} now`);
    expect(strangely.join('\n')).toContain(strange.replaceAll('“', '‘').replaceAll('”', '’'));
    expect(withoutQuotes(strangely)).toEqual(withoutQuotes(saying(`${plain} of late now`)));
  });
});

describe('no text of a mail reaches a log line', () => {
  it.each(cases)('when the reader fails on one with %s', async (_name, mail) => {
    const text = mail.write(WORRY);
    const failing = {
      version: 'test-1',
      read: () => {
        throw new Error(text);
      },
    };
    const [read] = await readActivityPage([anActivity({ text })], surroundings(), failing);
    expect(read).toMatchObject({ notReadBecause: 'could not be read', evidence: [] });
    expect(JSON.stringify(read)).not.toContain('archive');
  });

  it.each(cases)('that is more than one, or is no JSON, with %s in a message', (_name, mail) => {
    let written = '';
    const log = createLog('debug', { write: (line) => (written += line) });
    const text = mail.write(WORRY);
    log.error({ err: new Error(text), text, mail: { body: text, quote: text } }, 'failed');
    expect(written.split('\n')).toHaveLength(2);
    expect(written.trimEnd()).not.toMatch(/(?![\x7f-\x9f])\p{Cc}/u);
    expect(JSON.parse(written)).toMatchObject({
      ...{ level: 50, msg: 'failed', text: '[hidden]' },
      mail: { body: '[hidden]', quote: '[hidden]' },
    });
  });
});
