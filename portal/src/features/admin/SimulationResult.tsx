import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/DataTable';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Page';
import { count, instant, usd } from '../../lib/format';
import { STANDINGS } from './catalogue';
import type { Simulation } from './simulator';

type Routing = NonNullable<Simulation['routing']>;

/** Why that would become of a request. */
export function SimulationResult({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Panel title={t('simulator.who')}>
        <DataTable
          label={t('simulator.who')}
          rows={simulation.roles}
          keyOf={(row) => row.role}
          columns={[
            { id: 'role', name: t('simulator.role'), show: (row) => row.role },
            { id: 'permits', name: t('simulator.alone'), show: (row) => <span className={row.permits ? 'chip' : 'chip bad'}>{t(row.permits ? 'simulator.yes' : 'simulator.no')}</span> },
            { id: 'why', name: t('simulator.why'), show: (row) => row.message ?? '' },
          ]}
        />
      </Panel>
      {simulation.phi && <Handling phi={simulation.phi} />}
      {simulation.routing && <Places routing={simulation.routing} />}
      {simulation.routing && <Money routing={simulation.routing} limits={simulation.limits} />}
    </div>
  );
}

/** What would become of a request. */
export function Verdict({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation();
  const first = simulation.routing?.candidates[0];
  if (simulation.admitted && first) {
    const { deployment, region, agreement } = first;
    return (
      <Notice tone="info">
        <div className="verdict">
          <strong>{t('simulator.admitted')}</strong>
          <span>{t('simulator.goesTo', { deployment, region: region ?? t('simulator.unknown'), agreement: agreement ?? t('catalogue.noAgreement') })}</span>
        </div>
      </Notice>
    );
  }
  const { refusal } = simulation;
  return (
    <Notice tone="warning">
      <div className="verdict">
        <strong>{t('simulator.refused', { service: simulation.refused_by ?? '' })}</strong>
        {refusal && (
          <span>
            <code>
              {refusal.status} {refusal.code}
            </code>{' '}
            {refusal.message}
          </span>
        )}
      </div>
    </Notice>
  );
}

function Handling({ phi }: { phi: NonNullable<Simulation['phi']> }) {
  const { t } = useTranslation();
  const found = Object.entries(phi.found);
  return (
    <Panel title={t('simulator.handling')}>
      <p>
        {t('simulator.mode')}: <strong>{t(`simulator.modes.${phi.mode}`)}</strong>.{' '}
        {phi.state === 'RAW' ? t('simulator.leavesRaw') : t('simulator.leavesClean')}
      </p>
      {found.length > 0 && (
        <DataTable
          label={t('simulator.handling')}
          rows={found.map(([type, mode]) => ({ type, mode }))}
          keyOf={(row) => row.type}
          columns={[
            { id: 'type', name: t('simulator.type'), show: (row) => t(`phi.type.${row.type as 'NAME'}`) },
            { id: 'mode', name: t('simulator.done'), show: (row) => t(`simulator.modes.${row.mode}`) },
          ]}
        />
      )}
    </Panel>
  );
}

function Places({ routing }: { routing: Routing }) {
  const { t, i18n } = useTranslation();
  const ranked = routing.candidates.map((candidate, index) => ({ ...candidate, place: index + 1 }));
  return (
    <>
      <Panel title={t('simulator.candidates')}>
        <DataTable
          label={t('simulator.candidates')}
          rows={ranked}
          keyOf={(row) => `${row.place}`}
          columns={[
            { id: 'deployment', name: t('catalogue.deployment'), show: (row) => `${row.place}. ${row.deployment}` },
            { id: 'region', name: t('simulator.region'), show: (row) => row.region ?? '–' },
            { id: 'agreement', name: t('catalogue.agreement'), show: (row) => row.agreement ?? '–' },
            { id: 'reason', name: t('simulator.why'), show: (row) => row.reason },
            { id: 'standing', name: t('catalogue.standing'), show: (row) => t(`catalogue.state.${STANDINGS[row.standing]}`) },
            { id: 'score', name: t('simulator.score'), number: true, show: (row) => (row.score === null ? '–' : new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 4 }).format(row.score)) },
          ]}
        />
      </Panel>
      {routing.excluded.length > 0 && (
        <Panel title={t('simulator.excluded')}>
          <DataTable
            label={t('simulator.excluded')}
            rows={routing.excluded}
            keyOf={(row) => `${row.deployment} ${row.reason}`}
            columns={[
              { id: 'deployment', name: t('catalogue.deployment'), show: (row) => row.deployment },
              { id: 'reason', name: t('simulator.why'), show: (row) => row.reason },
            ]}
          />
        </Panel>
      )}
      {routing.policies.length > 0 && (
        <Panel title={t('simulator.policies')}>
          <DataTable
            label={t('simulator.policies')}
            rows={routing.policies}
            keyOf={(row) => row.id}
            columns={[
              { id: 'id', name: t('simulator.policy'), show: (row) => row.id },
              { id: 'effect', name: t('simulator.effect'), show: (row) => <span className={row.effect === 'deny' ? 'chip bad' : 'chip'}>{t(`simulator.effects.${row.effect}`)}</span> },
              { id: 'reason', name: t('simulator.why'), show: (row) => row.reason },
              { id: 'places', name: t('simulator.where'), show: (row) => row.deployments.join(', ') },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

function Money({ routing, limits }: { routing: Routing; limits: Simulation['limits'] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return (
    <Panel title={t('simulator.bounds')}>
      <dl className="facts">
        {routing.hold && (
          <div>
            <dt>{t('simulator.held')}</dt>
            <dd>
              {t('simulator.heldText', { usd: usd(routing.hold.usd, language), tokens: count(routing.hold.max_tokens, language) })}
              {routing.hold.left_usd !== null && ` ${t('simulator.left', { usd: usd(routing.hold.left_usd, language) })}`}
            </dd>
          </div>
        )}
        {routing.budgets.map((budget) => (
          <div key={budget.scope}>
            <dt>{budget.scope}</dt>
            <dd>
              {budget.limit_usd === null
                ? t('simulator.noLimit')
                : t(budget.hard ? 'simulator.hard' : 'simulator.soft', { usd: usd(budget.limit_usd, language), until: instant(budget.end, language) })}
            </dd>
          </div>
        ))}
        {limits.map((limit) => (
          <div key={limit.of}>
            <dt>{t(`simulator.limitOf.${limit.of}`)}</dt>
            <dd>{t('simulator.perMinute', { requests: count(limit.requests_per_minute, language), once: count(limit.concurrency, language) })}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
