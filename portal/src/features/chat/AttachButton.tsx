import { useQuery } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/Button';
import { FORMATS } from '../../lib/documents';
import { useSession } from '../../lib/session';
import { collectionsQuery } from './CollectionPicker';

/** Takes documents for a conversation, where there is somebody who reads them. */
export function AttachButton({ isDisabled, onAttach }: { isDisabled: boolean; onAttach(files: File[]): void }) {
  const { t } = useTranslation();
  const { api, permissions } = useSession();
  const reader = useQuery(collectionsQuery(api));
  if (!permissions.has('documents') || !reader.isSuccess) {
    return null;
  }
  return (
    <FileTrigger acceptedFileTypes={FORMATS} allowsMultiple onSelect={(files) => files && onAttach([...files])}>
      <IconButton label={t('attachment.add')} isDisabled={isDisabled}>
        <Paperclip aria-hidden="true" />
      </IconButton>
    </FileTrigger>
  );
}
