import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2, Upload } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/rag.generated';
import { Button, IconButton } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { Field, Select } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Loaded } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { TablePanel } from '../../components/TablePanel';
import { data } from '../../lib/api';
import { FORMATS, isDone, upload, type Document } from '../../lib/documents';
import { count } from '../../lib/format';
import { listOf } from '../../lib/lists';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';

type Collection = components['schemas']['Collection'];

const LOOK_AGAIN = 1_500;

/** Collections of documents: who may read them, and how far their documents are. */
export default function DocumentsPage() {
  const { t } = useTranslation();
  const { api, permissions } = useSession();
  const [making, setMaking] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const mayMake = permissions.has('admin.collections');
  const collections = useQuery({ queryKey: ['collections'], queryFn: () => data(api.rag.GET('/v1/collections')) });
  return (
    <Page
      title={t('documents.title')}
      text={t('documents.text')}
      actions={
        mayMake && (
          <Button variant="primary" onPress={() => setMaking(true)}>
            <Plus aria-hidden="true" />
            {t('documents.new')}
          </Button>
        )
      }
    >
      <Loaded query={collections}>
        {({ collections: known }) => {
          const chosen = known.find((collection) => collection.name === name) ?? known[0];
          return chosen ? (
            <>
              <div className="filters">
                <Select label={t('documents.collection')} value={chosen.name} onChange={setName} choices={known.map((collection) => ({ id: collection.name, label: collection.name, detail: collection.description }))} />
              </div>
              <DocumentsOf key={chosen.name} collection={chosen} />
              {mayMake && <AccessOf key={`access-${chosen.name}`} collection={chosen} onDeleted={() => setName(null)} />}
            </>
          ) : (
            <p className="muted empty">{t('documents.none')}</p>
          );
        }}
      </Loaded>
      {making && <NewCollection onClose={() => setMaking(false)} onMade={setName} />}
    </Page>
  );
}

function NewCollection({ onClose, onMade }: { onClose(): void; onMade(name: string): void }) {
  const { t } = useTranslation();
  const { api, team } = useSession();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [roles, setRoles] = useState('');
  const [teams, setTeams] = useState(team);
  const make = useMutation({
    mutationFn: () => api.rag.POST('/v1/collections', { body: { name: name.trim(), description: description.trim() || null, access: { roles: listOf(roles), teams: listOf(teams) } } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['collections'] });
      onMade(name.trim());
      onClose();
    },
  });
  return (
    <FormDialog title={t('documents.new')} action={t('documents.create')} change={make} complete={name.trim() !== ''} onClose={onClose}>
      <Field label={t('documents.name')} hint={t('documents.nameHint')} value={name} onChange={setName} isRequired autoFocus pattern="[a-z0-9][a-z0-9\-]{0,62}" />
      <Field label={t('documents.description')} value={description} onChange={setDescription} maxLength={1000} />
      <Field label={t('documents.readers')} hint={t('documents.listHint')} value={roles} onChange={setRoles} />
      <Field label={t('documents.teams')} hint={t('documents.listHint')} value={teams} onChange={setTeams} />
    </FormDialog>
  );
}

function DocumentsOf({ collection }: { collection: Collection }) {
  const { t, i18n } = useTranslation();
  const { api, roles } = useSession();
  const queries = useQueryClient();
  const [removed, setRemoved] = useState<Document | null>(null);
  const path = { name: collection.name };
  const refresh = () => queries.invalidateQueries({ queryKey: ['documents', collection.name] });
  const documents = useQuery({
    queryKey: ['documents', collection.name],
    queryFn: () => data(api.rag.GET('/v1/collections/{name}/documents', { params: { path, query: { limit: 500 } } })),
    refetchInterval: (query) => (query.state.data?.documents.every(isDone) ? false : LOOK_AGAIN),
  });
  const adding = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        await upload(api, collection.name, file);
      }
    },
    onSettled: refresh,
  });
  const mayWrite = roles.includes('Admin') || roles.some((role) => collection.access.writers?.includes(role));
  return (
    <>
      <TablePanel
        title={t('documents.list', { name: collection.name })}
        query={documents}
        rows={(page) => page.documents}
        keyOf={(document) => document.id}
        actions={
          mayWrite && (
            <FileTrigger acceptedFileTypes={FORMATS} allowsMultiple onSelect={(files) => files && adding.mutate([...files])}>
              <Button isDisabled={adding.isPending}>
                <Upload aria-hidden="true" />
                {t('documents.upload')}
              </Button>
            </FileTrigger>
          )
        }
        columns={[
          { id: 'title', name: t('documents.file'), show: (document) => document.title },
          {
            id: 'status',
            name: t('documents.status'),
            show: (document) => <span className={document.status === 'failed' ? 'chip bad' : document.status === 'ready' ? 'chip' : 'chip plain'}>{t(`documents.state.${document.status}`)}</span>,
          },
          { id: 'passages', name: t('documents.passages'), number: true, show: (document) => count(document.passages, i18n.language) },
          { id: 'bytes', name: t('documents.size'), number: true, show: (document) => new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(document.bytes / 1000) },
          {
            id: 'actions',
            name: '',
            show: (document) =>
              mayWrite && (
                <IconButton label={t('documents.delete', { name: document.title })} onPress={() => setRemoved(document)}>
                  <Trash2 aria-hidden="true" />
                </IconButton>
              ),
          },
        ]}
      >
        {adding.isError && <Notice tone="error">{explain(adding.error)}</Notice>}
      </TablePanel>
      {removed && (
        <Confirm
          title={t('documents.delete', { name: removed.title })}
          text={removed.title}
          action={t('action.delete')}
          changes={['documents', collection.name]}
          onClose={() => setRemoved(null)}
          onConfirm={() => api.rag.DELETE('/v1/collections/{name}/documents/{id}', { params: { path: { ...path, id: removed.id } } })}
        />
      )}
    </>
  );
}

function AccessOf({ collection, onDeleted }: { collection: Collection; onDeleted(): void }) {
  const { t } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const [roles, setRoles] = useState((collection.access.roles ?? []).join(', '));
  const [teams, setTeams] = useState((collection.access.teams ?? []).join(', '));
  const [deleting, setDeleting] = useState(false);
  const path = { name: collection.name };
  const refresh = () => queries.invalidateQueries({ queryKey: ['collections'] });
  const change = useMutation({
    mutationFn: () => api.rag.PATCH('/v1/collections/{name}', { params: { path }, body: { access: { ...collection.access, roles: listOf(roles), teams: listOf(teams) } } }),
    onSuccess: refresh,
  });
  return (
    <Panel
      title={t('documents.access')}
      actions={
        <Button variant="quiet" onPress={() => setDeleting(true)}>
          <Trash2 aria-hidden="true" />
          {t('documents.deleteCollection')}
        </Button>
      }
    >
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Field label={t('documents.readers')} hint={t('documents.listHint')} value={roles} onChange={setRoles} />
        <Field label={t('documents.teams')} hint={t('documents.listHint')} value={teams} onChange={setTeams} />
        <Button type="submit" isDisabled={change.isPending}>
          {t('documents.saveAccess')}
        </Button>
      </form>
      {change.isError && <Notice tone="error">{explain(change.error)}</Notice>}
      {deleting && (
        <Confirm
          title={t('documents.deleteCollection')}
          text={t('documents.deleteText', { name: collection.name })}
          action={t('documents.deleteCollection')}
          changes={['collections']}
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            await api.rag.DELETE('/v1/collections/{name}', { params: { path } });
            onDeleted();
          }}
        />
      )}
    </Panel>
  );
}
