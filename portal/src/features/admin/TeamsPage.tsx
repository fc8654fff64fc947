import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/usage.generated';
import { Button, IconButton } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { Field, Select } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Notice } from '../../components/Notice';
import { Page } from '../../components/Page';
import { TablePanel } from '../../components/TablePanel';
import { data } from '../../lib/api';
import { timeZone, usd } from '../../lib/format';
import { listOf } from '../../lib/lists';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';

type Budget = components['schemas']['Budget'];
type Team = components['schemas']['Team'];

const WINDOWS = ['day', 'week', 'month', 'year'] as const;
const MODES = ['hard', 'soft'] as const;

/** Teams, and what may be spent by whom. */
export default function TeamsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('teams.title')} text={t('teams.text')}>
      <Budgets />
      <Teams />
    </Page>
  );
}

function Budgets() {
  const { t, i18n } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Budget | 'new' | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const budgets = useQuery({ queryKey: ['budgets'], queryFn: () => data(api.usage.GET('/v1/budgets', { params: { query: { limit: 500 } } })) });
  const refresh = () => queries.invalidateQueries({ queryKey: ['budgets'] });
  const lift = useMutation({ mutationFn: (id: string) => api.usage.DELETE('/v1/budgets/{id}', { params: { path: { id } } }), onSuccess: refresh });
  return (
    <>
      <TablePanel
        title={t('teams.budgets')}
        query={budgets}
        rows={(page) => page.data ?? []}
        keyOf={(budget) => budget.id}
        actions={
          <Button variant="primary" onPress={() => setEdited('new')}>
            <Plus aria-hidden="true" />
            {t('teams.newBudget')}
          </Button>
        }
        columns={[
          { id: 'id', name: t('teams.of'), show: (budget) => <code>{budget.id}</code> },
          { id: 'limit', name: t('teams.limit'), number: true, show: (budget) => usd(budget.limitUsd, i18n.language) },
          { id: 'window', name: t('teams.window'), show: (budget) => t(`teams.windows.${budget.window}`) },
          { id: 'mode', name: t('teams.mode'), show: (budget) => t(`teams.modes.${budget.mode}`) },
          {
            id: 'actions',
            name: '',
            show: (budget) => (
              <span className="with-icon">
                <IconButton label={t('teams.edit', { id: budget.id })} onPress={() => setEdited(budget)}>
                  <Pencil aria-hidden="true" />
                </IconButton>
                <IconButton label={t('teams.lift', { id: budget.id })} onPress={() => lift.mutate(budget.id)}>
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </span>
            ),
          },
        ]}
      >
        {saved && <Notice tone="info">{saved}</Notice>}
        {lift.isError && <Notice tone="error">{explain(lift.error)}</Notice>}
      </TablePanel>
      {edited && (
        <SetBudget
          budget={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={(inForce) => {
            setEdited(null);
            setSaved(inForce ? t('teams.saved') : t('teams.pending'));
            void refresh();
          }}
        />
      )}
    </>
  );
}

function SetBudget({ budget, onClose, onSaved }: { budget: Budget | null; onClose(): void; onSaved(inForce: boolean): void }) {
  const { t } = useTranslation();
  const { api } = useSession();
  const [id, setId] = useState(budget?.id ?? 'team:');
  const [limitUsd, setLimitUsd] = useState(budget ? String(Number(budget.limitUsd)) : '');
  const [window, setWindow] = useState<Budget['window']>(budget?.window ?? 'month');
  const [mode, setMode] = useState<Budget['mode']>(budget?.mode ?? 'hard');
  const set = useMutation({
    mutationFn: () =>
      data(
        api.usage.PUT('/v1/budgets/{id}', {
          params: { path: { id: id.trim() } },
          body: { limitUsd: limitUsd.trim(), window, mode, timeZone: budget?.timeZone ?? timeZone(), warnAtPercent: budget?.warnAtPercent ?? [80, 100] },
        }),
      ),
    onSuccess: (saved) => onSaved(saved.inForce),
  });
  return (
    <FormDialog title={t('teams.newBudget')} action={t('teams.save')} change={set} onClose={onClose}>
      <Field label={t('teams.of')} hint={t('teams.ofHint')} value={id} onChange={setId} isRequired isReadOnly={budget !== null} pattern="organisation|(team|user|application|key):.+" />
      <Field label={t('teams.limit')} value={limitUsd} onChange={setLimitUsd} isRequired inputMode="decimal" pattern="\d{1,9}(\.\d{1,9})?" />
      <Select label={t('teams.window')} value={window} onChange={(chosen) => setWindow(chosen as Budget['window'])} choices={WINDOWS.map((choice) => ({ id: choice, label: t(`teams.windows.${choice}`) }))} />
      <Select label={t('teams.mode')} value={mode} onChange={(chosen) => setMode(chosen as Budget['mode'])} choices={MODES.map((choice) => ({ id: choice, label: t(`teams.modes.${choice}`) }))} />
    </FormDialog>
  );
}

function Teams() {
  const { t } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  const [removed, setRemoved] = useState<Team | null>(null);
  const teams = useQuery({ queryKey: ['teams'], queryFn: () => data(api.usage.GET('/v1/teams', { params: { query: { limit: 500 } } })) });
  const refresh = () => queries.invalidateQueries({ queryKey: ['teams'] });
  return (
    <>
      <TablePanel
        title={t('teams.teams')}
        query={teams}
        rows={(page) => page.data ?? []}
        keyOf={(team) => team.id}
        actions={
          <Button onPress={() => setEdited('new')}>
            <Plus aria-hidden="true" />
            {t('teams.newTeam')}
          </Button>
        }
        columns={[
          { id: 'name', name: t('teams.name'), show: (team) => team.name },
          { id: 'id', name: t('teams.id'), show: (team) => <code>{team.id}</code> },
          { id: 'members', name: t('teams.members'), number: true, show: (team) => team.members.length },
          {
            id: 'actions',
            name: '',
            show: (team) => (
              <span className="with-icon">
                <IconButton label={`${t('teams.saveTeam')}: ${team.name}`} onPress={() => setEdited(team)}>
                  <Pencil aria-hidden="true" />
                </IconButton>
                <IconButton label={t('teams.deleteTeam', { name: team.name })} onPress={() => setRemoved(team)}>
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </span>
            ),
          },
        ]}
      />
      {edited && (
        <SetTeam
          team={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null);
            void refresh();
          }}
        />
      )}
      {removed && (
        <Confirm
          title={t('teams.deleteTeam', { name: removed.name })}
          text={t('teams.deleteText', { name: removed.name })}
          action={t('action.delete')}
          changes={['teams']}
          onClose={() => setRemoved(null)}
          onConfirm={() => api.usage.DELETE('/v1/teams/{id}', { params: { path: { id: removed.id } } })}
        />
      )}
    </>
  );
}

