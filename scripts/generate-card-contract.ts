import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');

export interface Contract {
  readonly target: string;
  /** Earlier files name the types that later ones use. */
  readonly sources: readonly string[];
  /** What the extension asks for and sends; everything that these are made of comes with them. */
  readonly roots: readonly string[];
}

export const CONTRACTS: readonly Contract[] = [
  {
    target: 'hubspot-app/src/app/cards/card-contract.ts',
    sources: ['shared/vocabulary.ts', 'shared/card.ts', 'shared/api/get-card.ts'],
    roots: ['Card', 'GetCardResponse'],
  },
  {
    target: 'hubspot-app/src/app/cards/press-contract.ts',
    sources: [
      'shared/vocabulary.ts',
      'shared/api/post-verdict.ts',
      'shared/api/actions/post-slot-verdict.ts',
      'shared/api/actions/post-task.ts',
      'shared/api/actions/post-note.ts',
      'shared/api/actions/post-do-not-analyse.ts',
      'shared/api/actions/post-refresh.ts',
    ],
    roots: [
      ...['PostVerdictBody', 'PostSlotVerdictBody', 'PostDoNotAnalyseBody'],
      ...['PostTaskBody', 'PostTaskResponse', 'PostNoteBody', 'PostNoteResponse'],
      ...['PostRefreshBody', 'PostRefreshResponse'],
    ],
  },
  {
    target: 'hubspot-app/src/app/settings/settings-contract.ts',
    sources: [
      'shared/settings.ts',
      'shared/api/settings/get-settings.ts',
      'shared/api/settings/post-read-now.ts',
    ],
    roots: ['SettingsView', 'ReadNowAnswer'],
  },
];

const headerOf = ({ sources }: Contract) =>
  `// Generated from ${sources.join(', ')} by scripts/generate-card-contract.ts. Do not edit.
// HubSpot packages only what lies in this folder, so nothing here can import shared/.
`;

/** Types only: an extension trusts our server, which parsed on its side of the wire. */
export function renderContract(contract: Contract): string {
  const files = contract.sources.map((source) => join(ROOT, source));
  const program = ts.createProgram(files, compilerOptions());
  const checker = program.getTypeChecker();
  const named = files
    .flatMap((file) => exportedTypes(program.getSourceFile(file)))
    .map((alias) => ({
      name: alias.name.text,
      type: checker.getTypeAtLocation(alias),
    }));
  const print = createPrinter(checker);
  const names = new Map(named.map(({ name, type }) => [print(type, new Map()), name]));
  const declared = named.map(
    ({ name, type }) =>
      `export type ${name} = ${print(type, withoutEntry(names, print(type, new Map())))};\n`,
  );
  return `${headerOf(contract)}\n${withoutUnused(declared, contract.roots).join('\n')}`;
}

/** Later declarations use earlier ones only, so one walk from the end finds all that is needed. */
function withoutUnused(declared: readonly string[], roots: readonly string[]): readonly string[] {
  return declared.reduceRight<readonly string[]>((kept, each) => {
    const name = /^export type (\w+)/.exec(each)?.[1] ?? '';
    const used = roots.includes(name) || new RegExp(`\\b${name}\\b`).test(kept.join());
    return used ? [each, ...kept] : kept;
  }, []);
}

export function readContract({ target }: Contract): string {
  return readFileSync(join(ROOT, target), 'utf8');
}

function compilerOptions(): ts.CompilerOptions {
  const config = join(ROOT, 'tsconfig.json');
  const { config: raw } = ts.readConfigFile(config, (path) => readFileSync(path, 'utf8')) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(raw, ts.sys, dirname(config)).options;
}

function exportedTypes(file: ts.SourceFile | undefined): readonly ts.TypeAliasDeclaration[] {
  return [...(file?.statements ?? [])].filter((each) => ts.isTypeAliasDeclaration(each));
}

function withoutEntry(
  names: ReadonlyMap<string, string>,
  own: string,
): ReadonlyMap<string, string> {
  return new Map([...names].filter(([printed]) => printed !== own));
}

type Print = (type: ts.Type, names: ReadonlyMap<string, string>) => string;

/** Prints a type in full; wherever a part equals a named type in full, its name stands instead. */
function createPrinter(checker: ts.TypeChecker): Print {
  const inFull = (type: ts.Type): string => print(type, new Map());

  function print(type: ts.Type, names: ReadonlyMap<string, string>): string {
    return (names.size > 0 ? names.get(inFull(type)) : undefined) ?? spell(type, names);
  }

  function spell(type: ts.Type, names: ReadonlyMap<string, string>): string {
    if (type.isUnion()) return spellUnion(type, names);
    if (checker.isArrayType(type)) return spellArray(type as ts.TypeReference, names);
    if (type.flags & ts.TypeFlags.Object) return spellObject(type, names);
    return checker.typeToString(type).replaceAll('"', "'");
  }

  function spellUnion(type: ts.UnionType, names: ReadonlyMap<string, string>): string {
    if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
    const isNull = (each: ts.Type) => (each.flags & ts.TypeFlags.Null) !== 0;
    if (!type.types.some(isNull)) return type.types.map((each) => print(each, names)).join(' | ');
    return `${print(checker.getNonNullableType(type), names)} | null`;
  }

  function spellArray(type: ts.TypeReference, names: ReadonlyMap<string, string>): string {
    const [element] = checker.getTypeArguments(type);
    return element === undefined ? 'readonly never[]' : `readonly (${print(element, names)})[]`;
  }

  function spellObject(type: ts.Type, names: ReadonlyMap<string, string>): string {
    const fields = type.getProperties().map((property) => {
      const optional = property.flags & ts.SymbolFlags.Optional ? '?' : '';
      const value = checker.getTypeOfSymbol(property);
      return `readonly ${property.name}${optional}: ${print(value, names)};`;
    });
    return `{ ${fields.join(' ')} }`;
  }

  return print;
}

if (import.meta.main)
  for (const contract of CONTRACTS)
    writeFileSync(join(ROOT, contract.target), await formatted(renderContract(contract)));

/** Prettier's own form, so that the generated file also passes the format gate. */
export async function formatted(source: string): Promise<string> {
  const { format } = await import('prettier');
  return format(source, { parser: 'typescript', singleQuote: true, printWidth: 100 });
}
