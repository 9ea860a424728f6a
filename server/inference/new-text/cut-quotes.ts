import { textAt, type Line } from './lines.ts';

/** "wrote" as mail programs of the world print it above a quoted mail. */
const WROTE =
  'wrote|writes|a écrit|schrieb|skrev|schreef|geschreven|escribió|escreveu|ha scritto|napisał(?:\\(a\\)|a)?|napsal(?:\\(a\\)|a)?|írta|kirjoitti|a scris|yazdı|написал[аи]?|написа|έγραψε|写道|寫道|のメール|님이 작성';

const ATTRIBUTION = new RegExp(`(?:${WROTE}).{0,80}[:：]\\s*$`, 'iu');
const ADDRESS_AND_TIME = /(?:<[^<>\s]+@[^<>\s]+>|\b\d{4}\b.*|\b\d{1,2}[:.h]\d{2}\b.*)[:：]\s*$/iu;
const ATTRIBUTION_START =
  /^(?:on|am|le|el|il|op|em|den|dne|w dniu|pe|på|a|в|în)\s.*\d|^\d{4}|^[^\d]{1,60}<[^<>\s]+@[^<>\s]+>/iu;

const SEPARATOR =
  /^[-_\s*=]{2,}(?:original (?:message|appointment)|ursprüngliche nachricht|originalnachricht|message d'origine|message transféré|mensaje original|messaggio originale|oorspronkelijk bericht|doorgestuurd bericht|mensagem original|original meddelelse|opprinnelig melding|ursprungligt meddelande|alkuperäinen viesti|původní zpráva|wiadomość oryginalna|oryginalna wiadomość|forwarded (?:message|by)|weitergeleitete nachricht|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|转发邮件|原始邮件)/iu;
const BEGIN_FORWARDED =
  /^(?:begin forwarded message|anfang der weitergeleiteten|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato)/iu;

const FROM_KEY =
  'from|von|de|da|van|od|från|fra|lähettäjä|feladó|expéditeur|remitente|mittente|gönderen|kimden|от(?: кого)?|од|差出人|发件人|發件人|寄件者|보낸 사람|από';
const OTHER_KEY =
  'sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|cc|enviado(?: el| em)?|para|asunto|assunto|fecha|data|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|dato|til|emne|lähetetty|päiväys|vastaanottaja|aihe|wysłano|do|temat|odesláno|komu|předmět|elküldve|címzett|tárgy|gönderilme|kime|konu|отправлено|дата|кому|тема|送信日時|日時|宛先|件名|发送时间|日期|收件人|主题|主旨|보낸 날짜|받는 사람|제목';
const FROM_LINE = new RegExp(`^[*_\\s]*(?:${FROM_KEY})[*_\\s]*[:：][*_]*\\s*\\S`, 'iu');
const HEADER_LINE = new RegExp(`^[*_\\s]*(?:${OTHER_KEY})[*_\\s]*[:：]`, 'iu');

/** How many lines after "From:" another header must stand (a blank line or a long To: may come between). */
const HEADER_REACH = 4;
const ATTRIBUTION_LINES = 3;
const ATTRIBUTION_LENGTH = 300;

/** Indices of lines that are not the author's own: quoted or forwarded mail. Inline answers stay. */
export function cutQuotes(lines: readonly Line[]): ReadonlySet<number> {
  const cut = new Set<number>();
  lines.forEach((line, index) => {
    if (line.removed || line.text.startsWith('>')) cut.add(index);
  });
  const end = lines.findIndex((_, index) => startsQuotedRest(lines, index));
  for (let index = end; end !== -1 && index < lines.length; index += 1) cut.add(index);
  for (const index of attributionsAbove(lines, cut)) cut.add(index);
  return cut;
}

/** From this line on nothing is new. */
function startsQuotedRest(lines: readonly Line[], index: number): boolean {
  const text = textAt(lines, index);
  if (SEPARATOR.test(text) || BEGIN_FORWARDED.test(text)) return true;
  if (FROM_LINE.test(text)) return isHeaderBlock(lines, index);
  return attributionEnd(lines, index) !== null && !isQuotedByMarks(lines, index);
}

function isHeaderBlock(lines: readonly Line[], index: number): boolean {
  const near = lines.slice(index + 1, index + 1 + HEADER_REACH);
  return near.some((line) => HEADER_LINE.test(line.text));
}

/** Last line of an "On … wrote:" that begins at `index`; mail programs wrap it over up to three lines. */
function attributionEnd(lines: readonly Line[], index: number): number | null {
  if (!ATTRIBUTION_START.test(textAt(lines, index))) return null;
  for (let last = index; last < index + ATTRIBUTION_LINES; last += 1) {
    if (isAttribution(joined(lines, index, last))) return last;
  }
  return null;
}

function isAttribution(text: string): boolean {
  if (text.length > ATTRIBUTION_LENGTH) return false;
  return ATTRIBUTION.test(text) || (text.includes('@') && ADDRESS_AND_TIME.test(text));
}

function joined(lines: readonly Line[], first: number, last: number): string {
  return lines
    .slice(first, last + 1)
    .map((line) => line.text)
    .join(' ');
}

/** Quoted with `>`: then only the marked lines are old, and what stands between is an inline answer. */
function isQuotedByMarks(lines: readonly Line[], index: number): boolean {
  const next = lines
    .slice(index + 1, index + 6)
    .find((line) => line.text !== '' && !endsAttribution(line));
  return next?.text.startsWith('>') === true;
}

/** A further line of a wrapped "On … wrote:". */
function endsAttribution(line: Line): boolean {
  return line.text.endsWith(':') && ATTRIBUTION.test(line.text);
}

/** "On … wrote:" lines that stand above a part already cut. */
function attributionsAbove(lines: readonly Line[], cut: ReadonlySet<number>): readonly number[] {
  return lines.flatMap((_, index) => {
    if (cut.has(index)) return [];
    const last = attributionEnd(lines, index);
    if (last === null) return [];
    return Array.from({ length: last - index + 1 }, (_each, offset) => index + offset);
  });
}
