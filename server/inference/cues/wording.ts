/**
 * A long pattern over several lines, as written: line breaks and the indentation after them are not part of it. A
 * single space stands for any white space (see `CueSpec`).
 */
export function wording(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: strings.raw }, ...values).replace(/\n */g, '');
}
