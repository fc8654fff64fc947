import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { Tabs } from '../../components/Tabs';
import { useSession } from '../../lib/session';
import { CatalogueHealth } from './CatalogueHealth';
import { Simulator } from './Simulator';

/** What the house's models run on, how that is, and what would become of a request. */
export default function CataloguePage() {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const tabs = [
    { id: 'health', label: t('catalogue.health'), content: <CatalogueHealth />, permission: 'admin.catalogue' },
    { id: 'simulator', label: t('simulator.title'), content: <Simulator />, permission: 'admin.policies' },
  ];
  return (
    <Page title={t('catalogue.title')} text={t('catalogue.text')}>
      <Tabs label={t('catalogue.title')} tabs={tabs.filter((tab) => permissions.has(tab.permission))} />
    </Page>
  );
}
