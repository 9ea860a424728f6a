import { textAt, type Line } from './lines.ts';

/** Lines that nobody wrote for this reader: legal footers, app footers, mailing-list footers. */
const BOILERPLATE = new RegExp(
  [
    '\\bconfidential(?:ity)?\\b.{0,500}\\b(?:message|e-?mail|recipient|information|notice)',
    '\\b(?:e-?mail|message)\\b.{0,80}\\b(?:confidential|intended (?:only|solely)|privileged)',
    '(?:received|reçu|recibido|ricevuto|erhalten).{0,40}\\b(?:in error|par erreur|por error|per errore|irrtümlich)',
    '\\bintended recipient',
    'not the (?:intended )?addressee',
    'consider(?:ing)? the environment|think before (?:you )?print|save (?:a )?(?:tree|paper)s?\\b|denken sie an die umwelt',
    '\\b(?:vertrauliche|rechtlich geschützte) informationen',
    'informazioni contenute in quest',
    '\\bce (?:message|courriel|mail).{0,60}confidentiel',
    'este (?:mensaje|correo|e-?mail).{0,80}confidencial',
    'dit (?:bericht|e-?mail).{0,80}vertrouwelijk',
    'denne e-?mail.{0,80}fortrolig',
    'registered (?:in|office|number|charity)\\b.{0,60}\\b(?:england|wales|scotland|no\\.?|number|\\d{5,})',
    '\\b(?:company|registration|reg\\.?) (?:no|nr|number)\\b',
    'geschäftsführer|handelsregister|amtsgericht|sitz der gesellschaft|\\bust-?id',
    '(?:disclaims?|declines?|accepts? no|no) (?:all |any )?(?:liability|responsibility)',
    'keine haftung übernommen',
    'scanned (?:for|by).{0,40}(?:virus|malware)|virus-?free',
    '\\bunsubscribe\\b|manage (?:your )?(?:preferences|subscription)|view (?:this|it)? ?(?:e-?mail )?in (?:your|a) browser',
    '^sent (?:from|via) (?:my|outlook|mail|yahoo|samsung|proton)|^sendt fra|^von meinem .{2,20} gesendet|^gesendet von|^envoyé de(?:puis)? mon|^enviado desde|^inviato da|^verzonden vanaf|^skickat från|^get outlook for|^lähetetty',
    '^caution:.{0,40}external|^\\[?external (?:e-?mail|sender)',
    'cannot be bound or altered by e-?mail',
    '\\bagree to (?:the|our|your) (?:privacy|data protection|terms)|\\b(?:consent|agree) to (?:be contacted|receiv|the processing)',
    '^\\W{2,12}[^\\n]{0,60}\\((?:auto|automated|automatic)\\)',
    '\\b(?:views?|opinions?)\\b.{0,60}\\b(?:are|is) (?:mine|my own|(?:those of )?the (?:author|sender))',
    '\\b(?:outside|beyond) (?:of )?(?:your|normal|regular|usual|office|working|business).{0,20}\\bhours\\b.{0,80}\\b(?:reply|respond|answer|response)',
  ].join('|'),
  'iu',
);

/** What a form offers and nobody ticked. */
const UNTICKED = /^\s*(?:\[\s?\]|[☐□◻❏])\s*\S/u;

const NOT_A_SENTENCE_END = /[^.!?:]$/;

/** Indices of boilerplate lines; a paragraph of hard-wrapped lines goes as a whole. */
export function cutDisclaimers(lines: readonly Line[]): ReadonlySet<number> {
  const cut = new Set([...lines.keys()].filter((index) => UNTICKED.test(textAt(lines, index))));
  for (const paragraph of paragraphsOf(lines)) {
    const text = paragraph.map((index) => textAt(lines, index)).join(' ');
    if (!BOILERPLATE.test(text)) continue;
    for (const index of boilerplateOf(lines, paragraph)) cut.add(index);
  }
  return cut;
}

/** From the first boilerplate line to the paragraph's end, with the wrapped line it may have begun on. */
function boilerplateOf(lines: readonly Line[], paragraph: readonly number[]): readonly number[] {
  const first = paragraph.findIndex((index) => BOILERPLATE.test(textAt(lines, index)));
  if (first === -1) return paragraph;
  const begun = paragraph
    .slice(0, first)
    .findLastIndex((index) => !isWrapped(textAt(lines, index)));
  return paragraph.slice(begun + 1);
}

/** A full line that stops in mid-sentence was broken by the mail program. */
function isWrapped(text: string): boolean {
  return text.length > 55 && NOT_A_SENTENCE_END.test(text);
}

function paragraphsOf(lines: readonly Line[]): readonly (readonly number[])[] {
  const paragraphs: number[][] = [];
  let current: number[] = [];
  lines.forEach((line, index) => {
    if (line.text !== '') {
      current.push(index);
      return;
    }
    if (current.length > 0) paragraphs.push(current);
    current = [];
  });
  return current.length > 0 ? [...paragraphs, current] : paragraphs;
}
