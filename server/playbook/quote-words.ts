/** A quote cut to a length at a word's end, inside curly quotation marks; what is kept stays exact. */
export function inQuotes(shown: string, limit: number): string {
  const whole = shown
    .trim()
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/[.,;:]+$/, '');
  return `“${whole.length <= limit ? whole : cutAtWord(whole, limit)}”`;
}

function cutAtWord(text: string, limit: number): string {
  const cut = text.slice(0, limit - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > limit / 2 ? end : cut.length).replace(/[\s.,;:–-]+$/, '')}…`;
}
