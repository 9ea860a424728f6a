import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Asked, type AskWish } from './ask-cards.ts';

export interface Asker {
  ask(wish: AskWish): Promise<Asked>;
  close(): Promise<void>;
}

export function startAsker(): Asker {
  const child = fork(path.join(import.meta.dirname, 'asker.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  return {
    ask: async (wish) => {
      const answered = once(child, 'message');
      child.send(wish);
      const [answer] = await Promise.race([answered, gone.then(() => ['The asker has ended.'])]);
      return Asked.parse(answer);
    },
    close: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
