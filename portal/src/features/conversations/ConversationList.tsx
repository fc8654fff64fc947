import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Ellipsis, Folder as FolderIcon, FolderInput, FolderPlus, Pencil, Pin, Search, Share2, Trash2, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button as AriaButton, Input, Label, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate, useParams } from 'react-router';
import { IconButton } from '../../components/Button';
import { Field, Select } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { More } from '../../components/Loading';
import { MenuButton } from '../../components/MenuButton';
import { Notice } from '../../components/Notice';
import { data, request } from '../../lib/api';
import { deleteAttached } from '../../lib/documents';
import { save } from '../../lib/download';
import { usePreferences } from '../../lib/preferences';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { useStore } from './StoreContext';
import type { Conversation } from './store';

type Asked = { kind: 'rename' | 'delete' | 'move' | 'share'; conversation: Conversation };

const NO_FOLDER = 'none';
const LONGEST_NAME = 100;

function useFolders() {
  const { api, keeps } = useSession();
  return useQuery({ queryKey: ['folders'], enabled: keeps, queryFn: async () => (await data(api.portal.GET('/v1/portal/folders'))).data });
}

interface Props {
  onLeave(conversation: string): void;
  onOpen(): void;
}

/** The person's conversations: searched, put into folders, renamed, shared, deleted. */
export function ConversationList({ onLeave, onOpen }: Props) {
  const { t } = useTranslation();
  const store = useStore();
  const { keeps } = useSession();
  const [words, setWords] = useState('');
  const [folder, setFolder] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [naming, setNaming] = useState(false);
  const q = useDeferredValue(words.trim());
  const folders = useFolders();
  const conversations = useInfiniteQuery({
    queryKey: ['conversations', q, folder],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => store.list({ ...(q ? { q } : {}), ...(folder ? { folder } : {}), ...(pageParam ? { cursor: pageParam } : {}) }),
    getNextPageParam: (page) => page.cursor,
    placeholderData: (shown) => shown,
  });
  const found = conversations.data?.pages.flatMap((page) => page.data) ?? [];

  return (
    <section className="conversations" aria-label={t('conversation.list')}>
      <SearchField className="search" value={words} onChange={setWords} autoComplete="off">
        <Label className="sr-only">{t('conversation.search')}</Label>
        <Search aria-hidden="true" />
        <Input placeholder={t('conversation.search')} />
        <AriaButton className="button icon quiet" aria-label={t('conversation.clearSearch')}>
          <X aria-hidden="true" />
        </AriaButton>
      </SearchField>
      {keeps && (
        <div className="folders">
          <Select
            label={t('folder.label')}
            hiddenLabel
            value={folder ?? NO_FOLDER}
            onChange={(id) => setFolder(id === NO_FOLDER ? null : id)}
            choices={[{ id: NO_FOLDER, label: t('folder.all') }, ...(folders.data ?? []).map(({ id, name }) => ({ id, label: name }))]}
          />
          <IconButton label={t('folder.add')} onPress={() => setNaming(true)}>
            <FolderPlus aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {conversations.isError && <Notice tone="error">{explain(conversations.error)}</Notice>}
      {conversations.isSuccess && found.length === 0 && <p className="muted empty">{q ? t('conversation.notFound') : t('conversation.none')}</p>}
      <ul>
        {found.map((conversation) => (
          <Item key={conversation.id} conversation={conversation} onAsk={setAsked} onOpen={onOpen} />
        ))}
      </ul>
      <More query={conversations} quiet />
      {asked && <Change asked={asked} onClose={() => setAsked(null)} onLeave={onLeave} />}
      <NewFolder open={naming} onClose={() => setNaming(false)} />
    </section>
  );
}

function Item({ conversation, onAsk, onOpen }: { conversation: Conversation; onAsk(asked: Asked): void; onOpen(): void }) {
  const { t } = useTranslation();
  const { keeps, api } = useSession();
  const store = useStore();
  const queries = useQueryClient();
  const pin = useMutation({
    mutationFn: () => store.change(conversation.id, { pinned: !conversation.pinned }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['conversations'] }),
  });
  const title = conversation.title ?? t('conversation.untitled');
  const download = async () => {
    const response = await request(api.caller, `/v1/portal/conversations/${conversation.id}/export?format=markdown`);
    save(await response.blob(), 'conversation.md');
  };
  const ask = (kind: Asked['kind']) => () => onAsk({ kind, conversation });
  const kept = [
    { id: 'pin', label: conversation.pinned ? t('conversation.unpin') : t('conversation.pin'), icon: <Pin aria-hidden="true" />, onAction: () => pin.mutate() },
    { id: 'move', label: t('conversation.move'), icon: <FolderInput aria-hidden="true" />, onAction: ask('move') },
    { id: 'share', label: t('conversation.share'), icon: <Share2 aria-hidden="true" />, onAction: ask('share') },
    { id: 'export', label: t('conversation.export'), icon: <Download aria-hidden="true" />, onAction: () => void download() },
  ];
  return (
    <li className="conversation">
      <NavLink to={`/chat/${conversation.id}`} onClick={onOpen} title={title}>
        {conversation.pinned && <Pin aria-label={t('conversation.pinned')} />}
        {conversation.share && <Share2 aria-label={t('conversation.shared')} />}
        <span>{title}</span>
      </NavLink>
      <MenuButton
        label={t('conversation.actions', { title })}
        actions={[
          { id: 'rename', label: t('conversation.rename'), icon: <Pencil aria-hidden="true" />, onAction: ask('rename') },
          ...(keeps ? kept : []),
          { id: 'delete', label: t('conversation.delete'), icon: <Trash2 aria-hidden="true" />, danger: true, onAction: ask('delete') },
        ]}
      >
        <Ellipsis aria-hidden="true" />
      </MenuButton>
    </li>
  );
}

function Change({ asked, onClose, onLeave }: { asked: Asked; onClose(): void; onLeave(conversation: string): void }) {
  const { t } = useTranslation();
  const { api, identity, team } = useSession();
  const { preferences, prefer } = usePreferences();
  const store = useStore();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const open = useParams()['id'];
  const folders = useFolders();
  const { kind, conversation } = asked;
  const [title, setTitle] = useState(conversation.title ?? '');
  const [folder, setFolder] = useState(conversation.folder ?? NO_FOLDER);
  const change = useMutation({
    mutationFn: async () => {
      const path = { path: { conversation: conversation.id } };
      switch (kind) {
        case 'rename':
          return store.change(conversation.id, { title: title.trim() });
        case 'move':
          return store.change(conversation.id, { folder: folder === NO_FOLDER ? null : folder });
        case 'share':
          if (!conversation.share && !preferences.displayName) {
            // Others see who shares by it.
            await prefer({ displayName: identity.name.slice(0, LONGEST_NAME) });
          }
          await (conversation.share
            ? api.portal.DELETE('/v1/portal/conversations/{conversation}/share', { params: path })
            : api.portal.PUT('/v1/portal/conversations/{conversation}/share', { params: path }));
          return undefined;
        case 'delete':
          await store.delete(conversation.id);
          // What cannot be deleted now goes when its time is over.
          await deleteAttached(api, conversation.id).catch(() => undefined);
          return undefined;
      }
    },
    onSuccess: async () => {
      if (kind === 'delete') {
        onLeave(conversation.id);
        if (open === conversation.id) {
          await navigate('/chat');
        }
      }
      onClose();
      await queries.invalidateQueries({ queryKey: ['conversations'] });
    },
  });
  const shared = conversation.share !== null;
  const titles = { rename: t('conversation.rename'), move: t('conversation.move'), share: shared ? t('share.end') : t('share.title'), delete: t('conversation.delete') };
  const buttons = { rename: t('action.save'), move: t('action.save'), share: shared ? t('share.end') : t('share.start', { team }), delete: t('conversation.deleteForGood') };
  return (
    <FormDialog title={titles[kind]} action={buttons[kind]} danger={kind === 'delete'} change={change} onClose={onClose}>
      {kind === 'rename' && <Field label={t('conversation.title')} value={title} onChange={setTitle} maxLength={200} autoFocus isRequired />}
      {kind === 'move' && (
        <Select
          label={t('folder.label')}
          value={folder}
          onChange={setFolder}
          choices={[{ id: NO_FOLDER, label: t('folder.none') }, ...(folders.data ?? []).map(({ id, name }) => ({ id, label: name }))]}
        />
      )}
      {kind === 'share' && <p>{shared ? t('share.endText') : t('share.text', { team })}</p>}
      {kind === 'delete' && <p>{t('conversation.deleteText', { title: conversation.title ?? t('conversation.untitled') })}</p>}
    </FormDialog>
  );
}

function NewFolder({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const folders = useFolders();
  const refresh = () => queries.invalidateQueries({ queryKey: ['folders'] });
  const create = useMutation({
    mutationFn: () => api.portal.POST('/v1/portal/folders', { body: { name: name.trim() } }),
    onSuccess: async () => {
      setName('');
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (folder: string) => api.portal.DELETE('/v1/portal/folders/{folder}', { params: { path: { folder } } }),
    onSuccess: async () => {
      await refresh();
      await queries.invalidateQueries({ queryKey: ['conversations'] });
    },
  });
  return (
    <FormDialog title={t('folder.title')} action={t('folder.add')} away={t('action.close')} change={create} complete={name.trim() !== ''} open={open} onClose={onClose}>
      <ul className="plain-list">
        {folders.data?.map((folder) => (
          <li key={folder.id} className="with-icon">
            <FolderIcon aria-hidden="true" />
            {folder.name}
            <IconButton label={t('folder.delete', { name: folder.name })} onPress={() => remove.mutate(folder.id)}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Field label={t('folder.name')} value={name} onChange={setName} maxLength={100} autoFocus />
      {remove.isError && <Notice tone="error">{explain(remove.error)}</Notice>}
    </FormDialog>
  );
}
