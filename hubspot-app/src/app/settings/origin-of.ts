/** Where Attune's server is: a variable of the project's profile, so that one bundle fits every environment. */
export function originOf(variables: Readonly<Record<string, unknown>> | undefined): string {
  const origin = variables?.['APP_ORIGIN'];
  return typeof origin === 'string' ? origin : '';
}
