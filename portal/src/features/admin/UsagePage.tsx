import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/usage.generated';
import { DataTable, type TableColumn } from '../../components/DataTable';
import { Field, Select } from '../../components/Fields';
import { Loaded, Loading } from '../../components/Loading';
import { MenuButton } from '../../components/MenuButton';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { data, request } from '../../lib/api';
import { save } from '../../lib/download';
import { count, day, shortSubject, timeZone, usd } from '../../lib/format';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';

const DayChart = lazy(() => import('./DayChart'));

type Totals = components['schemas']['Totals'];

const GROUPS = ['day', 'team', 'user', 'model'] as const;
const EXPORTS = { csv: 'exportCsv', parquet: 'exportParquet', ndjson: 'exportNdjson' } as const;

function firstOfMonth(): string {
  const now = new Date();
  return day(new Date(now.getFullYear(), now.getMonth(), 1));
}

/** What was used and what it cost, one's own or, for administrators, everybody's. */
export default function UsagePage() {
  const { t, i18n } = useTranslation();
  const { api, administers } = useSession();
  const [from, setFrom] = useState(firstOfMonth);
  const [to, setTo] = useState(() => day(new Date()));
  const [group, setGroup] = useState<(typeof GROUPS)[number]>(administers ? 'team' : 'day');
  const range = { from, to, time_zone: timeZone() };
  const daily = useQuery({
    queryKey: ['usage', from, to, 'day,model'],
    queryFn: () => data(api.usage.GET('/v1/usage', { params: { query: { ...range, group_by: 'day,model' } } })),
  });
  const grouped = useQuery({
    queryKey: ['usage', from, to, group],
    queryFn: () => data(api.usage.GET('/v1/usage', { params: { query: { ...range, group_by: group } } })),
  });
  const download = useMutation({
    mutationFn: async ({ path, name }: { path: string; name: string }) => save(await (await request(api.caller, path)).blob(), name),
  });
  const zone = `time_zone=${encodeURIComponent(range.time_zone)}`;
  const exports = Object.entries(EXPORTS).map(([format, name]) => ({
    id: format,
    label: t(`usage.${name}`),
    onAction: () => download.mutate({ path: `/v1/usage/export?format=${format}&from=${from}&to=${to}&${zone}`, name: `usage-${from}-${to}.${format}` }),
  }));
  const month = to.slice(0, 7);
  const chargeback = { id: 'chargeback', label: t('usage.chargeback'), onAction: () => download.mutate({ path: `/v1/usage/chargeback?month=${month}&${zone}`, name: `chargeback-${month}.csv` }) };

  const columns = useMemo<TableColumn<Totals>[]>(
    () => [
      { id: group, name: t(`usage.${group}`), show: (row) => (group === 'user' ? shortSubject(row.user ?? '') : row[group]) },
      { id: 'requests', name: t('usage.requests'), number: true, show: (row) => count(row.requests, i18n.language) },
      { id: 'errors', name: t('usage.errors'), number: true, show: (row) => count(row.errors, i18n.language) },
      { id: 'in', name: t('usage.tokensIn'), number: true, show: (row) => count(row.tokens.input + row.tokens.cachedInput + row.tokens.cacheWrite, i18n.language) },
      { id: 'out', name: t('usage.tokensOut'), number: true, show: (row) => count(row.tokens.output + row.tokens.reasoning, i18n.language) },
      { id: 'cost', name: t('usage.cost'), number: true, show: (row) => usd(row.costUsd, i18n.language) },
    ],
    [group, i18n.language, t],
  );

  return (
    <Page
      title={t('usage.title')}
      text={administers ? t('usage.all') : t('usage.own')}
      actions={
        administers && (
          <MenuButton label={t('usage.export')} className="button secondary medium" actions={[...exports, chargeback]}>
            <Download aria-hidden="true" />
            {t('usage.export')}
          </MenuButton>
        )
      }
    >
      <div className="filters">
        <Field label={t('usage.from')} type="date" value={from} onChange={setFrom} />
        <Field label={t('usage.to')} type="date" value={to} onChange={setTo} />
        <Select label={t('usage.by')} value={group} onChange={(chosen) => setGroup(chosen as typeof group)} choices={GROUPS.map((id) => ({ id, label: t(`usage.${id}`) }))} />
      </div>
      {download.isError && <Notice tone="error">{explain(download.error)}</Notice>}
      <Loaded query={daily}>
        {(report) => (
          <>
            <dl className="figures">
              <div>
                <dt>{t('usage.cost')}</dt>
                <dd>{usd(report.total.costUsd, i18n.language)}</dd>
              </div>
              <div>
                <dt>{t('usage.requests')}</dt>
                <dd>{count(report.total.requests, i18n.language)}</dd>
              </div>
              <div>
                <dt>{t('usage.tokensIn')}</dt>
                <dd>{count(report.total.tokens.input + report.total.tokens.cachedInput + report.total.tokens.cacheWrite, i18n.language)}</dd>
              </div>
              <div>
                <dt>{t('usage.tokensOut')}</dt>
                <dd>{count(report.total.tokens.output + report.total.tokens.reasoning, i18n.language)}</dd>
              </div>
            </dl>
            {report.rows.length > 0 && (
              <Panel title={t('usage.chart')}>
                <Suspense fallback={<Loading />}>
                  <DayChart
                    label={t('usage.chart')}
                    amounts={report.rows.map((row) => ({ day: row.day ?? '', name: row.model ?? '', value: Number(row.costUsd) }))}
                    show={(cost) => usd(cost, i18n.language)}
                  />
                </Suspense>
              </Panel>
            )}
          </>
        )}
      </Loaded>
      <Panel title={t('usage.list')}>
        <Loaded query={grouped}>{(report) => <DataTable label={t('usage.list')} rows={report.rows} keyOf={(row) => String(row[group])} columns={columns} />}</Loaded>
      </Panel>
    </Page>
  );
}
