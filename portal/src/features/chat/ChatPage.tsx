import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../components/Button';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { usePreferences } from '../../lib/preferences';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import type { PreviewResult } from '../phi/api';
import { OpenRecordButton } from '../record/OpenRecordButton';
import { RecordBanner } from '../record/RecordBanner';
import { useRecords } from '../record/records';
import { TemplatePicker } from '../templates/TemplatePicker';
import { AttachButton } from './AttachButton';
import type { Chat } from './chat';
import { useChats } from './chats';
import { CollectionPicker } from './CollectionPicker';
import { Composer } from './Composer';
import { ModelPicker } from './ModelPicker';
import { talks, useModels } from './models';
import { PatientDialog } from './PatientDialog';
import type { Asking } from './state';
import { TurnView, type TurnActions } from './TurnView';

const OpenRecordDialog = lazy(() => import('../record/OpenRecordDialog'));

function useLoading(chat: Chat): unknown {
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    setFailure(null);
    if (!chat.snapshot().loaded) {
      chat.load().catch((error: unknown) => current && setFailure(error));
    }
    return () => {
      current = false;
    };
  }, [chat]);
  return failure;
}

/** A page that grows stays at its end, unless the person has gone up to read. */
function useFollowing(grown: unknown) {
  const end = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  useEffect(() => {
    const scroller = end.current?.parentElement;
    const scrolled = () => {
      if (scroller) {
        following.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
      }
    };
    scroller?.addEventListener('scroll', scrolled, { passive: true });
    return () => scroller?.removeEventListener('scroll', scrolled);
  }, []);
  useEffect(() => {
    if (following.current) {
      end.current?.scrollIntoView({ block: 'end' });
    }
  }, [grown]);
  return { end, follow: () => (following.current = true) };
}

function Conversation({ chat, isNew }: { chat: Chat; isNew: boolean }) {
  const { t } = useTranslation();
  const session = useSession();
  const { preferences, prefer } = usePreferences();
  const navigate = useNavigate();
  const models = useModels();
  const state = useSyncExternalStore(chat.subscribe, chat.snapshot);
  const failure = useLoading(chat);
  const [collections, setCollections] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const records = useRecords();
  const [opening, setOpening] = useState(false);
  const { end, follow } = useFollowing(state.turns);

  const offered = useMemo(() => (models.data ?? []).filter(talks), [models.data]);
  const wished = chosen ?? state.turns.at(-1)?.model ?? preferences.model;
  const model = offered.find((candidate) => candidate.id === wished)?.id ?? offered[0]?.id ?? null;

  const asking = useCallback((preview: PreviewResult | null): Asking => ({ model: model ?? '', collections, preview, record: records.open }), [model, collections, records.open]);
  const write = useCallback((draft: string) => chat.write(draft), [chat]);

  const attach = (files: File[]) => files.forEach((file) => void chat.attachments.add(crypto.randomUUID(), file));

  const send = (question: string, preview: PreviewResult | null) => {
    follow();
    void chat.send(question, asking(preview));
    if (isNew) {
      void navigate(`/chat/${chat.id}`, { replace: true });
    }
  };

  const actions: TurnActions = useMemo(
    () => ({
      retry: (turn) => void chat.retry(turn, asking(null)),
      edit: (turn, edited) => void chat.edit(turn, edited, asking(null)),
      turnTo: (turn) => void chat.turnTo(turn),
      decide: (approval, approve) => chat.decide(approval, approve),
      rate: (turn, rating) => void chat.rate(turn, rating ? { rating } : null),
    }),
    [chat, asking],
  );
  const startAnew = () => {
    const draft = state.held?.text ?? '';
    chat.takeBack();
    if (state.held?.edited === null) {
      chat.write('');
    }
    void navigate('/chat', { state: { draft } });
  };

  const empty = state.turns.length === 0;
  return (
    <div className="chat">
      <RecordBanner onOpen={() => setOpening(true)} />
      <div className="turns" role="log" aria-label={t('chat.log')} aria-live="off">
        {!empty && <h1 className="sr-only">{t('chat.log')}</h1>}
        {failure !== null && <Notice tone="error">{explain(failure)}</Notice>}
        {empty && failure === null && (state.loaded ? <Welcome name={session.identity.name} /> : <Loading />)}
        {state.turns.map((turn, index) => (
          <TurnView
            key={turn.id}
            turn={turn}
            question={turn.role === 'assistant' ? (state.turns[index - 1]?.text ?? '') : ''}
            identities={state.identities}
            busy={state.busy}
            actions={actions}
          />
        ))}
        {state.documentsGone && <Notice tone="warning">{t('attachment.gone')}</Notice>}
        {state.failure !== null && <Notice tone="error">{explain(state.failure)}</Notice>}
        {state.unsaved === 'trying' && <Notice tone="warning">{t('chat.unsavedTrying')}</Notice>}
        {state.unsaved === 'waiting' && (
          <Notice tone="warning">
            {t('chat.unsaved')}
            <Button size="small" onPress={() => void chat.keepNow()}>
              {t('action.tryAgain')}
            </Button>
          </Notice>
        )}
        {state.unsaved === 'refused' && <Notice tone="warning">{t('chat.unsaved')}</Notice>}
        <div ref={end} />
      </div>
      <p className="sr-only" role="status">
        {state.busy ? t('chat.waiting') : state.turns.at(-1)?.role === 'assistant' ? t('chat.complete') : ''}
      </p>
      <div className="composer-dock">
        <Remaining state={state.remaining} />
        <Composer
          busy={state.busy}
          looking={state.looking}
          ready={model !== null && state.loaded}
          text={state.draft}
          onText={write}
          identities={state.identities}
          onIdentities={(identities) => chat.name(identities)}
          showMasked={preferences.showMasked ?? true}
          onShowMasked={(showMasked) => void prefer({ showMasked })}
          sendWithEnter={preferences.sendWithEnter ?? true}
          attached={state.attached}
          onDetach={(key) => void chat.attachments.remove(key)}
          onSend={send}
          onStop={() => chat.stop()}
          tools={
            <>
              <ModelPicker models={offered} value={model} onChange={setChosen} />
              {records.system && <OpenRecordButton isOpen={records.open !== null} onOpen={() => setOpening(true)} />}
              <AttachButton isDisabled={state.looking} onAttach={attach} />
              <CollectionPicker value={collections} onChange={setCollections} />
              {session.keeps && <TemplatePicker isDisabled={state.looking} onChoose={write} />}
            </>
          }
        />
        {models.isError && (
          <Notice tone="error">
            {explain(models.error)}
            <Button size="small" onPress={() => void models.refetch()}>
              {t('action.tryAgain')}
            </Button>
          </Notice>
        )}
        <p className="fine-print muted">{t('chat.finePrint')}</p>
      </div>
      <PatientDialog types={state.held?.others ?? null} onNew={startAnew} onSend={() => void chat.sendHeld()} onCancel={() => chat.takeBack()} />
      {opening && records.system && (
        <Suspense>
          <OpenRecordDialog
            system={records.system}
            launch={null}
            onClose={() => setOpening(false)}
            onOpened={(record) => {
              records.show(record);
              setOpening(false);
            }}
          />
        </Suspense>
      )}
      <Draft onDraft={write} />
    </div>
  );
}

