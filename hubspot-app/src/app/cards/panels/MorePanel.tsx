import { Panel, PanelBody, Tab, Tabs } from '@hubspot/ui-extensions';
import type { InsightCard } from '../card-contract.ts';
import { CoverageTab } from './CoverageTab.tsx';
import { DoNotAnalyseTab } from './DoNotAnalyseTab.tsx';
import { JourneyTab } from './JourneyTab.tsx';
import { MapTab } from './MapTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';

export function MorePanel({ card }: { readonly card: InsightCard }) {
  return (
    <Panel
      id="attune-more"
      title="More"
      variant="modal"
      width="md"
      aria-label="More about this buyer"
    >
      <PanelBody>
        <Tabs defaultSelected="map">
          <Tab tabId="map" title="Map">
            <MapTab focus={card.focus} map={card.map} persona={card.persona} />
          </Tab>
          <Tab tabId="journey" title="Journey">
            <JourneyTab journey={card.journey} stage={card.stage} until={card.updatedAt} />
          </Tab>
          <Tab tabId="people" title="People">
            <PeopleTab people={card.people} notes={card.groupNotes} />
          </Tab>
          <Tab tabId="coverage" title="Coverage">
            <CoverageTab coverage={card.coverage} />
          </Tab>
          <Tab tabId="do-not-analyse" title="Do not analyse">
            <DoNotAnalyseTab focus={card.focus} />
          </Tab>
        </Tabs>
      </PanelBody>
    </Panel>
  );
}
