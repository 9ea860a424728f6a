import { chooseView, listChoices } from './chooseView';
import { citedSources, quotedSources } from './citedSources';
import { composeEnded } from './composeEnded';
import { composeInsight } from './composeInsight';
import { fillPhrase, openSources } from './fillWords';
import { judgeAge } from './judgeAge';
import { ACTIVITY_WORDS } from './words';

const PAYLOAD_VERSION = 1;

/**
 * What the reader handed out, as a card of shared/card.ts. `choice` is the key of a view or null.
 * Two kinds are the org's own: "unknown_record", nothing was written yet, and "newer", written for a newer package.
 */
export function composeCard(reading, { choice, now }) {
  if (reading.state === 'none') return { kind: 'unknown_record' };
  if (reading.state === 'silenced') return { kind: 'do_not_analyse', text: [SILENCED] };
  if (reading.state === 'closed') return NO_PERMISSION;
  const payload = JSON.parse(reading.payload);
  if (payload.version !== PAYLOAD_VERSION) return { kind: 'newer' };
  const chosen = chooseView(payload, { choice, now });
  return chosen === null ? NO_PERMISSION : composeView(chosen, { payload, reading, now });
}

const SILENCED =
  'Somebody here is set to “Do not analyse”. Attune reads and keeps nothing about them, and shows the others again after its next reading.';

const NO_PERMISSION = {
  kind: 'no_permission',
  text: [
    'You cannot open the mails, calls and notes this card rests on, so nothing of them is shown. The owner of the record can give you access.',
  ],
};

const COMPOSERS = {
  insight: composeInsight,
  ended: composeEnded,
  empty: composeEmpty,
  do_not_analyse: ({ view }) => ({ kind: 'do_not_analyse', text: view.card.text }),
};

function composeView({ place, view, because }, { payload, reading, now }) {
  const open = openSources(payload, reading);
  const cited = [...citedSources(view, payload.quotes)];
  const closed = cited.filter((source) => !open.isOpen(source));
  if (closed.length > 0 && closed.length === cited.length) return NO_PERMISSION;
  const notices = judgeAge(reading, now);
  if (closed.length > 0) notices.push(hiddenNotice(closed, quotedSources(view, payload.quotes)));
  const card = COMPOSERS[view.card.kind]({
    view,
    payload,
    reading,
    open,
    because,
    focus: focusOf(view, listChoices(payload.views, place), open),
    notices,
    isHiding: closed.length > 0,
  });
  return saysNothing(card, closed) ? NO_PERMISSION : card;

  function hiddenNotice(hidden, quoted) {
    const hiddenQuotes = hidden.filter((source) => quoted.has(source));
    const count = Math.max(1, hiddenQuotes.length);
    const kind = payload.sources[hiddenQuotes[0]]?.kind;
    const text =
      count === 1
        ? `1 quote hidden: you cannot open its ${ACTIVITY_WORDS[kind] ?? 'source'}.`
        : `${count} quotes hidden: you cannot open their sources.`;
    return { kind: 'partial', text: [text] };
  }
}

function saysNothing(card, closed) {
  if (closed.length === 0 || card.kind !== 'insight') return false;
  return card.isHeadlineHidden && card.drivers.length + card.concerns.length === 0;
}

function focusOf({ person, deal, waiting }, choices, open) {
  return { person, deal, choices, waiting: waiting && fillPhrase(waiting, open) };
}

function composeEmpty({ view: { card }, reading, open, focus, notices }) {
  return {
    kind: 'empty',
    focus,
    text: fillPhrase(card.text, open) ?? ['Too little has been heard so far.'],
    ask: card.ask && fillPhrase(card.ask, open),
    stage: card.stage,
    notices,
    coverage: card.coverage && { sentence: card.coverage, syncedAt: reading.syncedAt ?? null },
  };
}
