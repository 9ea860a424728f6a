import { describe, expect, it, test } from '@jest/globals';
import { decodeText } from '../../../server/inference/new-text/decode-text.ts';
import { toOriginal } from '../../../server/inference/source-text.ts';
import { DANA, readMail } from '../../support/reading-input.ts';

const newText = (text: string): string => readMail(text).newText;

describe('decoding', () => {
  it('gives each decoded character its place in the original', () => {
    const html = '<p>Caf&eacute; &amp; <b>bar</b></p>';
    const source = decodeText(html);
    const start = source.text.indexOf('é & bar');
    const original = toOriginal(source, { start, end: start + 'é & bar'.length });
    expect(html.slice(original.start, original.end)).toBe('&eacute; &amp; <b>bar');
  });

  it('leaves plain text as it stands, also with a lone < or an address in brackets', () => {
    const text = 'lag < 3 ms, says <dana@fenwick.example>';
    expect(decodeText(text).text).toBe(text);
  });

  it('keeps an address in brackets inside HTML as text', () => {
    expect(decodeText('<p>Dana <dana@fenwick.example> wrote</p>').text.trim()).toBe(
      'Dana <dana@fenwick.example> wrote',
    );
  });

  it('drops styles, scripts and hidden elements', () => {
    const html =
      '<head><style>p{}</style></head><body><script>x</script><div style="display:none">track</div><p>Hello</p></body>';
    expect(decodeText(html).text.trim()).toBe('Hello');
  });

  it('drops entities and addresses inside hidden elements, too', () => {
    const html = '<p>Hello</p><div style="display:none">a &amp; b <dana@fenwick.example> c</div>';
    expect(decodeText(html).text.trim()).toBe('Hello');
  });

  it('puts list items, table rows and line breaks on lines of their own', () => {
    expect(decodeText('<ul><li>one</li><li>two</li></ul>three<br>four').text.split(/\n+/)).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
  });

  test.each([
    ['unclosed tags', '<p>Hello <b>world'],
    ['crossed tags', '<b><i>Hello world</b></i>'],
    ['a head that is never closed', '<html><head><body>Hello world'],
    ['stray closing tags', '</div></p>Hello world</td>'],
  ])('reads %s', (_name, html) => {
    expect(decodeText(html).text.trim()).toBe('Hello world');
  });
});

const OLD = 'We are worried that the old words count.';

describe('quoted mail is not new', () => {
  test.each([
    ['English', 'On Tue, 4 Feb 2025 at 17:12, Sam Okafor <sam@larkfield.example> wrote:'],
    ['French', 'Le mar. 4 févr. 2025 à 17:12, Sam Okafor <sam@larkfield.example> a écrit :'],
    ['German', 'Am 04.02.2025 um 17:12 schrieb Sam Okafor:'],
    ['Dutch', 'Op di 4 feb 2025 om 17:12 schreef Sam Okafor <sam@larkfield.example>:'],
    ['Spanish', 'El mar, 4 feb 2025 a las 17:12, Sam Okafor (<sam@larkfield.example>) escribió:'],
    ['Italian', 'Il giorno mar 4 feb 2025 alle ore 17:12 Sam Okafor ha scritto:'],
    [
      'wrapped over two lines',
      'On Tue, 4 Feb 2025 at 17:12, Sam Okafor\n<sam@larkfield.example> wrote:',
    ],
    ['Outlook', '-----Original Message-----'],
    ['a forwarded mail', '---------- Forwarded message ---------'],
    [
      'Outlook without a line',
      'From: Sam Okafor\nSent: Tuesday, 4 February 2025 17:12\nTo: Dana\nSubject: x',
    ],
    [
      'German Outlook',
      'Von: Sam Okafor\nGesendet: Dienstag, 4. Februar 2025\nAn: Dana\nBetreff: x',
    ],
    ['French Outlook', 'De : Sam Okafor\nEnvoyé : mardi 4 février 2025\nÀ : Dana\nObjet : x'],
    ['Dutch Outlook', 'Van: Sam Okafor\nVerzonden: dinsdag 4 februari 2025\nOnderwerp: x'],
    ['Japanese Outlook', '差出人: Sam Okafor\n送信日時: 2025年2月4日\n件名: x'],
    ['Polish Outlook', 'Od: Sam Okafor\nWysłano: wtorek\nDo: Dana\nTemat: x'],
  ])('%s', (_name, separator) => {
    const reading = readMail(`Thursday works for us.\n\n${separator}\n\n${OLD}`);
    expect(reading.newText).toBe('Thursday works for us.');
    expect(reading.readings).toEqual([]);
  });

  test.each([
    ['Gmail', '<div class="gmail_quote">'],
    ['a blockquote', '<blockquote type="cite">'],
    ['Outlook', '<div id="divRplyFwdMsg">'],
  ])('marked up by %s', (_name, tag) => {
    const close = tag.startsWith('<div') ? '</div>' : '</blockquote>';
    expect(newText(`<p>Thursday works.</p>${tag}<div>${OLD}</div>${close}<p>And Friday.</p>`)).toBe(
      'Thursday works.\nAnd Friday.',
    );
  });

  it('keeps answers between quoted lines', () => {
    const text =
      'On Tue, 4 Feb 2025 at 17:12, Sam <s@x.example> wrote:\n> Is Thursday fine?\nYes it is.\n> And the price?\nIt is fair.';
    expect(newText(text)).toBe('Yes it is.\nIt is fair.');
  });
});