function Welcome({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <div className="welcome">
      <h1>{t('chat.welcome', { name: name.split(' ')[0] ?? name })}</h1>
      <p className="muted">{t('chat.welcomeText')}</p>
    </div>
  );
}

/** Takes over what was written before another conversation was begun for it. */
function Draft({ onDraft }: { onDraft(text: string): void }) {
  useEffect(() => {
    const draft = (window.history.state as { usr?: { draft?: string } } | null)?.usr?.draft;
    if (draft) {
      onDraft(draft);
      window.history.replaceState({ ...window.history.state, usr: null }, '');
    }
  }, [onDraft]);
  return null;
}

const FEW_REQUESTS = 10;
const LITTLE_MONEY = 1;

function Remaining({ state }: { state: { budgetUsd: number | null; requests: number | null } | null }) {
  const { t, i18n } = useTranslation();
  if (!state) {
    return null;
  }
  const money = state.budgetUsd !== null && state.budgetUsd < LITTLE_MONEY;
  const requests = state.requests !== null && state.requests < FEW_REQUESTS;
  if (!money && !requests) {
    return null;
  }
  const dollars = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'USD' }).format(state.budgetUsd ?? 0);
  return <Notice tone="warning">{money ? t('limits.littleBudget', { budget: dollars }) : t('limits.fewRequests', { count: state.requests ?? 0 })}</Notice>;
}

/** A conversation, the one of the address or a new one. */
export function ChatPage() {
  const { id } = useParams();
  const chats = useChats();
  // A new conversation gets its id now, and its address with the first question.
  const [fresh, setFresh] = useState(() => crypto.randomUUID());
  const [shown, setShown] = useState(id);
  if (shown !== id) {
    setShown(id);
    if (shown === fresh) {
      setFresh(crypto.randomUUID());
    }
  }
  const isNew = id === undefined;
  const chat = chats.of(id ?? fresh, !isNew);
  return <Conversation key={chat.id} chat={chat} isNew={isNew} />;
}
