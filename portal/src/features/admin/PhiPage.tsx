import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { DataTable } from '../../components/DataTable';
import { Loaded } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { data } from '../../lib/api';
import { count, shortSubject } from '../../lib/format';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { DayPanel } from './DayPanel';
import { Figures } from './Figures';
import { useScope } from './scope';
import { ScopeFields } from './ScopeFields';
import { useDownload } from './useDownload';

/** How many identifiers of patients were masked, by type. */
export default function PhiPage() {
  const { t, i18n } = useTranslation();
  const { api } = useSession();
  const language = i18n.language;
  const scope = useScope('team');
  const { from, to, group, range } = scope;
  const nameOf = (type: string) => (i18n.exists(`phi.type.${type}`) ? t(`phi.type.${type as 'NAME'}`) : type);
  const daily = useQuery({ queryKey: ['phi', from, to, 'day'], queryFn: () => data(api.usage.GET('/v1/usage/phi', { params: { query: { ...range, group_by: 'day' } } })) });
  const grouped = useQuery({ queryKey: ['phi', from, to, group], queryFn: () => data(api.usage.GET('/v1/usage/phi', { params: { query: { ...range, group_by: group } } })) });
  const download = useDownload();
  const file = { path: `/v1/usage/phi/export?${new URLSearchParams({ ...range, group_by: group })}`, name: `phi-${from}-${to}.csv` };
  return (
    <Page
      title={t('phiPage.title')}
      text={t('phiPage.text')}
      actions={
        <Button onPress={() => download.mutate(file)} isDisabled={download.isPending}>
          <Download aria-hidden="true" />
          {t('phiPage.export')}
        </Button>
      }
    >
      <ScopeFields scope={scope} />
      {download.isError && <Notice tone="error">{explain(download.error)}</Notice>}
      <Loaded query={daily}>
        {({ rows, total }) => (
          <>
            <Figures figures={(['identifiers', 'withIdentifiers', 'requests', 'raw'] as const).map((figure) => ({ name: t(`phiPage.${figure}`), value: count(total[figure], language) }))} />
            <DayPanel
              label={t('phiPage.chart')}
              amounts={rows.map((row) => ({ day: row.day ?? '', name: nameOf(row.type), value: row.identifiers }))}
              show={(value) => count(value, language)}
              whole
            />
          </>
        )}
      </Loaded>
      <Panel title={t('phiPage.list')}>
        <Loaded query={grouped}>
          {({ rows }) => (
            <DataTable
              label={t('phiPage.list')}
              rows={rows}
              keyOf={(row) => `${row[group]} ${row.type}`}
              columns={[
                { id: 'group', name: t(`usage.${group}`), show: (row) => (group === 'user' ? shortSubject(row.user ?? '') : row[group]) },
                { id: 'type', name: t('phiPage.type'), show: (row) => nameOf(row.type) },
                { id: 'identifiers', name: t('phiPage.identifiers'), number: true, show: (row) => count(row.identifiers, language) },
                { id: 'requests', name: t('phiPage.inRequests'), number: true, show: (row) => count(row.requests, language) },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
