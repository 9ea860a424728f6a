import {
  Alert,
  Flex,
  Heading,
  List,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { SettingsView } from '../settings-contract.ts';
import { count, COVERAGE_WORDS } from '../words.ts';

type Props = { readonly view: Pick<SettingsView, 'coverage' | 'permissions'> };

export function Coverage({ view: { coverage, permissions } }: Props) {
  return (
    <Flex direction="column" gap="small">
      <Heading>What was read</Heading>
      <Missing permissions={permissions} />
      <Table bordered>
        <TableHead>
          <TableRow>
            <TableHeader>Kind</TableHeader>
            <TableHeader>State</TableHeader>
            <TableHeader>Read</TableHeader>
            <TableHeader>Skipped</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {coverage.map(({ kind, name, state, read, skipped }) => (
            <TableRow key={kind}>
              <TableCell>{name}</TableCell>
              <TableCell>{COVERAGE_WORDS[state]}</TableCell>
              <TableCell>{count(read)}</TableCell>
              <TableCell>{skippedWords(skipped)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}

function Missing({ permissions: { missing, share } }: Pick<SettingsView, 'permissions'>) {
  if (missing.length === 0) return null;
  return (
    <Alert title="Not everything is permitted" variant="info">
      {share !== null && <Text format={{ fontWeight: 'demibold' }}>{share}</Text>}
      <List variant="unordered-styled">
        {missing.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </List>
    </Alert>
  );
}

function skippedWords(skipped: SettingsView['coverage'][number]['skipped']): string {
  const [first] = skipped;
  if (first === undefined) return '–';
  const all = skipped.reduce((sum, each) => sum + each.count, 0);
  const more = skipped.length === 1 ? '' : ' and other reasons';
  return `${count(all)}: ${first.reason}${more}`;
}
