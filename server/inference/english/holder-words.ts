import type { HolderWords } from '../holder.ts';

const OPINION_VERB =
  "(?:thinks?|thought|feels?|felt|says?|said|wants?|wanted|prefers?|is|was|'s|fears?|worries|worried|doesn't|does not|can't|cannot|won't|will not|finds?|found|would|needs?|believes?|sees?|called|calls|asked|asks|told|likes?|loves?|hates?|has|trusts?|insists?|keeps?|still|refuses)";

export const HOLDER_WORDS: HolderWords = {
  opines: new RegExp(`^(?:'s)?,?(?: \\S+){0,2}? ${OPINION_VERB}\\b`, 'u'),
  pronounOpines: new RegExp(`^\\W*(?:and |but |so )?(?:he|she) ${OPINION_VERB}\\b`, 'u'),
  firstPerson: /\b(?:i|my|me|i'\w+|myself|and we)\b/u,
};
