import { hubspot } from '@hubspot/ui-extensions';
import { SettingsPageView } from './SettingsPageView.tsx';

hubspot.extend<'settings'>(() => <SettingsPageView />);
