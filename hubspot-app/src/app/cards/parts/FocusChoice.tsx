import { Dropdown } from '@hubspot/ui-extensions';
import type { Focus } from '../card-contract.ts';
import { clip, labelPerson } from '../describe.ts';
import { useViewing, type Viewing } from '../viewing.ts';

type Props = { readonly focus: Focus; readonly onChoose: (choice: string) => void };

/** On a deal the person is chosen, on a contact or a company the deal. */
export function choosesPerson({ choices }: Focus, { chooses }: Viewing): boolean {
  return choices.length > 1 && chooses === 'person';
}

/** "Dana Whitlock · champion" or "In: Platform migration"; nothing where there is no choice. */
export function FocusChoice({ focus, onChoose }: Props) {
  const viewing = useViewing();
  if (focus.choices.length < 2) return null;
  const label = choosesPerson(focus, viewing)
    ? labelPerson(focus.person)
    : clip(`In: ${focus.choices.find(({ chosen }) => chosen)?.label ?? 'another deal'}`);
  return (
    <Dropdown variant="transparent" buttonSize="xs" buttonText={label} testId="focus-choice">
      {focus.choices.map((choice) => (
        <Dropdown.ButtonItem key={choice.key} onClick={() => onChoose(choice.key)}>
          {choice.label}
        </Dropdown.ButtonItem>
      ))}
    </Dropdown>
  );
}
