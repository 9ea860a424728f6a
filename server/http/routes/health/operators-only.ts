import { timingSafeEqual, createHash } from 'node:crypto';
import { AppError } from '../../../../shared/errors.ts';
import type { Route, RouteRequest } from '../../route.ts';

/** A proxy in front of us calls from this machine, too; it says for whom. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * For callers on this very machine, and for those who know the token. To all others there is nothing at this address.
 * Null: there is no token.
 */
export function operatorsOnly(route: Route, token: string | null): Route {
  return {
    ...route,
    handle(request) {
      if (isLocal(request) || knowsToken(request, token)) return route.handle(request);
      throw new AppError('record_unknown', 'There is nothing at this address.', {
        recovery: 'skip',
      });
    },
  };
}

function isLocal({ remoteAddress, raw }: RouteRequest): boolean {
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(remoteAddress);
  return isLoopback && FORWARDED.every((name) => raw.header(name) === undefined);
}

function knowsToken({ raw }: RouteRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(raw.header('authorization') ?? '')?.[1];
  return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

/** Of one length, so that they can be compared in constant time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
