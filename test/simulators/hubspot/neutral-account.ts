import type { CrmRecord } from '../../../server/crm/records.ts';
import type { StoryAccount } from './load-stories.ts';
import { neutralRecords } from './neutral-records.ts';

/** A whole account of stories as the adapter would hand it over: sellers and stages first, then what happened. */
export function neutralAccount(account: StoryAccount): readonly CrmRecord[] {
  const companies = companiesOf(account);
  const told = [...neutralRecords(account.records)].map((record) =>
    record.kind === 'contact'
      ? { ...record, companyIds: companies.get(record.id) ?? record.companyIds }
      : record,
  );
  return [...account.owners.map(toOwner), ...account.pipelines.map(toPipeline), ...told];
}

/** Generated companies name their people, and not the other way round. */
function companiesOf({ stories }: StoryAccount): ReadonlyMap<string, string[]> {
  return new Map(
    stories.flatMap(({ company, people }) =>
      Object.values(people).map((personId) => [personId, [company]] as const),
    ),
  );
}

function toOwner({ id, email, updatedAt, ...owner }: StoryAccount['owners'][number]): CrmRecord {
  const name = `${owner.firstName} ${owner.lastName}`;
  const userId = String(owner.userId);
  return { kind: 'owner', id, updatedAt, archived: false, teamIds: [], name, email, userId };
}

function toPipeline({
  id,
  label,
  updatedAt,
  stages,
}: StoryAccount['pipelines'][number]): CrmRecord {
  return {
    ...{ kind: 'pipeline', id, label, updatedAt, archived: false },
    stages: stages.map((stage) => ({
      ...{ id: stage.id, label: stage.label, closed: outcomeOf(stage.metadata) },
    })),
  };
}

function outcomeOf(metadata: Readonly<Record<string, string>>): 'won' | 'lost' | null {
  if (metadata['isClosed'] !== 'true') return null;
  return metadata['probability'] === '1.0' ? 'won' : 'lost';
}
