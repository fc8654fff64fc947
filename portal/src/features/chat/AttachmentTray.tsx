import { Paperclip, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/Button';
import { explain } from '../../lib/problem';
import type { Attached } from './attachments';

/** What is sent along with the next question, and how far it is. */
export function AttachmentTray({ attached, onDetach }: { attached: readonly Attached[]; onDetach(key: string): void }) {
  const { t } = useTranslation();
  const stateOf = (file: Attached) => {
    if (file.state !== 'failed') {
      return file.state === 'ready' ? '' : t(`attachment.${file.state}`);
    }
    return file.error ? explain(file.error) : t(`attachment.reason.${file.reason ?? 'other'}` as 'attachment.reason.other', { defaultValue: t('attachment.reason.other') });
  };
  return attached.length === 0 ? null : (
    <ul className="attachments" aria-label={t('attachment.list')}>
      {attached.map((file) => (
        <li key={file.key} className={file.state === 'failed' ? 'chip bad' : 'chip plain'}>
          <Paperclip aria-hidden="true" />
          {file.name} <span role="status">{stateOf(file)}</span>
          <IconButton label={t('attachment.remove', { name: file.name })} onPress={() => onDetach(file.key)}>
            <X aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
