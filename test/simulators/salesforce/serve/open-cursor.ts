import type { SalesforceRecord } from '../org/org.ts';
import type { FieldPath } from '../soql/field-path.ts';
import type { ChildQuery } from '../soql/run-query.ts';

/** A result whose next rows wait under a locator. */
export interface OpenCursor {
  readonly type: string;
  readonly fields: readonly FieldPath[];
  readonly rows: readonly SalesforceRecord[];
  readonly children: readonly ChildQuery[];
}

/** Results that are not yet read to the end. A locator is never given twice, even when all were forgotten. */
export class OpenCursors {
  readonly #kept = new Map<string, OpenCursor>();
  #last = 0;

  keep(cursor: OpenCursor): string {
    this.#last += 1;
    const id = `01g${String(this.#last).padStart(15, '0')}`;
    this.#kept.set(id, cursor);
    return id;
  }

  find(id: string): OpenCursor | undefined {
    return this.#kept.get(id);
  }

  forgetAll(): void {
    this.#kept.clear();
  }
}
