import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Notice } from '../../components/Notice';
import { Page } from '../../components/Page';
import OpenRecordDialog from './OpenRecordDialog';
import { useRecords } from './records';
import { isKnown } from './smart';

/** Where an EHR leads people who look at a patient there: the same record is opened here, once the person says so. */
export default function LaunchPage() {
  const { t } = useTranslation();
  const { system, show } = useRecords();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const launch = useMemo(() => ({ iss: search.get('iss') ?? '', launch: search.get('launch') ?? '' }), [search]);
  const leave = () => void navigate('/chat', { replace: true });
  if (!system || !isKnown(system, launch) || launch.launch === '') {
    return (
      <Page title={t('record.title')} text="">
        <Notice tone="error">{t('record.foreign')}</Notice>
      </Page>
    );
  }
  return (
    <OpenRecordDialog
      system={system}
      launch={launch}
      onClose={leave}
      onOpened={(record) => {
        show(record);
        leave();
      }}
    />
  );
}
