import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Participant } from '../../server/inference/reading.ts';
import type { Author, Entry } from './entry.ts';

/** The mails of an mbox: each begins with a line "From WHO WHEN" at the start or after a blank line (RFC 4155). */
export function* mailsOf(mbox: Uint8Array): Generator<Uint8Array> {
  // Latin-1 keeps one character for one byte, so that offsets agree whatever charset the mails are in.
  const text = Buffer.from(mbox.buffer, mbox.byteOffset, mbox.byteLength).toString('latin1');
  const starts = [...text.matchAll(/(?:^|\r?\n\r?\n)(?=From \S+ .*\d\d:\d\d)/g)].map(
    (match) => match.index + match[0].length,
  );
  for (const [index, start] of starts.entries()) {
    const headerAt = text.indexOf('\n', start) + 1;
    const end = starts[index + 1] ?? mbox.length;
    if (headerAt > 0 && headerAt < end) yield mbox.subarray(headerAt, end);
  }
}

/** One mail as an item; its text is the decoded HTML part, else the decoded plain one. Never throws. */
export async function itemOfMail(bytes: Uint8Array, name: string, author: Author): Promise<Entry> {
  try {
    const mail = await PostalMime.parse(bytes);
    const text = mail.html ?? mail.text ?? '';
    const receipt = text.trim() === '' ? `${name}: it has no text.` : null;
    return {
      item: {
        id: idOf(mail, name),
        automatic: isAutomatic(mail),
        input: inputOf(mail, text, author),
      },
      receipt,
    };
  } catch {
    return { item: null, receipt: `${name}: skipped, it is no mail that can be read.` };
  }
}

function idOf(mail: Email, name: string): string {
  return mail.messageId ?? name;
}

/** RFC 3834 and what list software sets. */
function isAutomatic(mail: Email): boolean {
  const header = (key: string): string =>
    mail.headers.find((each) => each.key === key)?.value.toLowerCase() ?? '';
  const submitted = header('auto-submitted');
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'list', 'junk'].includes(header('precedence'))
  );
}

function inputOf(
  mail: Email,
  text: string,
  author: Author,
): {
  kind: 'email' | 'note';
  direction: 'in' | 'out' | null;
  author: string;
  people: readonly Participant[];
  subject: string | null;
  text: string;
} {
  const side = author === 'buyer' ? 'buyer' : 'seller';
  const from = participant(mail.from, side, 'from');
  const others = [...(mail.to ?? []), ...(mail.cc ?? [])].map((address, index) =>
    participant(address, side === 'buyer' ? 'seller' : 'buyer', `to${index}`),
  );
  const people = [from, ...others.filter((each) => each.id !== from.id)];
  const subject = mail.subject ?? null;
  if (author === 'rep')
    return { kind: 'note', direction: null, author: from.id, people, subject, text };
  return {
    kind: 'email',
    direction: author === 'buyer' ? 'in' : 'out',
    author: from.id,
    people,
    subject,
    text,
  };
}

function participant(
  address: Address | undefined,
  side: Participant['side'],
  fallback: string,
): Participant {
  const id = address?.address ?? fallback;
  const name =
    address?.name === undefined || address.name === '' ? (id.split('@')[0] ?? id) : address.name;
  return { id: id === '' ? fallback : id, side, name, title: null };
}
