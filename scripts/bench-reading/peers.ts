import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';

/** Reads a text as far as the peer does: one number for good or bad, without a person, a need or a quote. */
export type Peer = (text: string) => number;

/** The sentiment of two well-kept libraries, as yardsticks of speed. Opened before anything is timed. */
export function openPeers(): Readonly<Record<'vader' | 'wink', Peer>> {
  const nlp = winkNlp(model);
  return {
    vader: (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound,
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the library knows its own function again by identity
    wink: (text) => Number(nlp.readDoc(text).out(nlp.its.sentiment)),
  };
}
