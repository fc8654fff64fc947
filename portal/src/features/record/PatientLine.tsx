import { useTranslation } from 'react-i18next';
import { recordNumberOf, type Patient } from './patient';

/** A patient by what people are told apart by: name, birth date, record number. */
export function PatientLine({ patient }: { patient: Patient }) {
  const { t, i18n } = useTranslation();
  const number = recordNumberOf(patient);
  const day = patient.born?.length === 10 ? new Date(`${patient.born}T12:00:00`).toLocaleDateString(i18n.language, { dateStyle: 'medium' }) : patient.born;
  return (
    <span className="patient-line">
      <strong>{patient.name || t('record.unnamed')}</strong>
      {day && <span>{t('record.born', { day })}</span>}
      {number && <span>{t('record.number', { number })}</span>}
    </span>
  );
}
