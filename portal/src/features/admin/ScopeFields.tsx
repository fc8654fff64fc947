import { useTranslation } from 'react-i18next';
import { Field, Select } from '../../components/Fields';
import { GROUPS, type Group, type Scope } from './scope';

/** What a report is of, as people choose it. */
export function ScopeFields({ scope }: { scope: Scope }) {
  const { t } = useTranslation();
  return (
    <div className="filters">
      <Field label={t('usage.from')} type="date" value={scope.from} onChange={scope.setFrom} />
      <Field label={t('usage.to')} type="date" value={scope.to} onChange={scope.setTo} />
      <Select label={t('usage.by')} value={scope.group} onChange={(chosen) => scope.setGroup(chosen as Group)} choices={GROUPS.map((id) => ({ id, label: t(`usage.${id}`) }))} />
    </div>
  );
}