describe('signatures and boilerplate are not new', () => {
  test.each([
    ['a delimiter', '--\nDana Whitlock\nHead of Operations\n+44 20 7946 0000'],
    ['closing words', 'Best regards,\nDana Whitlock\nFenwick "Trust. Safety. Progress."'],
    ['closing words and a name on one line', 'Thanks, Dana\nHead of Operations'],
    ['the name alone', 'Dana'],
    ['an initial', 'D.'],
    ['initial and surname', 'D. Whitlock\nHead of Operations'],
    ['German closing words', 'Mit freundlichen Grüßen\ni.A. Dana Whitlock'],
    ['a phone', 'Sent from my iPhone'],
    [
      'a disclaimer',
      'This e-mail is confidential and intended only for the recipient. We accept no liability for worries.',
    ],
    [
      'a disclaimer of views',
      'The views in this mail are mine alone. I trust nobody else shares them.',
    ],
    [
      'a word on working hours',
      'If this reaches you outside your working hours, please feel no pressure to reply.',
    ],
    ['a consent', 'I agree to the privacy terms and trust you with my data: yes'],
    ['what a system adds', '--- GATE 2 NOTICE (auto) ---\nAll are aligned and committed.'],
    ['a disclaimer in German', 'Diese E-Mail enthält vertrauliche Informationen.'],
  ])('%s', (_name, end) => {
    expect(newText(`The move is on Thursday and we are ready for it.\n\n${end}`)).toBe(
      'The move is on Thursday and we are ready for it.',
    );
  });

  it('cuts a disclaimer whose telling words stand on two lines', () => {
    const disclaimer =
      'This note may be confidential and was meant for one reader, so please treat this\nmessage with care.';
    expect(newText(`The move is on Thursday.\n\n${disclaimer}`)).toBe('The move is on Thursday.');
  });

  it('cuts a disclaimer with the wrapped line on which it began, and keeps the line before', () => {
    const text =
      'We are ready.\nAll of what follows here was added by a machine that nobody can\nswitch off: this is confidential information for the recipient.';
    expect(newText(text)).toBe('We are ready.');
  });

  it('keeps a closing line where the author has no name to sign with', () => {
    const people = [{ ...DANA, name: 'Dr.' }];
    expect(readMail('The move is on Thursday.\n\nDana', { people }).newText).toMatch(/Dana$/);
  });

  it('ends with the whole name, however long the footer below it is', () => {
    const footer =
      'Tired of late freight? Talk to us, for we deliver peace of mind. We are proud of each parcel, every day.';
    expect(newText(`Approved from my side.\n\nDana Whitlock\n${footer}`)).toBe(
      'Approved from my side.',
    );
    const about =
      'is worried about the move, asks who would answer for it and would like to hear from us.';
    expect(newText(`Dana Whitlock\n${about}`)).toContain('worried');
  });

  it('ends with the first name, too, once there was a sentence to sign', () => {
    const motto = 'Keeper of the ledgers. Proud of my people, and worried about nothing at all.';
    expect(
      newText(`The third column belongs to the finance team, ask them.\n\nDana\n${motto}`),
    ).toBe('The third column belongs to the finance team, ask them.');
    expect(newText(`Dana\n${motto}`)).toContain('worried');
  });

  it('leaves out what a form offers and nobody ticked', () => {
    expect(newText('[ ] We fear the cost.\n☐ It is too complicated.\n[x] The price is fair.')).toBe(
      '[x] The price is fair.',
    );
  });

  it('keeps thanks that open a sentence, and a postscript', () => {
    const text = 'Thanks for the quick call\nThe plan is fine.\n\nDana\n\nPS: the price is fair.';
    expect(newText(text)).toBe(
      'Thanks for the quick call\nThe plan is fine.\nPS: the price is fair.',
    );
  });
});

