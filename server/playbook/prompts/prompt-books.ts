import type { Driver } from '../../../shared/vocabulary.ts';
import { alignment } from './alignment.ts';
import { beingHeard } from './being-heard.ts';
import { certainty } from './certainty.ts';
import { continuity } from './continuity.ts';
import { control } from './control.ts';
import { ease } from './ease.ts';
import { fairness } from './fairness.ts';
import { progress } from './progress.ts';
import type { PromptBook } from './prompt-book.ts';
import { recognition } from './recognition.ts';
import { relief } from './relief.ts';
import { safety } from './safety.ts';
import { trust } from './trust.ts';

export const PROMPT_BOOKS: Readonly<Record<Driver, PromptBook>> = {
  certainty,
  safety,
  trust,
  control,
  ease,
  relief,
  progress,
  recognition,
  alignment,
  fairness,
  continuity,
  being_heard: beingHeard,
};
