import { Flex, Text } from '@hubspot/ui-extensions';
import { CrmActionLink } from '@hubspot/ui-extensions/crm';
import type { PersonChip } from '../card-contract.ts';
import { CONTACT_TYPE } from '../record-kind.ts';

/** The switch is a field of the CRM, so that it holds wherever the record goes. */
export function DoNotAnalyseTab({ person }: { readonly person: PersonChip }) {
  return (
    <Flex direction="column" gap="small">
      <Text>
        {`To keep ${person.name} out of Attune, set the field “Do not analyse” on the contact to Yes. Attune obeys at the next change, and removes what it held.`}
      </Text>
      <CrmActionLink
        actionType="PREVIEW_OBJECT"
        actionContext={{ objectTypeId: CONTACT_TYPE, objectId: Number(person.id) }}
      >
        Open the contact
      </CrmActionLink>
    </Flex>
  );
}
