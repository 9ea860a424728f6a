/** What a query is refused for, by Salesforce's own words. */
export type QueryFault =
  'MALFORMED_QUERY' | 'INVALID_FIELD' | 'INVALID_TYPE' | 'INVALID_QUERY_FILTER_OPERATOR';

export class RefusedQuery extends Error {
  readonly fault: QueryFault;

  constructor(fault: QueryFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** The stand-in answers no construct that it does not understand: a guess would prove nothing. */
export function notUnderstood(what: string): RefusedQuery {
  return new RefusedQuery('MALFORMED_QUERY', `The stand-in does not understand ${what}.`);
}
