import type { Quote, SourceLink } from '../../shared/card.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Evidence } from '../domain/evidence.ts';

/** A reading as the card prints it: exact words, who, when, where; our own notes say whose they are. */
export function quoteOf(file: DealFile, evidence: Evidence): Quote {
  const { id, shown, status, tie } = evidence;
  const author = authorOf(file, evidence);
  return {
    evidenceId: id,
    shown,
    author,
    status,
    source: linkOf(evidence),
    shared: tie.kind === 'shared',
  };
}

export function linkOf(each: Pick<Evidence, 'activityKind' | 'activityId' | 'at'>): SourceLink {
  return { kind: each.activityKind, id: each.activityId, at: each.at };
}

function authorOf(file: DealFile, evidence: Evidence): string {
  const holder =
    file.persons.find((each) => each.id === evidence.personId)?.name ?? 'the buyer’s side';
  if (evidence.status !== 'reported') return holder;
  const noter = file.sellers.find((each) => each.id === evidence.notedBySellerId)?.name;
  return `${holder}, noted by ${noter ?? 'our side'}`;
}
