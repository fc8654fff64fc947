import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

interface Props {
  label: string;
  tabs: { id: string; label: string; content: ReactNode }[];
}

/** Parts of a page of which one is shown. */
export function Tabs({ label, tabs }: Props) {
  return (
    <AriaTabs className="tabs">
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="stack">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
