import { ChevronLeft, ChevronRight, FlipHorizontal2, Pencil, ReceiptText, RotateCcw, ThumbsDown, ThumbsUp } from 'lucide-react';
import { memo, useState } from 'react';
import { Disclosure, DisclosurePanel, Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { Copy } from '../../components/Copy';
import { Field } from '../../components/Fields';
import { Notice } from '../../components/Notice';
import { explain } from '../../lib/problem';
import type { Identity } from '../phi/api';
import type { Approval } from './stream';
import type { Turn } from './turns';
import { AnswerText } from './AnswerText';
import { ApprovalCard } from './ApprovalCard';
import { AttachmentList } from './AttachmentList';
import { CitationList } from './CitationList';
import { ReceiptDialog } from './ReceiptDialog';
import { SeenDialog } from './SeenDialog';

export interface TurnActions {
  retry(turn: string): void;
  edit(turn: string, text: string): void;
  turnTo(turn: string): void;
  decide(approval: Approval, approve: boolean): Promise<void>;
  rate(turn: string, rating: 'up' | 'down' | null): void;
}

interface Props {
  turn: Turn;
  /** What it answers. */
  question: string;
  identities: Identity[];
  busy: boolean;
  actions: TurnActions;
}

function Branches({ turn, busy, actions }: Pick<Props, 'turn' | 'busy' | 'actions'>) {
  const { t } = useTranslation();
  const at = turn.siblings.indexOf(turn.id);
  const before = turn.siblings[at - 1];
  const after = turn.siblings[at + 1];
  if (turn.siblings.length < 2) {
    return null;
  }
  return (
    <span className="branches" role="group" aria-label={t('chat.branches')}>
      <IconButton label={t('chat.branchBefore')} isDisabled={!before || busy} onPress={() => before && actions.turnTo(before)}>
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      {at + 1}/{turn.siblings.length}
      <IconButton label={t('chat.branchAfter')} isDisabled={!after || busy} onPress={() => after && actions.turnTo(after)}>
        <ChevronRight aria-hidden="true" />
      </IconButton>
    </span>
  );
}

function Question({ turn, busy, actions }: Pick<Props, 'turn' | 'busy' | 'actions'>) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<string | null>(null);
  if (edited !== null) {
    return (
      <form
        className="edit"
        onSubmit={(event) => {
          event.preventDefault();
          // It stays until the message takes its place: it may be stopped, or turn out to be of another patient.
          actions.edit(turn.id, edited);
        }}
      >
        <Field label={t('chat.edit')} lines={4} value={edited} onChange={setEdited} isReadOnly={busy} autoFocus />
        <div className="row">
          <Button type="submit" variant="primary" isDisabled={edited.trim() === '' || busy}>
            {t('chat.sendAgain')}
          </Button>
          <Button onPress={() => setEdited(null)}>{t('action.cancel')}</Button>
        </div>
      </form>
    );
  }
  return (
    <>
      <div className="bubble">{turn.text}</div>
      <AttachmentList attachments={turn.attachments} />
      <div className="turn-actions">
        <Branches turn={turn} busy={busy} actions={actions} />
        <Copy text={turn.text} />
        <IconButton label={t('chat.edit')} isDisabled={busy} onPress={() => setEdited(turn.text)}>
          <Pencil aria-hidden="true" />
        </IconButton>
      </div>
    </>
  );
}

function Steps({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <Disclosure className="steps">
      <AriaButton slot="trigger" className="button quiet small">
        <ChevronRight aria-hidden="true" />
        {t('chat.steps')}
      </AriaButton>
      <DisclosurePanel>
        <pre>{text}</pre>
      </DisclosurePanel>
    </Disclosure>
  );
}

function Answer({ turn, question, identities, busy, actions }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'receipt' | 'seen' | null>(null);
  const masked = Object.values(turn.receipt?.phi ?? {}).reduce((sum, number) => sum + number, 0);
  const rate = (rating: 'up' | 'down') => actions.rate(turn.id, turn.feedback?.rating === rating ? null : rating);
  return (
    <>
      {turn.steps !== '' && <Steps text={turn.steps} />}
      {turn.approvals.map((approval) => (
        <ApprovalCard key={approval.call} approval={approval} patient={turn.patient} open={turn.state === 'streaming'} onDecide={actions.decide} />
      ))}
      {turn.text !== '' && <AnswerText text={turn.text} />}
      {turn.state === 'streaming' && turn.text === '' && (
        <p className="typing" role="status">
          <span className="sr-only">{t('chat.waiting')}</span>
          <i />
          <i />
          <i />
        </p>
      )}
      {turn.state === 'failed' && <Notice tone="error">{explain(turn.error)}</Notice>}
      {turn.finish === 'cancelled' && <p className="muted">{t('chat.stopped')}</p>}
      {turn.finish === 'length' && <Notice tone="warning">{t('chat.cutOff')}</Notice>}
      {turn.citations.length > 0 && <CitationList citations={turn.citations} question={question} />}
      {turn.state !== 'streaming' && (
        <div className="turn-actions">
          <Branches turn={turn} busy={busy} actions={actions} />
          {turn.text !== '' && <Copy text={turn.text} />}
          <IconButton label={t('chat.retry')} isDisabled={busy} onPress={() => actions.retry(turn.id)}>
            <RotateCcw aria-hidden="true" />
          </IconButton>
          {turn.text !== '' && (
            <>
              <IconButton label={t('chat.good')} aria-pressed={turn.feedback?.rating === 'up'} onPress={() => rate('up')}>
                <ThumbsUp aria-hidden="true" />
              </IconButton>
              <IconButton label={t('chat.bad')} aria-pressed={turn.feedback?.rating === 'down'} onPress={() => rate('down')}>
                <ThumbsDown aria-hidden="true" />
              </IconButton>
              <Button size="small" variant="quiet" onPress={() => setShown('seen')}>
                <FlipHorizontal2 aria-hidden="true" />
                {t('seen.open')}
              </Button>
            </>
          )}
          {turn.receipt && (
            <Button size="small" variant="quiet" onPress={() => setShown('receipt')}>
              <ReceiptText aria-hidden="true" />
              {t('receipt.open')}
              {masked > 0 && <span className="chip">{t('receipt.maskedCount', { count: masked })}</span>}
            </Button>
          )}
        </div>
      )}
      {turn.receipt && <ReceiptDialog receipt={turn.receipt} open={shown === 'receipt'} onClose={() => setShown(null)} />}
      <SeenDialog question={question} answer={turn.text} identities={identities} open={shown === 'seen'} onClose={() => setShown(null)} />
    </>
  );
}

/** What somebody said, and what can be done about it. */
export const TurnView = memo(function TurnView(props: Props) {
  const { t } = useTranslation();
  const { turn } = props;
  return (
    <article className={`turn ${turn.role}`} aria-label={turn.role === 'user' ? t('chat.you') : (turn.receipt?.model ?? turn.model ?? t('chat.answer'))} aria-busy={turn.state === 'streaming'}>
      {turn.role === 'user' ? <Question {...props} /> : <Answer {...props} />}
    </article>
  );
});
