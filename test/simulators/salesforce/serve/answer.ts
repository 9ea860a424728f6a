export interface Answer {
  readonly status: number;
  /** Text goes out as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** A refusal in the REST API's form: a list of one. */
export function refuse(status: number, errorCode: string, message: string): Answer {
  return { status, body: [{ message, errorCode }] };
}

export function notFound(): Answer {
  return refuse(404, 'NOT_FOUND', 'The requested resource does not exist');
}
