import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/usage.generated';
import { DataTable, type TableColumn } from '../../components/DataTable';
import { Loaded } from '../../components/Loading';
import { MenuButton } from '../../components/MenuButton';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { data } from '../../lib/api';
import { count, shortSubject, usd } from '../../lib/format';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { DayPanel } from './DayPanel';
import { Figures } from './Figures';
import { useScope } from './scope';
import { ScopeFields } from './ScopeFields';
import { useDownload } from './useDownload';

type Totals = components['schemas']['Totals'];

const EXPORTS = { csv: 'exportCsv', parquet: 'exportParquet', ndjson: 'exportNdjson' } as const;

const tokensIn = ({ tokens }: Totals) => tokens.input + tokens.cachedInput + tokens.cacheWrite;
const tokensOut = ({ tokens }: Totals) => tokens.output + tokens.reasoning;

/** What was used and what it cost, one's own or, for administrators, everybody's. */
export default function UsagePage() {
  const { t, i18n } = useTranslation();
  const { api, administers } = useSession();
  const scope = useScope(administers ? 'team' : 'day');
  const { from, to, group, range } = scope;
  const daily = useQuery({
    queryKey: ['usage', from, to, 'day,model'],
    queryFn: () => data(api.usage.GET('/v1/usage', { params: { query: { ...range, group_by: 'day,model' } } })),
  });
  const grouped = useQuery({
    queryKey: ['usage', from, to, group],
    queryFn: () => data(api.usage.GET('/v1/usage', { params: { query: { ...range, group_by: group } } })),
  });
  const download = useDownload();
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
      { id: 'in', name: t('usage.tokensIn'), number: true, show: (row) => count(tokensIn(row), i18n.language) },
      { id: 'out', name: t('usage.tokensOut'), number: true, show: (row) => count(tokensOut(row), i18n.language) },
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
      <ScopeFields scope={scope} />
      {download.isError && <Notice tone="error">{explain(download.error)}</Notice>}
      <Loaded query={daily}>
        {({ rows, total }) => (
          <>
            <Figures
              figures={[
                { name: t('usage.cost'), value: usd(total.costUsd, i18n.language) },
                { name: t('usage.requests'), value: count(total.requests, i18n.language) },
                { name: t('usage.tokensIn'), value: count(tokensIn(total), i18n.language) },
                { name: t('usage.tokensOut'), value: count(tokensOut(total), i18n.language) },
              ]}
            />
            <DayPanel
              label={t('usage.chart')}
              amounts={rows.map((row) => ({ day: row.day ?? '', name: row.model ?? '', value: Number(row.costUsd) }))}
              show={(cost) => usd(cost, i18n.language)}
            />
          </>
        )}
      </Loaded>
      <Panel title={t('usage.list')}>
        <Loaded query={grouped}>{(report) => <DataTable label={t('usage.list')} rows={report.rows} keyOf={(row) => String(row[group])} columns={columns} />}</Loaded>
      </Panel>
    </Page>
  );
}
