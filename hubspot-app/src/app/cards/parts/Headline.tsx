import { Heading } from '@hubspot/ui-extensions';
import type { Phrase } from '../card-contract.ts';
import { useSay } from '../viewing.ts';

export function Headline({ text }: { readonly text: Phrase }) {
  const say = useSay();
  return <Heading testId="headline">{say.phrase(text)}</Heading>;
}
