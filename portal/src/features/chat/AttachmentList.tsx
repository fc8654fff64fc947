import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../conversations/store';

/** The names of what was sent along. */
export function AttachmentList({ attachments }: { attachments: Message['attachments'] }) {
  const { t } = useTranslation();
  return attachments.length === 0 ? null : (
    <ul className="attachments" aria-label={t('attachment.list')}>
      {attachments.map((attachment, index) => (
        <li key={attachment.document ?? index} className="chip plain">
          <Paperclip aria-hidden="true" />
          {attachment.name}
        </li>
      ))}
    </ul>
  );
}