function SetTeam({ team, onClose }: { team: Team | null; onClose(): void }) {
  const { t } = useTranslation();
  const { api } = useSession();
  const [id, setId] = useState(team?.id ?? '');
  const [name, setName] = useState(team?.name ?? '');
  const [members, setMembers] = useState(team?.members.map((member) => member.subject).join('\n') ?? '');
  const set = useMutation({
    mutationFn: () => {
      const roles = new Map(team?.members.map((member) => [member.subject, member.role]));
      return api.usage.PUT('/v1/teams/{id}', {
        params: { path: { id: id.trim() } },
        body: { name: name.trim() || id.trim(), members: listOf(members).map((subject) => ({ subject, role: roles.get(subject) ?? 'member' })) },
      });
    },
    onSuccess: onClose,
  });
  return (
    <FormDialog title={team ? team.name : t('teams.newTeam')} action={t('teams.saveTeam')} change={set} complete={id.trim() !== ''} onClose={onClose}>
      <Field label={t('teams.id')} value={id} onChange={setId} isRequired isReadOnly={team !== null} pattern="[A-Za-z0-9][A-Za-z0-9._-]{0,63}" />
      <Field label={t('teams.name')} value={name} onChange={setName} maxLength={100} />
      <Field label={t('teams.members')} hint={t('teams.memberHint')} lines={4} value={members} onChange={setMembers} />
    </FormDialog>
  );
}
