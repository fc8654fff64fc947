import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../lib/problem';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

interface Props {
  title: string;
  /** What the button says that does it. */
  action: string;
  /** What it does, as a mutation tells how far that is. */
  change: { mutate(): void; isPending: boolean; isError: boolean; error: unknown };
  onClose(): void;
  /** What the button says that does not do it, if it is not to cancel. */
  away?: string;
  complete?: boolean;
  danger?: boolean;
  wide?: boolean;
  open?: boolean;
  children: ReactNode;
}

/** Fields, and a button that does something with them; if that fails it says why and stays. */
export function FormDialog({ title, action, change, onClose, away, complete = true, danger = false, wide = false, open = true, children }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} open={open} onClose={onClose} wide={wide}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        {children}
        {change.isError && <Notice tone="error">{explain(change.error)}</Notice>}
        <div className="row">
          <Button type="submit" variant={danger ? 'danger' : 'primary'} isDisabled={change.isPending || !complete}>
            {action}
          </Button>
          <Button onPress={onClose}>{away ?? t('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
