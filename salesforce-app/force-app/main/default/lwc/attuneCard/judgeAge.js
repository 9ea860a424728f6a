/** After this long without a reading, newer mails are likely to be missing. */
const OLD_READING_HOURS = 36;
const HOUR = 3_600_000;

/** Known without our server: what it last wrote of itself into the org, and how long ago. Notices of shared/card.ts. */
export function judgeAge({ connectionState, syncedAt, generatedAt }, now) {
  const halt = HALTS[connectionState];
  const lastReadAt = later(syncedAt, generatedAt);
  if (halt) return [{ kind: 'old_reading', text: halt(since(lastReadAt)) }];
  const notices = [];
  if (connectionState === 'partial') notices.push({ kind: 'partial', text: [PARTIAL] });
  if (lastReadAt !== null && now.getTime() - Date.parse(lastReadAt) > OLD_READING_HOURS * HOUR)
    notices.push({
      kind: 'old_reading',
      text: ['Attune last read this org ', ...since(lastReadAt), '; newer mails are not in here.'],
    });
  return notices;
}

const PARTIAL = 'Attune has not read this org completely yet.';

const HALTS = {
  disconnected: (read) => [
    'Attune is disconnected from this org and last read it ',
    ...read,
    '. An admin can connect it again.',
  ],
  reconnect_needed: (read) => [
    'Attune can no longer read this org and last did ',
    ...read,
    '. An admin can reconnect it.',
  ],
};

function since(at) {
  return at === null ? ['some time ago'] : [{ at, as: 'ago' }];
}

/** A card may be written between two complete readings. */
function later(...instants) {
  const known = instants.filter(Boolean).map((each) => Date.parse(each));
  return known.length === 0 ? null : new Date(Math.max(...known)).toISOString();
}
