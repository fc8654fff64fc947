import { ArrowUp, Eye, EyeOff, ShieldPlus, Square, X } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { MenuButton } from '../../components/MenuButton';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { correct, TYPES, type Identity, type IdentifierType, type PreviewResult } from '../phi/api';
import { MarkedTextArea } from '../phi/MarkedTextArea';
import { PreviewPanel } from '../phi/PreviewPanel';
import { usePreview } from '../phi/usePreview';
import type { Attached } from './attachments';
import { AttachmentTray } from './AttachmentTray';

/** The second click of a double click comes within so many milliseconds. */
const DOUBLE_CLICK = 500;

interface Props {
  busy: boolean;
  /** The text was sent, and is looked at before it leaves. */
  looking: boolean;
  ready: boolean;
  text: string;
  onText(text: string): void;
  identities: Identity[];
  onIdentities(identities: Identity[]): void;
  showMasked: boolean;
  onShowMasked(show: boolean): void;
  sendWithEnter: boolean;
  attached: readonly Attached[];
  onDetach(key: string): void;
  onSend(text: string, preview: PreviewResult | null): void;
  onStop(): void;
  tools: ReactNode;
}

/** Where a question is written: with identifiers marked, what the model will see of it, and words for what was overlooked. */
export function Composer(props: Props) {
  const { busy, looking, ready, text, onText, identities, onIdentities, showMasked, onShowMasked, sendWithEnter, attached, onDetach, onSend, onStop, tools } = props;
  const { t } = useTranslation();
  const { api } = useSession();
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState('');
  const live = usePreview(text, identities, looking);
  const sent = useRef(Number.NEGATIVE_INFINITY);
  const waiting = attached.some((file) => file.state === 'sending' || file.state === 'reading');
  const sendable = ready && !busy && !waiting && text.trim() !== '';

  const send = () => {
    if (sendable) {
      sent.current = performance.now();
      onSend(text, live.fresh);
      setTold('');
    }
  };
  const stop = () => {
    // Where Send was is Stop now: who clicks twice wants to send.
    if (performance.now() - sent.current > DOUBLE_CLICK) {
      onStop();
    }
  };
  const status = () => {
    if (looking) {
      return t('chat.looking');
    }
    if (waiting) {
      return t('attachment.wait');
    }
    return told || (live.failed ? t('phi.previewAway') : live.spans.length > 0 ? t('phi.marked', { count: live.spans.length }) : '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = sendWithEnter ? !event.shiftKey : event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && wanted && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  };
  const add = (type: IdentifierType) => {
    const area = input.current;
    const value = area ? text.slice(area.selectionStart, area.selectionEnd).trim() : '';
    if (value === '') {
      setTold(t('phi.selectFirst'));
      return;
    }
    onIdentities([...identities.filter((known) => known.value !== value), { type, value }]);
    setTold(t('phi.added', { value }));
    correct(api.caller, { verdict: 'identifier', type, text: value }).catch((error: unknown) => setTold(explain(error)));
    area?.focus();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        // What is sent off in a dialog of a tool comes by here too, wherever the dialog is on the page.
        if (event.target === event.currentTarget) {
          event.preventDefault();
          send();
        }
      }}
    >
      {showMasked && text.trim() !== '' && <PreviewPanel text={text} live={live} id={id} />}
      {identities.length > 0 && (
        <ul className="identities" aria-label={t('phi.known')}>
          {identities.map((identity) => (
            <li key={identity.value} className="chip">
              {identity.value}
              <IconButton label={t('phi.forget', { value: identity.value })} onPress={() => onIdentities(identities.filter((known) => known !== identity))}>
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AttachmentTray attached={attached} onDetach={onDetach} />
      <MarkedTextArea
        label={t('chat.message')}
        placeholder={t('chat.placeholder')}
        value={text}
        spans={live.spans}
        isReadOnly={looking}
        onChange={onText}
        onKeyDown={onKeyDown}
        input={input}
        describedBy={`${id}-status`}
      />
      <div className="composer-tools">
        {tools}
        <IconButton label={showMasked ? t('phi.hidePreview') : t('phi.showPreview')} aria-pressed={showMasked} onPress={() => onShowMasked(!showMasked)}>
          {showMasked ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
        </IconButton>
        <MenuButton
          label={t('phi.isIdentifier')}
          actions={TYPES.map((type) => ({ id: type, label: t(`phi.type.${type}`), onAction: () => add(type) }))}
        >
          <ShieldPlus aria-hidden="true" />
        </MenuButton>
        <span className="composer-status muted" id={`${id}-status`} role="status">
          {status()}
        </span>
        {busy ? (
          <Button variant="primary" onPress={stop}>
            <Square aria-hidden="true" />
            {t('chat.stop')}
          </Button>
        ) : (
          <Button type="submit" variant="primary" isDisabled={!sendable}>
            <ArrowUp aria-hidden="true" />
            {t('chat.send')}
          </Button>
        )}
      </div>
    </form>
  );
}
