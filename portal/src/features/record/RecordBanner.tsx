import { FolderOpen, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { PatientLine } from './PatientLine';
import { useIsOver, useRecords, type OpenRecord } from './records';

interface Props {
  onOpen(): void;
}

function Shown({ record, onOpen }: Props & { record: OpenRecord }) {
  const { t, i18n } = useTranslation();
  const { close } = useRecords();
  const over = useIsOver(record);
  const time = record.until === null ? null : new Date(record.until).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit' });
  return (
    <section className={over ? 'record-banner over' : 'record-banner'} aria-label={t('record.open')}>
      {over ? <TriangleAlert aria-hidden="true" /> : <FolderOpen aria-hidden="true" />}
      <div className="record-who">
        <PatientLine patient={record.patient} />
        <small role={over ? 'alert' : undefined}>{over ? t('record.over') : time ? t('record.until', { time }) : t('record.forAgents')}</small>
      </div>
      {over && (
        <Button size="small" onPress={onOpen}>
          {t('record.again')}
        </Button>
      )}
      <IconButton label={t('record.close')} onPress={close}>
        <X aria-hidden="true" />
      </IconButton>
    </section>
  );
}

/** Whose record is open, on every conversation, until the person closes it. */
export function RecordBanner({ onOpen }: Props) {
  const { open } = useRecords();
  return open && <Shown record={open} onOpen={onOpen} />;
}
