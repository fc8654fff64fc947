import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button';

interface Props {
  title: string;
  open: boolean;
  onClose(): void;
  children: ReactNode;
  /** Whether the person has to decide, and cannot just look away. */
  decide?: boolean;
  wide?: boolean;
}

export function Dialog({ title, open, onClose, children, decide = false, wide = false }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable={!decide} isKeyboardDismissDisabled={decide}>
      <Modal className={wide ? 'modal wide' : 'modal'}>
        <AriaDialog className="dialog" role={decide ? 'alertdialog' : 'dialog'}>
          <header>
            <Heading slot="title">{title}</Heading>
            {!decide && (
              <IconButton label={t('action.close')} onPress={onClose}>
                <X aria-hidden="true" />
              </IconButton>
            )}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
