import { useEffect, useState } from 'react';
import type { Receipts } from '../../shared/api/sandbox/get-receipts.ts';
import { getReceipts, type Viewer } from '../page/sandbox-client.ts';
import { SettingsDialog } from './SettingsDialog.tsx';

type Props = {
  readonly viewers: readonly Viewer[];
  readonly viewer: Viewer;
  readonly onLookAs: (viewer: Viewer) => void;
};

/** The settings are the admins' own page; the room of sales ops comes later, and what they would ask first is answered here. */
export function LookAround({ viewers, viewer, onLookAs }: Props) {
  return (
    <article>
      <h2>Look as sales ops or admin</h2>
      <p>
        Which rule held? Open <em>Why</em>. What was read? Open <em>More</em>, then{' '}
        <em>Coverage</em>. Who sees what? Look as somebody else:
      </p>
      <label className="look-as">
        <span>Look as</span>
        <select
          value={viewer.userId}
          data-testid="viewer"
          onChange={(event) => {
            const chosen = viewers.find((each) => each.userId === event.target.value);
            if (chosen !== undefined) onLookAs(chosen);
          }}
        >
          {viewers.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <SettingsDialog />
      <ReceiptLines />
    </article>
  );
}

function ReceiptLines() {
  const [receipts, setReceipts] = useState<Receipts['receipts']>([]);
  useEffect(() => {
    getReceipts().then(
      (found) => setReceipts(found.receipts),
      () => undefined,
    );
  }, []);
  if (receipts.length === 0) return null;
  return (
    <details className="receipts">
      <summary>What the night skipped, and why ({receipts.length})</summary>
      <ul>
        {receipts.map(({ kind, recordId, reason }, place) => (
          <li key={place}>
            <span>{recordId === null ? kind : `${kind} ${recordId}`}</span> {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
