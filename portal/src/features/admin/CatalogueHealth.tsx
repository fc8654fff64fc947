import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '../../components/DataTable';
import { Loaded } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Page';
import { count, seconds, usd } from '../../lib/format';
import { failing, leftAlone, linesOf, STANDINGS, useCatalogue, type Line } from './catalogue';

/** Every deployment, and how it is at this moment. */
export function CatalogueHealth() {
  const { t, i18n } = useTranslation();
  const catalogue = useCatalogue();
  const language = i18n.language;
  const columns = useMemo<TableColumn<Line>[]>(() => {
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
    return [
      {
        id: 'deployment',
        name: t('catalogue.deployment'),
        show: (line) => (
          <>
            {line.id}
            <small>{[line.type, line.region].filter(Boolean).join(', ')}</small>
          </>
        ),
      },
      { id: 'model', name: t('catalogue.model'), show: (line) => line.served },
      { id: 'agreement', name: t('catalogue.agreement'), show: (line) => <Agreement line={line} /> },
      { id: 'standing', name: t('catalogue.standing'), show: (line) => <State line={line} /> },
      { id: 'inFlight', name: t('catalogue.inFlight'), number: true, show: (line) => count(line.in_flight, language) },
      {
        id: 'failed',
        name: t('catalogue.failed'),
        number: true,
        show: (line) => {
          const share = failing(line.recent);
          return share === null ? '–' : t('catalogue.failedOf', { share: percent.format(share), calls: count(line.recent.answered + line.recent.failed, language) });
        },
      },
      { id: 'latency', name: t('catalogue.latency'), number: true, show: (line) => latencyOf(line, language) },
      {
        id: 'price',
        name: t('catalogue.price'),
        number: true,
        show: (line) => `${usd(line.price_usd_per_million.input, language)} / ${usd(line.price_usd_per_million.output, language)}`,
      },
    ];
  }, [language, t]);
  return (
    <Panel title={t('catalogue.deployments')}>
      <Loaded query={catalogue}>
        {(found) => {
          const lines = linesOf(found);
          const alone = leftAlone(lines);
          return (
            <>
              {alone.length > 0 && (
                <div role="status">
                  <Notice tone="warning">{t('catalogue.leftAlone', { names: alone.join(', ') })}</Notice>
                </div>
              )}
              <DataTable label={t('catalogue.deployments')} rows={lines} keyOf={(line) => `${line.served} ${line.id}`} columns={columns} />
              <p className="muted">{t('catalogue.seen', { minutes: found.recent_minutes, version: found.version.slice(0, 19) })}</p>
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function latencyOf(line: Line, language: string): string {
  const millis = line.first_token_ms ?? line.whole_answer_ms;
  return millis === null ? '–' : seconds(millis, language);
}

function Agreement({ line }: { line: Line }) {
  const { t } = useTranslation();
  if (!line.agreement) {
    return <span className="muted">{t('catalogue.noAgreement')}</span>;
  }
  return (
    <>
      {line.agreement.id}
      <small>{t(line.agreement.valid ? 'catalogue.until' : 'catalogue.expired', { day: line.agreement.expires })}</small>
    </>
  );
}

function State({ line }: { line: Line }) {
  const { t, i18n } = useTranslation();
  const state = STANDINGS[line.standing];
  const tone = state === 'closed' ? 'chip' : state === 'probe' ? 'chip plain' : 'chip bad';
  return (
    <>
      <span className={tone}>{t(`catalogue.state.${state}`)}</span>
      {line.pause_ms > 0 && <small>{t('catalogue.pause', { time: seconds(line.pause_ms, i18n.language) })}</small>}
      {!line.room && <small>{t('catalogue.full')}</small>}
    </>
  );
}
