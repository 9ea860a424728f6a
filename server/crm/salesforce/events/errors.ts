import { Metadata, status } from '@grpc/grpc-js';
import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Trouble } from './listening.ts';

/** As gRPC throws it; Salesforce's own word stands in a trailer (Pub/Sub API, "Handle Errors"; read 2026-11-23). */
const Refused = z.object({ code: z.int(), metadata: z.instanceof(Metadata) });

/** "…fetch.replayid.corrupted" is also what an id past its 72 hours is called. */
const REPLAY_ID = /\.fetch\.replayid\./;

export function troubleOf(error: unknown): Trouble {
  if (error instanceof AppError) return error.recovery === 'reauthorize' ? 'withdrawn' : 'failed';
  const refused = Refused.safeParse(error).data;
  if (refused === undefined) return 'failed';
  if (refused.code === status.UNAUTHENTICATED.valueOf()) return 'refused';
  const words = refused.metadata.get('error-code').map(String);
  return words.some((word) => REPLAY_ID.test(word)) ? 'lost_place' : 'failed';
}
