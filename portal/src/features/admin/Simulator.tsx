import { useMutation, useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Field, Select, Switch } from '../../components/Fields';
import { Loaded } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Page';
import { data } from '../../lib/api';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { SimulationResult, Verdict } from './SimulationResult';
import { EMPTY, supposedOf, type Draft } from './simulator';

/** Who, which model, with identifiers or not: what would happen, and why. */
export function Simulator() {
  const { t } = useTranslation();
  const { api } = useSession();
  // Agents are among the models that one may ask, and not in the catalogue as it runs.
  const models = useQuery({ queryKey: ['models', 'names'], queryFn: async () => (await data(api.gateway.GET('/v1/models'))).data.map(({ id }) => id) });
  const [draft, setDraft] = useState(EMPTY);
  const simulate = useMutation({ mutationFn: (asked: Draft) => data(api.gateway.POST('/v1/catalogue/simulate', { body: supposedOf(asked) })) });
  const set = (key: keyof Draft) => (value: string | boolean) => setDraft((before) => ({ ...before, [key]: value }));
  return (
    <>
      <Panel title={t('simulator.request')}>
        <Loaded query={models}>
          {(found) => {
            const model = draft.model || (found[0] ?? '');
            return (
              <form
                className="stack"
                onSubmit={(event) => {
                  event.preventDefault();
                  simulate.mutate({ ...draft, model });
                }}
              >
                <div className="filters top">
                  <Field label={t('simulator.roles')} hint={t('simulator.rolesHint')} isRequired value={draft.roles} onChange={set('roles')} />
                  <Select label={t('simulator.model')} value={model} onChange={set('model')} choices={found.map((id) => ({ id, label: id }))} />
                  <Field label={t('simulator.identifiers')} hint={t('simulator.identifiersHint')} value={draft.identifiers} onChange={set('identifiers')} />
                </div>
                <div className="filters">
                  <Field label={t('simulator.team')} value={draft.team} onChange={set('team')} />
                  <Field label={t('simulator.purpose')} placeholder="treatment" value={draft.purpose} onChange={set('purpose')} />
                  <Field label={t('simulator.network')} placeholder="10.1.2.3" value={draft.network} onChange={set('network')} />
                  <Field label={t('simulator.at')} type="datetime-local" value={draft.at} onChange={set('at')} />
                  <Field label={t('simulator.bytes')} inputMode="numeric" pattern="[0-9]*" value={draft.bytes} onChange={set('bytes')} />
                </div>
                <div className="switches">
                  <Switch isSelected={draft.secondFactor} onChange={set('secondFactor')}>
                    {t('simulator.secondFactor')}
                  </Switch>
                  <Switch isSelected={draft.media} onChange={set('media')}>
                    {t('simulator.media')}
                  </Switch>
                  <Switch isSelected={draft.stream} onChange={set('stream')}>
                    {t('simulator.stream')}
                  </Switch>
                  <Switch isSelected={draft.allWell} onChange={set('allWell')}>
                    {t('simulator.allWell')}
                  </Switch>
                </div>
                <div className="row">
                  <Button type="submit" variant="primary" isDisabled={simulate.isPending}>
                    <FlaskConical aria-hidden="true" />
                    {t('simulator.run')}
                  </Button>
                  <span className="muted">{t('simulator.nothing')}</span>
                </div>
              </form>
            );
          }}
        </Loaded>
      </Panel>
      {simulate.isError && <Notice tone="error">{explain(simulate.error)}</Notice>}
      <div role="status">{simulate.data && <Verdict simulation={simulate.data} />}</div>
      {simulate.data && <SimulationResult simulation={simulate.data} />}
    </>
  );
}
