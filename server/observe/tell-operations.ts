/** Something that whoever runs Attune may want to know at once. Ids and times, nothing else. */
export interface OperationsEvent {
  readonly event: 'reconnect_needed';
  readonly tenantId: string;
  readonly at: string;
}

export type TellOperations = (event: OperationsEvent) => Promise<void>;

const PATIENCE_MS = 5_000;

/** One attempt: it is a courtesy beside /health and /metrics, which stay true. Null: nobody wants to be told. */
export function createTellOperations(
  url: string | null,
  report: (error: unknown) => void,
): TellOperations {
  if (url === null) return () => Promise.resolve();
  return async (event) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(event),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!answer.ok) throw new Error(`The operations webhook answered ${answer.status}.`);
    } catch (error) {
      report(error);
    }
  };
}
