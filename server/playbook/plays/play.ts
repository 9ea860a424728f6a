import type { Driver, Pole, Stage } from '../../../shared/vocabulary.ts';

/** A next step that fits a stage and a need. Content: what to do, why it is kind, what it needs. */
export interface Play {
  readonly id: string;
  readonly stage: Stage;
  readonly driver: Driver;
  readonly pole: Pole;
  /** What to do, for the rep; may use the slots of fill-template.ts. */
  readonly title: string;
  /** Why it is kind, after a fact of this deal: at most 64 characters. */
  readonly because: string;
  /** What the rep must have at hand. */
  readonly needs: string;
  readonly action: 'task' | 'email' | 'meeting';
  /** Set when it is for those who want to see for themselves instead of hearing it again. */
  readonly toShow: boolean;
}

type Row = readonly [
  driver: Driver,
  action: Play['action'],
  title: string,
  because: string,
  needs: string,
];

/** The plays of one stage and pole, written as rows. */
export function playsOf(stage: Stage, pole: Pole, rows: readonly Row[]): readonly Play[] {
  return rows.map(([driver, action, title, because, needs]) => ({
    id: `${stage}.${driver}.${pole}`,
    stage,
    driver,
    pole,
    title,
    because,
    needs,
    action,
    toShow: false,
  }));
}
