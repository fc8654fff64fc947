import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/Button';

export function OpenRecordButton({ isOpen, onOpen }: { isOpen: boolean; onOpen(): void }) {
  const { t } = useTranslation();
  return (
    <IconButton label={t(isOpen ? 'record.other' : 'record.title')} onPress={onOpen}>
      <FolderOpen aria-hidden="true" />
    </IconButton>
  );
}
