/** Clears a field; an empty column would leave it as it is (Bulk API 2.0 guide, "Prepare CSV Files"; read 2026-11-23). */
const CLEARED = '#N/A';

export type Cell = string | number | null;

/** One line of RFC 4180, ended by LF: every cell in quotation marks, so that any text may stand in it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

function quoted(cell: Cell): string {
  return `"${String(cell ?? CLEARED).replaceAll('"', '""')}"`;
}
