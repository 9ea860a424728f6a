/** A cell in quotation marks or without, and what ends it: a comma, or the line. RFC 4180 with LF. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;

/** The cells of each line; null: it is no CSV. */
export function parseLines(csv: string): string[][] | null {
  const lines: string[][] = [];
  let cells: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < csv.length) {
    const found = CELL.exec(csv);
    if (found === null) return null;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    lines.push(cells);
    cells = [];
  }
  return lines;
}
