import { hubspot } from '@hubspot/ui-extensions';
import { CardView } from './CardView.tsx';

hubspot.extend<'crm.preview'>(() => <CardView />);
