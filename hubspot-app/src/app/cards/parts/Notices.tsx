import { Text } from '@hubspot/ui-extensions';
import type { Notice } from '../card-contract.ts';
import { useSay } from '../viewing.ts';

const TITLES: Readonly<Record<Notice['kind'], string>> = {
  partial: 'Partly read',
  old_sources: 'Quiet',
  old_reading: 'Not read lately',
  hand_over: 'New to you',
};

/** What to know before trusting the rest; small, so that the next step stays in sight. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const say = useSay();
  return notices.map((notice) => (
    <Text key={notice.kind} variant="microcopy" testId={`notice-${notice.kind}`}>
      <Text inline variant="microcopy" format={{ fontWeight: 'demibold' }}>
        {`${TITLES[notice.kind]}: `}
      </Text>
      {say.phrase(notice.text)}
    </Text>
  ));
}
