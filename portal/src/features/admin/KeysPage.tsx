import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/usage.generated';
import { Button, IconButton } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { Copy } from '../../components/Copy';
import { DataTable } from '../../components/DataTable';
import { Dialog } from '../../components/Dialog';
import { Field, Select } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Loaded } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { data } from '../../lib/api';
import { instant, shortSubject, timeZone, usd } from '../../lib/format';
import { listOf } from '../../lib/lists';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { ApplicationsPanel } from './ApplicationsPanel';

type Key = components['schemas']['Key'];

const PAGE = 500;
const NEVER = 'never';
const DAYS = ['30', '90', '365'];
const DAY = 86_400_000;

/** Keys of programs: issued, shown once, given new secrets, revoked. */
export default function KeysPage() {
  const { t } = useTranslation();
  const { api, permissions } = useSession();
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<{ key: string; inForce: boolean } | null>(null);
  const [revoked, setRevoked] = useState<Key | null>(null);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['keys'] });
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => data(api.usage.GET('/v1/keys', { params: { query: { limit: PAGE } } })) });
  const rotate = useMutation({
    mutationFn: (id: string) => data(api.usage.POST('/v1/keys/{id}/rotate', { params: { path: { id } }, body: {} })),
    onSuccess: (rotated) => {
      setSecret(rotated);
      return refresh();
    },
  });

  return (
    <Page
      title={t('keys.title')}
      text={t('keys.text')}
      actions={
        <Button variant="primary" onPress={() => setAsking(true)}>
          <Plus aria-hidden="true" />
          {t('keys.new')}
        </Button>
      }
    >
      {rotate.isError && <Notice tone="error">{explain(rotate.error)}</Notice>}
      <Panel title={t('keys.list')}>
        <Loaded query={keys}>{(page) => <KeyTable keys={page.data ?? []} onRevoke={setRevoked} onRotate={(key) => rotate.mutate(key.id)} />}</Loaded>
      </Panel>
      {permissions.has('admin.keys') && <ApplicationsPanel />}
      {asking && (
        <NewKey
          onClose={() => setAsking(false)}
          onIssued={(issued) => {
            setAsking(false);
            setSecret(issued);
            void refresh();
          }}
        />
      )}
      <Dialog title={t('keys.created')} open={secret !== null} onClose={() => setSecret(null)} wide>
        <Notice tone="warning">{t('keys.shownOnce')}</Notice>
        <p className="secret">
          <KeyRound aria-hidden="true" />
          <code>{secret?.key}</code>
          <Copy text={secret?.key ?? ''} />
        </p>
        {secret?.inForce === false && <p className="muted">{t('keys.pending')}</p>}
      </Dialog>
      {revoked && (
        <Confirm
          title={t('keys.revokeTitle')}
          text={t('keys.revokeText', { name: revoked.name })}
          action={t('keys.revokeTitle')}
          changes={['keys']}
          onClose={() => setRevoked(null)}
          onConfirm={() => api.usage.DELETE('/v1/keys/{id}', { params: { path: { id: revoked.id } } })}
        />
      )}
    </Page>
  );
}

function KeyState({ shown }: { shown: Key }) {
  const { t } = useTranslation();
  const expired = shown.expiresAt !== null && shown.expiresAt !== undefined && new Date(shown.expiresAt) < new Date();
  const state = shown.revoked ? 'revoked' : expired ? 'expired' : 'active';
  return <span className={state === 'active' ? 'chip' : 'chip bad'}>{t(`keys.${state}`)}</span>;
}

function KeyTable({ keys, onRevoke, onRotate }: { keys: Key[]; onRevoke(key: Key): void; onRotate(key: Key): void }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      label={t('keys.list')}
      rows={keys}
      keyOf={(key) => key.id}
      columns={[
        { id: 'name', name: t('keys.name'), show: (key) => key.name },
        { id: 'id', name: t('keys.id'), show: (key) => <code>{key.id}</code> },
        { id: 'owner', name: t('keys.owner'), show: (key) => shortSubject(key.subject) },
        { id: 'team', name: t('keys.team'), show: (key) => key.team },
        { id: 'models', name: t('keys.models'), show: (key) => key.models.join(', ') },
        { id: 'budget', name: t('teams.budgets'), number: true, show: (key) => (key.budget ? usd(key.budget.limitUsd, i18n.language) : '') },
        { id: 'expires', name: t('keys.expires'), whole: true, show: (key) => (key.expiresAt ? instant(key.expiresAt, i18n.language) : t('keys.expiresNever')) },
        { id: 'state', name: t('keys.state'), show: (key) => <KeyState shown={key} /> },
        {
          id: 'actions',
          name: '',
          show: (key) =>
            !key.revoked && (
              <span className="with-icon">
                <IconButton label={t('keys.rotate', { name: key.name })} onPress={() => onRotate(key)}>
                  <RefreshCw aria-hidden="true" />
                </IconButton>
                <IconButton label={t('keys.revoke', { name: key.name })} onPress={() => onRevoke(key)}>
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </span>
            ),
        },
      ]}
    />
  );
}

function NewKey({ onClose, onIssued }: { onClose(): void; onIssued(issued: { key: string; inForce: boolean }): void }) {
  const { t } = useTranslation();
  const { api } = useSession();
  const [name, setName] = useState('');
  const [models, setModels] = useState('*');
  const [application, setApplication] = useState('');
  const [days, setDays] = useState('90');
  const [budget, setBudget] = useState('');
  const issue = useMutation({
    mutationFn: () =>
      data(
        api.usage.POST('/v1/keys', {
          body: {
            name: name.trim(),
            models: listOf(models),
            ...(application.trim() ? { application: application.trim() } : {}),
            ...(days === NEVER ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY).toISOString() }),
            ...(budget.trim() ? { budget: { limitUsd: budget.trim(), window: 'month', timeZone: timeZone(), mode: 'hard' } } : {}),
          } as components['schemas']['KeyRequest'],
        }),
      ),
    onSuccess: onIssued,
  });
  return (
    <FormDialog title={t('keys.new')} action={t('keys.create')} change={issue} complete={name.trim() !== ''} onClose={onClose}>
      <Field label={t('keys.name')} value={name} onChange={setName} maxLength={100} isRequired autoFocus />
      <Field label={t('keys.models')} hint={t('keys.modelsHint')} value={models} onChange={setModels} isRequired />
      <Field label={t('keys.application')} value={application} onChange={setApplication} />
      <Select
        label={t('keys.expires')}
        value={days}
        onChange={setDays}
        choices={[...DAYS.map((id) => ({ id, label: t('keys.expiresDays', { count: Number(id) }) })), { id: NEVER, label: t('keys.expiresNever') }]}
      />
      <Field label={t('keys.budget')} hint={t('keys.budgetHint')} value={budget} onChange={setBudget} inputMode="decimal" pattern="\d{1,9}(\.\d{1,9})?" />
    </FormDialog>
  );
}
