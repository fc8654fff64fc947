import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Copy } from '../../components/Copy';
import { DataTable } from '../../components/DataTable';
import { Loaded, Loading, More } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { instant, shortSubject } from '../../lib/format';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { listShared, readShared, type SharedConversation } from '../conversations/shared';
import type { Message } from '../conversations/store';
import { AnswerText } from './AnswerText';
import { AttachmentList } from './AttachmentList';
import { CitationList } from './CitationList';

/** What others of the team share, to read. */
export default function SharedPage() {
  const { share } = useParams();
  return share ? <Shared key={share} share={share} /> : <SharedList />;
}

function sharerOf({ sharedBy }: SharedConversation): string {
  return sharedBy.displayName ?? shortSubject(sharedBy.subject);
}

function SharedList() {
  const { t, i18n } = useTranslation();
  const { api, team } = useSession();
  const shared = useInfiniteQuery({
    queryKey: ['shared'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => listShared(api, pageParam),
    getNextPageParam: (page) => page.cursor,
  });
  const found = shared.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Page title={t('shared.title')} text={t('shared.text', { team })}>
      <Panel title={t('shared.list')}>
        {shared.isError && <Notice tone="error">{explain(shared.error)}</Notice>}
        {shared.isPending ? (
          <Loading />
        ) : (
          <DataTable
            label={t('shared.list')}
            rows={found}
            keyOf={(conversation) => conversation.id}
            columns={[
              { id: 'title', name: t('conversation.title'), show: (conversation) => <Link to={`/shared/${conversation.id}`}>{conversation.title ?? t('conversation.untitled')}</Link> },
              { id: 'by', name: t('shared.by'), show: sharerOf },
              { id: 'model', name: t('model.label'), show: (conversation) => conversation.model },
              { id: 'at', name: t('shared.at'), whole: true, show: (conversation) => instant(conversation.sharedAt, i18n.language) },
            ]}
          />
        )}
        <More query={shared} />
      </Panel>
    </Page>
  );
}

function Shared({ share }: { share: string }) {
  const { t, i18n } = useTranslation();
  const { api } = useSession();
  const shared = useQuery({ queryKey: ['shared', share], queryFn: () => readShared(api, share), gcTime: 0 });
  return (
    <Loaded query={shared}>
      {({ conversation, messages }) => (
        <Page
          title={conversation.title ?? t('conversation.untitled')}
          text={t('shared.readText', { name: sharerOf(conversation), at: instant(conversation.sharedAt, i18n.language) })}
          actions={
            <Link className="button secondary medium" to="/shared">
              <ArrowLeft aria-hidden="true" />
              {t('shared.title')}
            </Link>
          }
        >
          <div className="said" role="log" aria-label={t('chat.log')} aria-live="off">
            {messages.map((message, index) => (
              <Said key={message.id} message={message} question={messages[index - 1]?.text ?? ''} />
            ))}
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Said({ message, question }: { message: Message; question: string }) {
  const { t } = useTranslation();
  const asked = message.role === 'user';
  return (
    <article className={`turn ${message.role}`} aria-label={asked ? t('shared.question') : (message.receipt?.model ?? message.model ?? t('chat.answer'))}>
      {asked ? (
        <>
          <div className="bubble">{message.text}</div>
          <AttachmentList attachments={message.attachments} />
        </>
      ) : (
        <>
          <AnswerText text={message.text} />
          {message.citations.length > 0 && <CitationList citations={message.citations} question={question} />}
          <div className="turn-actions">
            <Copy text={message.text} />
          </div>
        </>
      )}
    </article>
  );
}
