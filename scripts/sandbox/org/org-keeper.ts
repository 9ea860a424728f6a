import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Org, SalesforceRecord } from '../../../test/simulators/salesforce/org/org.ts';

export interface OrgKeeperOptions {
  readonly org: Org;
  readonly file: string;
  /** Everything with a later stamp was written after the stories were told. */
  readonly since: Date;
}

type Kept = Readonly<Record<string, readonly SalesforceRecord[]>>;

/**
 * What Attune and visitors wrote into the stand-in org: the stories are told anew at each start, and this is not. Attune
 * writes an insight again only when it changes, so a later start must find the ones of the first night.
 */
export class OrgKeeper {
  readonly #options: OrgKeeperOptions;
  #saved = '';

  constructor(options: OrgKeeperOptions) {
    this.#options = options;
  }

  restore(): void {
    const { org, file } = this.#options;
    if (!existsSync(file)) return;
    // Our own lines, written below; whole, for a file is put in place only when it is.
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    for (const [type, rows] of Object.entries(kept)) for (const row of rows) org.load(type, row);
  }

  /** Does nothing when nothing was written since the last time. */
  save(): void {
    const { file } = this.#options;
    const text = JSON.stringify(this.#written());
    if (text === this.#saved) return;
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    this.#saved = text;
  }

  #written(): Kept {
    const { org, since } = this.#options;
    const after = since.toISOString();
    return Object.fromEntries(
      org.schemas.flatMap(({ name }) => {
        const rows = org
          .rows(name, true)
          .filter(({ SystemModstamp }) => String(SystemModstamp) > after);
        return rows.length === 0 ? [] : [[name, rows] as const];
      }),
    );
  }
}
