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
