import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';

interface Props {
  types: string[] | null;
  onNew(): void;
  onSend(): void;
  onCancel(): void;
}

/** Asks before somebody else's chart gets into a conversation. */
export function PatientDialog({ types, onNew, onSend, onCancel }: Props) {
  const { t } = useTranslation();
  const names = (types ?? []).map((type) => (type === 'RECORD' ? t('record.record') : t(`phi.type.${type}` as 'phi.type.NAME'))).join(', ');
  return (
    <Dialog title={t('patient.title')} open={types !== null} onClose={onCancel} decide>
      <p>{t('patient.text', { types: names })}</p>
      <div className="row">
        <Button variant="primary" autoFocus onPress={onNew}>
          {t('patient.new')}
        </Button>
        <Button onPress={onSend}>{t('patient.send')}</Button>
        <Button variant="quiet" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
