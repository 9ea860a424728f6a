import type { VirtualClock } from './virtual-clock.ts';

type Method = (...args: readonly unknown[]) => unknown;

/** The same object, whose asynchronous methods keep the virtual clock from jumping while they run. */
export function tracked<Part extends object>(part: Part, clock: VirtualClock): Part {
  return new Proxy(part, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      // A store's methods take what they declare; the proxy only passes it on.
      const method = value.bind(target) as Method;
      return (...args: readonly unknown[]) => {
        const result = method(...args);
        return result instanceof Promise ? clock.working(() => result) : result;
      };
    },
  });
}
