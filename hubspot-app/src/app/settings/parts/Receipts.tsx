import {
  Accordion,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@hubspot/ui-extensions';
import type { SettingsView } from '../settings-contract.ts';
import { moment } from '../words.ts';

type Props = { readonly view: Pick<SettingsView, 'receipts' | 'timeZone'> };

/** What was skipped and why, record by record: the newest. */
export function Receipts({ view: { receipts, timeZone } }: Props) {
  if (receipts.length === 0) return null;
  return (
    <Accordion title={`Receipts: what was skipped, and why (${receipts.length})`} size="sm">
      <Table bordered>
        <TableHead>
          <TableRow>
            <TableHeader>When</TableHeader>
            <TableHeader>What</TableHeader>
            <TableHeader>Why</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {receipts.map(({ kind, recordId, reason, at }) => (
            <TableRow key={`${kind} ${recordId ?? ''} ${reason}`}>
              <TableCell>{moment(at, timeZone)}</TableCell>
              <TableCell>{recordId === null ? kind : `${kind} ${recordId}`}</TableCell>
              <TableCell>{reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Accordion>
  );
}
