import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { explain } from '../lib/problem';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

interface Props {
  title: string;
  text: string;
  action: string;
  /** What is out of date when it was done. */
  changes: QueryKey;
  onClose(): void;
  onConfirm(): Promise<unknown>;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, text, action, changes, onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirmed = useMutation({
    mutationFn: onConfirm,
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: changes });
    },
  });
  return (
    <Dialog title={title} open onClose={onClose}>
      <p>{text}</p>
      {confirmed.isError && <Notice tone="error">{explain(confirmed.error)}</Notice>}
      <div className="row">
        <Button variant="danger" isDisabled={confirmed.isPending} onPress={() => confirmed.mutate()}>
          {action}
        </Button>
        <Button onPress={onClose}>{t('action.cancel')}</Button>
      </div>
    </Dialog>
  );
}
