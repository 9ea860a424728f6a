import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const PROGRAM = new URL('./worker.ts', import.meta.url).pathname;

/** One worker process, from its start to its death. */
export class WorkerProcess {
  /** False: it died before it could serve. */
  readonly ready: Promise<boolean>;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(
    configFile: string,
    { cache, log }: { readonly cache: string; readonly log: number },
  ) {
    this.#child = spawn(process.execPath, [PROGRAM, configFile], {
      stdio: ['pipe', 'pipe', log],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    this.#ended = once(this.#child, 'exit');
    this.ready = Promise.race([this.#says('ready'), this.#ended.then(() => false)]);
  }

  get lives(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Throws when it has ended without having been told to. */
  assertLives(): void {
    const { exitCode, signalCode } = this.#child;
    if (!this.lives) throw new Error(`A worker ended by itself: ${signalCode ?? exitCode}.`);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.lives) this.#child.kill(signal);
    await this.#ended;
  }

  #says(word: string): Promise<boolean> {
    let said = '';
    return new Promise((resolve) => {
      this.#child.stdout?.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes(word)) resolve(true);
      });
    });
  }
}
