import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { explain } from '../lib/problem';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

interface Props {
  title: string;
  text: string;
  action: string;
  onClose(): void;
  onConfirm(): Promise<unknown>;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, text, action, onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  const confirmed = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
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
