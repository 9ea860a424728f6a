import { z } from 'zod';
import type { ControlDesk } from '../http/reception.ts';
import type { StandInControl } from './portal-control.ts';
import { invalid, notFound, ok } from '../serve/answer.ts';
import type { Answer } from '../serve/answer.ts';

/**
 * `POST /_control/{verb}` with `{"portal"?: id, "args": […]}` calls the stand-in's own method of that name, for runs in
 * which it is a process of its own. Answers `{"result": …}`. No real HubSpot has anything like it.
 */
const PORTAL_VERBS = [
  'issueAccessToken',
  'revokeTokens',
  'expireAccessTokens',
  'rotateRefreshToken',
  'setGrantedScopes',
  'setInstaller',
  'putUser',
  'setDailyLimit',
  'addRule',
  'clearRules',
  'putRecord',
  'getRecord',
  'recordsOf',
  'deleteRecord',
  'restoreRecord',
  'mergeRecords',
  'gdprDelete',
  'associate',
  'dissociate',
  'putThread',
  'deleteThread',
  'putForm',
  'submitForm',
  'deleteSubmission',
] as const;

const Body = z.object({ portal: z.string().optional(), args: z.array(z.unknown()).default([]) });

/** What JSON cannot carry as it is. */
const At = z.object({ at: z.coerce.date() }).partial();
const FaultOverJson = z.looseObject({ path: z.string().optional() });

type Verb = (args: readonly unknown[]) => unknown;

export function createControlDesk(
  standIn: StandInControl,
  setClock: ((now: Date) => void) | null,
): ControlDesk {
  const verbs = wholeVerbs(standIn, setClock);
  return async (incoming) => {
    const verb = incoming.path.slice('/_control/'.length);
    const body = Body.safeParse(incoming.method === 'GET' ? {} : incoming.body);
    if (!body.success) return invalid(body.error.message);
    const { args, portal } = body.data;
    const whole = verbs[verb];
    if (whole !== undefined) return answer(await whole(args));
    const name = PORTAL_VERBS.find((each) => each === verb);
    if (name === undefined) return notFound(`No control ${verb}.`);
    const control = portal === undefined ? standIn : standIn.portal(portal);
    // The verb is one of the control's own methods; what it is given is the test's own matter.
    const method = control[name].bind(control) as (...given: readonly unknown[]) => unknown;
    return answer(method(...args.map(readable)));
  };
}

function wholeVerbs(
  standIn: StandInControl,
  setClock: ((now: Date) => void) | null,
): Readonly<Record<string, Verb>> {
  // Faults and addresses come from the test that owns this process.
  return {
    ledger: () => standIn.ledger.summary(),
    ledgerEntries: () => standIn.ledger.entries,
    clearLedger: () => {
      standIn.ledger.clear();
    },
    queueFault: ([fault]) => {
      standIn.queueFault(withPath(fault) as Parameters<typeof standIn.queueFault>[0]); // see above
    },
    setRandomFaults: ([faults]) => {
      const given = faults === null ? null : withPath(faults);
      standIn.setRandomFaults(given as Parameters<typeof standIn.setRandomFaults>[0]); // see above
    },
    sendWebhooksTo: ([url]) => {
      standIn.sendWebhooksTo(z.string().nullable().parse(url));
    },
    settleWebhooks: () => standIn.settleWebhooks(),
    setClock: ([now]) => {
      setClock?.(z.coerce.date().parse(now));
    },
  };
}

function withPath(fault: unknown): object {
  const { path, ...rest } = FaultOverJson.parse(fault);
  return path === undefined ? rest : { ...rest, path: new RegExp(path) };
}

/** An edit's moment becomes a date again. */
function readable(argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null || !('at' in argument)) return argument;
  return { ...argument, ...At.parse(argument) };
}

function answer(result: unknown): Answer {
  const isList = typeof result === 'object' && result !== null && Symbol.iterator in result;
  // Records come as an iterable.
  return ok({ result: isList ? [...(result as Iterable<unknown>)] : (result ?? null) });
}
