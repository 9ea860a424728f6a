import { hubspot } from '@hubspot/ui-extensions';
import { CardView } from './CardView.tsx';

hubspot.extend<'crm.record.tab'>(() => <CardView />);
