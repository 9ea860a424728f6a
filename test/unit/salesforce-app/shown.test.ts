import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shown } from '../../../server/inference/shown.ts';
import { shown as shownInTheOrg } from '../../support/salesforce/lightning-modules.ts';

const VECTORS = join(
  import.meta.dirname,
  '../../../salesforce-app/force-app/main/default/lwc/attuneCard/__tests__/data/shown-vectors.json',
);

const piece = fc.constantFrom(
  ...['What happens', ' to the history', 'if it slips?', ' ', '\n', '\r\n', '\t', '  ', '\u00a0'],
  ...[
    '<p>',
    '</p>',
    '<br>',
    '<br/>',
    '<B>',
    '</b>',
    '<div class="x">',
    '</div>',
    '<span style="display:none">',
  ],
  ...[
    '</span>',
    '<a href="https://fenwick.example/?a=1&amp;b=2">',
    '</a>',
    '<li>',
    '<td>',
    '<o:p>',
    '</o:p>',
  ],
  ...[
    '<style>p { color: red }</style>',
    '<!-- a note -->',
    '<![if !mso]>',
    '<?xml?>',
    '<head>',
    '<body>',
  ],
  ...['Dana <dana@fenwick.example> wrote', '1 < 2', '3 > 2', '<', '>', '&', '"', "'"],
  ...[
    '&amp;',
    '&nbsp;',
    '&rsquo;',
    '&euro;',
    '&#8217;',
    '&#x2014;',
    '&#146;',
    '&eacute;',
    '&lt;b&gt;',
  ],
  ...[
    '&amp',
    '&copy 2026',
    '&unknown;',
    '&#0;',
    '&#xD800;',
    '\u200b',
    '\u202e',
    '\u2028',
    '😀',
    '\ud83d',
  ],
);

it('shows in the org what the server shows, for any slice of a mail', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(shownInTheOrg(pieces.join(''))).toBe(shown(pieces.join('')));
    }),
    { numRuns: 2000 },
  );
});

it('keeps the org’s vectors true', () => {
  const vectors = JSON.parse(readFileSync(VECTORS, 'utf8')) as { slice: string; shown: string }[]; // our own file
  expect(vectors.map(({ slice }) => ({ slice, shown: shown(slice) }))).toEqual(vectors);
});
