import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserCog } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/usage.generated';
import { Button, IconButton } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Field, Switch } from '../../components/Fields';
import { Loaded } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Page } from '../../components/Page';
import { TablePanel } from '../../components/TablePanel';
import { data } from '../../lib/api';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';

type Person = components['schemas']['Person'];

/** Those of the catalogue that comes with Hilum; others are assigned where the directory is administered. */
const ROLES = ['Clinician', 'Billing', 'Developer', 'Admin'];

/** Who is in the directory, and with which roles. */
export default function PeoplePage() {
  const { t } = useTranslation();
  const { api } = useSession();
  const [words, setWords] = useState('');
  const [managed, setManaged] = useState<Person | null>(null);
  const search = useDeferredValue(words.trim());
  const people = useQuery({
    queryKey: ['people', search],
    queryFn: () => data(api.usage.GET('/v1/directory/people', { params: { query: { limit: 100, ...(search ? { search } : {}) } } })),
    placeholderData: (shown) => shown,
  });
  return (
    <Page title={t('people.title')} text={t('people.text')}>
      <div className="filters">
        <Field label={t('people.search')} value={words} onChange={setWords} />
      </div>
      <TablePanel
        title={t('people.list')}
        query={people}
        rows={(page) => page.data}
        keyOf={(person) => person.id}
        columns={[
          { id: 'name', name: t('people.name'), show: (person) => [person.firstName, person.lastName].filter(Boolean).join(' ') || person.username },
          { id: 'username', name: t('people.username'), show: (person) => person.username },
          { id: 'email', name: t('people.email'), show: (person) => person.email },
          { id: 'state', name: t('keys.state'), show: (person) => <span className={person.enabled ? 'chip' : 'chip bad'}>{person.enabled ? t('people.enabled') : t('people.disabled')}</span> },
          {
            id: 'actions',
            name: '',
            show: (person) => (
              <IconButton label={t('people.manage', { name: person.username })} onPress={() => setManaged(person)}>
                <UserCog aria-hidden="true" />
              </IconButton>
            ),
          },
        ]}
      />
      {managed && <Roles person={managed} onClose={() => setManaged(null)} />}
    </Page>
  );
}

function Roles({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const known = useQuery({ queryKey: ['person', person.id], queryFn: () => data(api.usage.GET('/v1/directory/people/{id}', { params: { path: { id: person.id } } })) });
  const change = useMutation({
    mutationFn: async ({ role, on }: { role: string; on: boolean }) => {
      const params = { path: { id: person.id, role } };
      await (on ? api.usage.PUT('/v1/directory/people/{id}/roles/{role}', { params }) : api.usage.DELETE('/v1/directory/people/{id}/roles/{role}', { params }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['person', person.id] }),
  });
  const end = useMutation({ mutationFn: () => api.usage.DELETE('/v1/directory/people/{id}/sessions', { params: { path: { id: person.id } } }) });
  return (
    <Dialog title={t('people.manage', { name: person.username })} open onClose={onClose}>
      <Loaded query={known}>
        {({ roles }) => (
          <div className="stack" role="group" aria-label={t('people.roles')}>
            {ROLES.map((role) => (
              <Switch key={role} isSelected={roles.includes(role)} onChange={(on) => change.mutate({ role, on })}>
                {role}
              </Switch>
            ))}
          </div>
        )}
      </Loaded>
      {change.isError && <Notice tone="error">{explain(change.error)}</Notice>}
      {end.isError && <Notice tone="error">{explain(end.error)}</Notice>}
      {end.isSuccess && <Notice tone="info">{t('people.ended')}</Notice>}
      <div className="row">
        <Button variant="danger" onPress={() => end.mutate()} isDisabled={end.isPending}>
          {t('people.endSessions')}
        </Button>
        <Button onPress={onClose}>{t('action.close')}</Button>
      </div>
    </Dialog>
  );
}