describe('automatic mail', () => {
  test.each([
    ['an auto-reply', 'Automatic reply: Your plan\n\nI am worried I cannot answer before Monday.'],
    ['a German one', 'Automatische Antwort\n\nIch bin bis Montag nicht im Haus.'],
    ['an absence', 'I am away until 25 August. In urgent matters please call the duty manager.'],
    ['a bounce', 'Undeliverable: Your plan\nThe following recipient could not be reached.'],
    ['a calendar answer', 'Dana Whitlock has accepted this invitation.'],
    ['a newsletter', 'We fear nothing!\nUnsubscribe here'],
    ['a letter to many', 'Information för alla / To all suppliers\n\nIt is time for a change.'],
    ['a robot', 'Good morning, I am Ada, a virtual assistant. I am not sure what you mean.'],
    ['what a machine made', 'We worry about late parcels.\n\n(automatically generated)'],
    ['a receipt', 'Order confirmation 4471\nWe are glad that you trust us.'],
    ['the fate of a mail', 'Your message "Too expensive" was read on Monday, 09:12.'],
    ['an absence by date', 'Ferie / Out of office 3.8.-17.8.\n\nNobody answers for me.'],
    ['a farewell', 'Omar no longer works here; it was time for a change. Please write to sales.'],
    ['a letter to many', 'Dear suppliers,\n\nwe are under pressure. Prices must fall.'],
    ['a mailbox nobody reads', 'We are closed. I am worried. This mailbox is not monitored.'],
    ['a service for signing', 'All parties have signed. Your signature is safe with us.'],
    ['a press release', 'PRESS RELEASE: "We were drowning in paper," says our director.'],
  ])('%s is recognised and read as silence', (_name, text) => {
    const reading = readMail(text);
    expect(reading.readings).toEqual([]);
    expect(reading.silence).toBe('automatic');
    expect(reading.automatic).toBe(true);
  });

  it('may say so in its subject alone', () => {
    const text = 'The office is closed. I am worried that urgent matters go unread.';
    const machine = readMail(text, { subject: 'Automatic reply: your plan' });
    expect(machine).toMatchObject({ automatic: true, readings: [], silence: 'automatic' });
    const answer = readMail(text, { subject: 'RE: Automatic reply: your plan' });
    expect(answer.automatic).toBe(false);
  });

  it('is not every mail that mentions a holiday', () => {
    expect(readMail('I am on leave next week, but we are worried about the move.').automatic).toBe(
      false,
    );
    const aboutRobots = 'Your bot wrote that our order was received. Nobody else has answered me.';
    expect(readMail(aboutRobots).automatic).toBe(false);
  });
});

test('an empty text is silent because there is no new text', () => {
  expect(readMail('').silence).toBe('no_new_text');
  expect(readMail('<div><br></div>').silence).toBe('no_new_text');
});
