import { type RawBuilder, sql } from 'kysely';

/**
 * A whole page as one parameter. Postgres text holds neither NUL nor half a surrogate pair; each becomes U+FFFD, which
 * keeps every offset in place. https://www.postgresql.org/docs/18/datatype-json.html (2026-11-22)
 */
export function toJsonb(value: unknown): RawBuilder<unknown> {
  const text = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? each.toWellFormed().replaceAll('\0', '\uFFFD') : each,
  );
  return sql`${text}::jsonb`;
}
