import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'rollup';

const HERE = import.meta.dirname;
const COMPONENTS = join(HERE, '../../salesforce-app/force-app/main/default/lwc');

/**
 * Salesforce's own open-source runtime makes one file of the very components that go into an org, of its base components,
 * and of a page's side of the bridge (lightning-bridge.js). About 20 s; its libraries are loaded only when needed.
 */
export async function buildLightning(outputFile: string): Promise<void> {
  const [{ rollup }, { default: lwc }, { nodeResolve }] = await Promise.all([
    import('rollup'),
    import('@lwc/rollup-plugin'),
    import('@rollup/plugin-node-resolve'),
  ]);
  const bundle = await rollup({
    input: join(HERE, 'lightning-bridge.js'),
    plugins: [
      standInForTheOrg(),
      nodeResolve(),
      lwc({
        rootDir: HERE,
        modules: [...(await listComponents()), { npm: 'lightning-base-components' }],
        enableDynamicComponents: true,
        enableSyntheticElementInternals: true,
      }),
    ],
    onwarn: ({ code, message }) => {
      if (!QUIET.has(code ?? '')) process.stderr.write(`${code ?? ''} ${message}\n`);
    },
  });
  await bundle.write({ file: outputFile, format: 'iife', inlineDynamicImports: true });
  await bundle.close();
}

/** Of the base components themselves. */
const QUIET: ReadonlySet<string> = new Set([
  'CIRCULAR_DEPENDENCY',
  'THIS_IS_UNDEFINED',
  'PLUGIN_WARNING',
]);

async function listComponents(): Promise<readonly { name: string; path: string }[]> {
  const names = await readdir(COMPONENTS);
  return names.map((name) => ({ name: `c/${name}`, path: join(COMPONENTS, name, `${name}.js`) }));
}

/** What Salesforce's compiler and page give a component; the page that hosts the card answers in their place. */
const MODULES: Readonly<Record<string, string>> = {
  '@salesforce/apex': 'export const refreshApex = (wired) => window.attuneWires.refresh(wired);',
  '@salesforce/apex/AttuneInsightReader.read': 'export default window.attuneWires.Read;',
  'lightning/uiRecordApi': `
    export const createRecord = (input) => window.attuneOrg.createRecord(input);
    export const updateRecord = (input) => window.attuneOrg.updateRecord(input);`,
  'lightning/navigation': `
    const Navigate = Symbol('Navigate');
    export const NavigationMixin = (Base) => class extends Base {
      [Navigate]({ attributes }) { window.attuneOrg.open(attributes.recordId); }
    };
    NavigationMixin.Navigate = Navigate;`,
  'lightning/platformShowToastEvent': `
    export class ShowToastEvent extends CustomEvent {
      constructor(detail) {
        super('lightning__showtoast', { detail, bubbles: true, composed: true });
      }
    }`,
};

/** Pictures of kinds of record that the card does not show; with them the build takes twice as long. */
const UNUSED_ICONS = /^lightning\/iconSvgTemplates(?!(Standard|Utility)$)/;
const SCHEMA = /^@salesforce\/schema\/(\w+)(?:\.(\w+))?$/;

function standInForTheOrg(): Plugin {
  return {
    name: 'stand-in-for-the-org',
    resolveId: (id) =>
      id in MODULES || UNUSED_ICONS.test(id) || SCHEMA.test(id) ? `\0org:${id}` : null,
    load: (id) => (id.startsWith('\0org:') ? sourceOf(id.slice('\0org:'.length)) : null),
    transform: (code) => ({ code: SETTINGS.reduce(settle, code), map: null }),
  };
}

/** What the components ask of their surroundings; only Vite and Node would know. */
const SETTINGS = [
  ['process.env.NODE_ENV', '"production"'],
  ['import.meta.env.SSR', 'false'],
  ['import.meta.env', '({})'],
] as const;

function settle(code: string, [name, value]: (typeof SETTINGS)[number]): string {
  return code.replaceAll(name, value);
}

function sourceOf(id: string): string {
  const [, objectApiName, fieldApiName] = SCHEMA.exec(id) ?? [];
  if (objectApiName === undefined) return MODULES[id] ?? 'export default {};';
  return `export default ${JSON.stringify({ objectApiName, fieldApiName })};`;
}
