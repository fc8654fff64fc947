import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download, Eye, Search, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/usage.generated';
import { Button, IconButton } from '../../components/Button';
import { DataTable } from '../../components/DataTable';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Fields';
import { More } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { data } from '../../lib/api';
import { instant, shortSubject } from '../../lib/format';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { useDownload } from './useDownload';

type ChainedEvent = components['schemas']['ChainedEvent'];

interface Wanted {
  action: string;
  subject: string;
  from: string;
  to: string;
}

const EVERYTHING: Wanted = { action: '', subject: '', from: '', to: '' };
const PAGE = 50;

function fieldOf(event: ChainedEvent, name: string): string {
  const value = (event.event as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

function subjectOf(event: ChainedEvent): string {
  const actor = (event.event as Record<string, unknown>)['actor'];
  const subject = fieldOf(event, 'subject') || (actor && typeof actor === 'object' ? String((actor as Record<string, unknown>)['subject'] ?? '') : '');
  return shortSubject(subject);
}

/** Everything that was decided, searched and verified. */
export default function AuditPage() {
  const { t, i18n } = useTranslation();
  const { api } = useSession();
  const [draft, setDraft] = useState(EVERYTHING);
  const [wanted, setWanted] = useState(EVERYTHING);
  const [shown, setShown] = useState<ChainedEvent | null>(null);
  const events = useInfiniteQuery({
    queryKey: ['audit', wanted],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      data(
        api.usage.GET('/v1/audit', {
          params: {
            query: {
              limit: PAGE,
              ...(wanted.action ? { action: wanted.action } : {}),
              ...(wanted.subject ? { subject: wanted.subject } : {}),
              ...(wanted.from ? { from: new Date(wanted.from).toISOString() } : {}),
              ...(wanted.to ? { to: new Date(wanted.to).toISOString() } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (page) => (page.hasMore ? page.cursor : null),
  });
  const verify = useMutation({ mutationFn: () => data(api.usage.GET('/v1/audit/verification')) });
  const download = useDownload();
  const found = events.data?.pages.flatMap((page) => page.data) ?? [];
  const result = verify.data;

  return (
    <Page
      title={t('audit.title')}
      text={t('audit.text')}
      actions={
        <>
          <Button onPress={() => download.mutate({ path: '/v1/audit/export', name: 'audit.ndjson' })} isDisabled={download.isPending}>
            <Download aria-hidden="true" />
            {t('audit.export')}
          </Button>
          <Button variant="primary" onPress={() => verify.mutate()} isDisabled={verify.isPending}>
            <ShieldCheck aria-hidden="true" />
            {t('audit.verify')}
          </Button>
        </>
      }
    >
      <div role="status">
        {result?.verified && (
          <Notice tone="info">
            <p>{t('audit.verified', { count: result.events, batches: result.sealedBatches })}</p>
            <p className="muted">
              {t('audit.head')}: <code>{result.head}</code>
            </p>
          </Notice>
        )}
      </div>
      {result?.firstBad && <Notice tone="error">{t('audit.broken', result.firstBad)}</Notice>}
      {[verify, download, events].map((query, index) => query.isError && <Notice key={index} tone="error">{explain(query.error)}</Notice>)}
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          setWanted(draft);
        }}
      >
        <Field label={t('audit.action')} placeholder={t('audit.actionHint')} value={draft.action} onChange={(action) => setDraft({ ...draft, action })} />
        <Field label={t('audit.subject')} value={draft.subject} onChange={(subject) => setDraft({ ...draft, subject })} />
        <Field label={t('audit.from')} type="datetime-local" value={draft.from} onChange={(from) => setDraft({ ...draft, from })} />
        <Field label={t('audit.to')} type="datetime-local" value={draft.to} onChange={(to) => setDraft({ ...draft, to })} />
        <Button type="submit">
          <Search aria-hidden="true" />
          {t('audit.search')}
        </Button>
      </form>
      <Panel title={t('audit.list')}>
        <DataTable
          label={t('audit.list')}
          rows={found}
          keyOf={(event) => String(event.sequence)}
          columns={[
            { id: 'sequence', name: t('audit.sequence'), number: true, show: (event) => event.sequence },
            { id: 'time', name: t('audit.time'), whole: true, show: (event) => (fieldOf(event, 'time') ? instant(fieldOf(event, 'time'), i18n.language) : '') },
            { id: 'action', name: t('audit.action'), show: (event) => fieldOf(event, 'action') },
            { id: 'subject', name: t('audit.subject'), show: (event) => <Cut text={subjectOf(event)} /> },
            { id: 'outcome', name: t('audit.outcome'), show: (event) => fieldOf(event, 'decision') },
            { id: 'request', name: t('audit.request'), show: (event) => <Cut text={fieldOf(event, 'requestId')} /> },
            {
              id: 'details',
              name: '',
              show: (event) => (
                <IconButton label={t('audit.show', { sequence: event.sequence })} onPress={() => setShown(event)}>
                  <Eye aria-hidden="true" />
                </IconButton>
              ),
            },
          ]}
        />
        <More query={events} />
      </Panel>
      <Dialog title={t('audit.details')} open={shown !== null} onClose={() => setShown(null)} wide>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className="event" tabIndex={0}>
          {JSON.stringify(shown, null, 2)}
        </pre>
      </Dialog>
    </Page>
  );
}

/** An id, of which the beginning is enough to tell it from its neighbours; all of it is among the details. */
function Cut({ text }: { text: string }) {
  return (
    <code className="cut" title={text}>
      {text}
    </code>
  );
}
