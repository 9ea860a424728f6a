import { Flex, Heading, List, Text } from '@hubspot/ui-extensions';
import type { GroupMember, Phrase } from '../card-contract.ts';
import { describeNeed } from '../describe.ts';
import { useSay } from '../viewing.ts';
import { ROLE_WORDS } from '../words.ts';

type Props = { readonly people: readonly GroupMember[]; readonly notes: readonly Phrase[] };

/** The buying group: needs per person, who pulls apart, which roles nobody fills. */
export function PeopleTab({ people, notes }: Props) {
  const say = useSay();
  return (
    <Flex direction="column" gap="medium">
      {people.map((member) => (
        <Member key={member.person.id} member={member} />
      ))}
      {notes.length > 0 && <Heading>As a group</Heading>}
      {notes.length > 0 && (
        <List variant="unordered-styled">
          {notes.map((note, place) => (
            <Text key={place}>{say.phrase(note)}</Text>
          ))}
        </List>
      )}
    </Flex>
  );
}

function Member({ member: { person, drivers, lastHeardAt } }: { readonly member: GroupMember }) {
  const say = useSay();
  const who = [person.title, person.role && ROLE_WORDS[person.role]].filter(Boolean).join(', ');
  const heard = lastHeardAt === null ? 'not heard from yet' : `last heard ${say.ago(lastHeardAt)}`;
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{person.name}</Text>
      <Text variant="microcopy">{[who, heard].filter(Boolean).join(' · ')}</Text>
      {drivers.map((need) => (
        <Text key={`${need.driver}-${need.pole}`}>{describeNeed(need)}</Text>
      ))}
    </Flex>
  );
}
