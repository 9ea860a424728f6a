import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from './free-port.ts';

export interface TestRedis {
  readonly url: string;
  /** Everything is gone, as after a crash without persistence. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A Redis of its own on a free port, that writes nothing to disk. The shell between us and it sees our end of its input
 * close when we end, however we end, and stops it.
 */
export async function startRedis(): Promise<TestRedis> {
  const port = await findFreePort();
  const command = `redis-server --port ${port} --bind 127.0.0.1 --save "" --dir /tmp & read _; kill $!; wait`;
  const shell = spawn('/bin/sh', ['-c', command], { stdio: ['pipe', 'ignore', 'ignore'] });
  await untilAnswering(port);
  return { url: `redis://127.0.0.1:${port}`, flush: () => flush(port), stop: () => stop(shell) };
}

function flush(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.toString() === '+OK\r\n') resolve();
      else reject(new Error(`Redis would not flush: ${answer.toString()}`));
    });
  });
}

async function stop(shell: ChildProcess): Promise<void> {
  const ended = once(shell, 'exit');
  shell.stdin?.end();
  await ended;
}

async function untilAnswering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await answers(port)) return;
    await sleep(25);
  }
  throw new Error(`redis-server does not answer on port ${port}.`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
