import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { DataTable } from '../../components/DataTable';
import { Field, Select } from '../../components/Fields';
import { Loaded, Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { data, request } from '../../lib/api';
import { save } from '../../lib/download';
import { count, day, shortSubject, timeZone } from '../../lib/format';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';

const DayChart = lazy(() => import('./DayChart'));

const GROUPS = ['day', 'team', 'model', 'user'] as const;

/** How many identifiers of patients were masked, by type. */
export default function PhiPage() {
  const { t, i18n } = useTranslation();
  const { api } = useSession();
  const language = i18n.language;
  const [from, setFrom] = useState(() => day(new Date(new Date().getFullYear(), new Date().getMonth(), 1)));
  const [to, setTo] = useState(() => day(new Date()));
  const [group, setGroup] = useState<(typeof GROUPS)[number]>('team');
  const range = { from, to, time_zone: timeZone() };
  const nameOf = (type: string) => (i18n.exists(`phi.type.${type}`) ? t(`phi.type.${type as 'NAME'}`) : type);
  const daily = useQuery({ queryKey: ['phi', from, to, 'day'], queryFn: () => data(api.usage.GET('/v1/usage/phi', { params: { query: { ...range, group_by: 'day' } } })) });
  const grouped = useQuery({ queryKey: ['phi', from, to, group], queryFn: () => data(api.usage.GET('/v1/usage/phi', { params: { query: { ...range, group_by: group } } })) });
  const download = useMutation({
    mutationFn: async () => save(await (await request(api.caller, `/v1/usage/phi/export?${new URLSearchParams({ ...range, group_by: group })}`)).blob(), `phi-${from}-${to}.csv`),
  });
  return (
    <Page
      title={t('phiPage.title')}
      text={t('phiPage.text')}
      actions={
        <Button onPress={() => download.mutate()} isDisabled={download.isPending}>
          <Download aria-hidden="true" />
          {t('phiPage.export')}
        </Button>
      }
    >
      <div className="filters">
        <Field label={t('usage.from')} type="date" value={from} onChange={setFrom} />
        <Field label={t('usage.to')} type="date" value={to} onChange={setTo} />
        <Select label={t('usage.by')} value={group} onChange={(chosen) => setGroup(chosen as typeof group)} choices={GROUPS.map((id) => ({ id, label: t(`usage.${id}`) }))} />
      </div>
      {download.isError && <Notice tone="error">{explain(download.error)}</Notice>}
      <Loaded query={daily}>
        {({ rows, total }) => (
          <>
            <dl className="figures">
              {(['identifiers', 'withIdentifiers', 'requests', 'raw'] as const).map((figure) => (
                <div key={figure}>
                  <dt>{t(`phiPage.${figure}`)}</dt>
                  <dd>{count(total[figure], language)}</dd>
                </div>
              ))}
            </dl>
            {rows.length > 0 && (
              <Panel title={t('phiPage.chart')}>
                <Suspense fallback={<Loading />}>
                  <DayChart
                    label={t('phiPage.chart')}
                    amounts={rows.map((row) => ({ day: row.day ?? '', name: nameOf(row.type), value: row.identifiers }))}
                    show={(value) => count(value, language)}
                    whole
                  />
                </Suspense>
              </Panel>
            )}
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
