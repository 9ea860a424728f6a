import type { Topic } from '../../shared/vocabulary.ts';
import { createSieve } from './sieve/sieve.ts';

/** What words of the buyer are about, by topic. Over normalised sentences. */
export type TopicSigns = Readonly<Record<Topic, RegExp>>;

/** Topics of normalised sentences, in the glossary's order. */
export type TopicsOf = (normals: readonly string[]) => readonly Topic[];

export function createTopics(signs: TopicSigns): TopicsOf {
  const topics = Object.entries(signs);
  const topicsFor = createSieve(topics, ([, sign]) => [sign]);
  return (normals) => {
    const found = new Set(
      normals.flatMap((normal) => topicsFor(normal).filter(([, sign]) => sign.test(normal))),
    );
    return topics
      .filter((topic) => found.has(topic))
      .map(
        // Object.entries forgets the key's type; the signs have exactly the topics as keys.
        ([topic]) => topic as Topic,
      );
  };
}
