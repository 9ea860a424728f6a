import type { BuyerMessage } from '../../shared/api/sandbox/get-buyer-message.ts';
import type { FoundInActivity } from '../../server/store/activity-store.ts';
import type { SentMessage } from './buyer-desk.ts';

export type ExplainMessage = (message: SentMessage) => Promise<BuyerMessage>;

const SILENCE_WORDS: Readonly<Record<string, string>> = {
  no_new_text: 'the message holds no words of its own, only quoted mail or a signature.',
  automatic: 'it reads like an automatic answer, and those say nothing about a person.',
  our_side: 'these are our own side’s words, and those never count.',
  no_need_named: 'no need is named in it. Facts, thanks and arrangements are left alone.',
  off_limits: 'it speaks of something private, which Attune never reads from.',
  author_unknown: 'nobody the CRM knows wrote it.',
  other_language: 'it is not in English, the one language in which Attune has been measured.',
};

/** The words that counted in a visitor's message, or why none did. */
export function createExplainMessage(
  loadFound: (kind: SentMessage['kind'], id: string) => Promise<FoundInActivity | null>,
): ExplainMessage {
  return async ({ kind, id, text }) => {
    const found = await loadFound(kind, id);
    if (found === null) return { state: 'sent', text, marks: [], nothingBecause: null };
    return {
      state: found.cardsBuilt ? 'on_the_card' : 'read',
      text,
      marks: found.evidence.map(({ driver, pole, status, start, end }) => ({
        driver,
        pole,
        status,
        start,
        end,
      })),
      nothingBecause: found.evidence.length > 0 ? null : describeSilence(found),
    };
  };
}

function describeSilence({ silence, notReadBecause }: FoundInActivity): string {
  if (notReadBecause === 'could not be read')
    return 'Nothing found, because Attune could not read this text.';
  if (notReadBecause !== null)
    return 'Nothing found, because this person is set to "do not analyse".';
  return `Nothing found, because ${SILENCE_WORDS[silence ?? ''] ?? 'no need is named in it.'}`;
}
