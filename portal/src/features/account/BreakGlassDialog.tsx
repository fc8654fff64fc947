import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, Select } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { Notice } from '../../components/Notice';
import { data } from '../../lib/api';
import { instant } from '../../lib/format';
import { useSession } from '../../lib/session';

const REASONS = ['treatment', 'outage', 'public-health', 'operations', 'audit'] as const;

type Reason = (typeof REASONS)[number];

/** Rights for an emergency, at once and for minutes; the alarm is raised and somebody looks at it afterwards. */
export function BreakGlassDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t, i18n } = useTranslation();
  const { api } = useSession();
  const [reason, setReason] = useState<Reason>('treatment');
  const [ticket, setTicket] = useState('');
  const [minutes, setMinutes] = useState('15');
  const grant = useMutation({
    mutationFn: () => data(api.usage.POST('/v1/grants/emergency', { body: { reason, ticket: ticket.trim(), minutes: Number(minutes) } })),
  });
  return (
    <FormDialog title={t('breakGlass.title')} action={t('breakGlass.break')} away={t('action.close')} danger change={grant} complete={ticket.trim() !== ''} open={open} onClose={onClose}>
      <Notice tone="warning">{t('breakGlass.text')}</Notice>
      <Select label={t('breakGlass.reason')} value={reason} onChange={(id) => setReason(id as Reason)} choices={REASONS.map((id) => ({ id, label: t(`breakGlass.reasons.${id}`) }))} />
      <Field label={t('breakGlass.ticket')} hint={t('breakGlass.ticketHint')} value={ticket} onChange={setTicket} isRequired pattern="[A-Za-z][A-Za-z0-9]{0,15}-[0-9]{1,12}" />
      <Select label={t('breakGlass.minutes')} value={minutes} onChange={setMinutes} choices={['15', '30', '60'].map((id) => ({ id, label: t('breakGlass.minutesOf', { count: Number(id) }) }))} />
      {grant.data?.expiresAt && <Notice tone="info">{t('breakGlass.granted', { until: instant(grant.data.expiresAt, i18n.language), roles: grant.data.roles.join(', ') })}</Notice>}
    </FormDialog>
  );
}
