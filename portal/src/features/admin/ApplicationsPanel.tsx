import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Field } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { TablePanel } from '../../components/TablePanel';
import { data } from '../../lib/api';
import { shortSubject } from '../../lib/format';
import { listOf } from '../../lib/lists';
import { useSession } from '../../lib/session';

/** The programs of teams, whose keys never have more models than they. */
export function ApplicationsPanel() {
  const { t } = useTranslation();
  const { api } = useSession();
  const [asking, setAsking] = useState(false);
  const applications = useQuery({ queryKey: ['applications'], queryFn: () => data(api.usage.GET('/v1/applications', { params: { query: { limit: 500 } } })) });
  return (
    <>
      <TablePanel
        title={t('keys.applications')}
        query={applications}
        rows={(page) => page.data ?? []}
        keyOf={(application) => application.id}
        actions={
          <Button onPress={() => setAsking(true)}>
            <Plus aria-hidden="true" />
            {t('keys.newApplication')}
          </Button>
        }
        columns={[
          { id: 'name', name: t('keys.name'), show: (application) => application.name },
          { id: 'id', name: t('keys.id'), show: (application) => <code>{application.id}</code> },
          { id: 'team', name: t('keys.team'), show: (application) => application.team },
          { id: 'owner', name: t('keys.owner'), show: (application) => shortSubject(application.owner) },
          { id: 'models', name: t('keys.models'), show: (application) => application.models.join(', ') },
          { id: 'purpose', name: t('keys.purpose'), show: (application) => application.purpose },
        ]}
      />
      {asking && <NewApplication onClose={() => setAsking(false)} />}
    </>
  );
}

function NewApplication({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { api, team: ownTeam } = useSession();
  const queries = useQueryClient();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [team, setTeam] = useState(ownTeam);
  const [models, setModels] = useState('*');
  const [purpose, setPurpose] = useState('operations');
  const set = useMutation({
    mutationFn: () =>
      api.usage.PUT('/v1/applications/{id}', {
        params: { path: { id: id.trim() } },
        body: { name: name.trim() || id.trim(), team: team.trim(), models: listOf(models), purpose: purpose.trim() },
      }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ['applications'] });
    },
  });
  return (
    <FormDialog title={t('keys.newApplication')} action={t('keys.save')} change={set} complete={id.trim() !== ''} onClose={onClose}>
      <Field label={t('keys.applicationId')} value={id} onChange={setId} isRequired autoFocus pattern="[A-Za-z0-9][A-Za-z0-9._-]{0,63}" />
      <Field label={t('keys.name')} value={name} onChange={setName} maxLength={100} />
      <Field label={t('keys.team')} value={team} onChange={setTeam} isRequired />
      <Field label={t('keys.models')} hint={t('keys.modelsHint')} value={models} onChange={setModels} isRequired />
      <Field label={t('keys.purpose')} value={purpose} onChange={setPurpose} isRequired />
    </FormDialog>
  );
}
