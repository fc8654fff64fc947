import { Meter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usd } from '../../lib/format';
import { useMe } from './me';

/** What the person has used this month, beside what limits it. */
export function UsageMeter() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  if (!me.data) {
    return null;
  }
  const spent = Number(me.data.thisMonth.costUsd);
  const limit = me.data.limits.filter((budget) => budget.window === 'month').map((budget) => Number(budget.limitUsd)).sort((a, b) => a - b)[0];
  if (limit === undefined) {
    return <p className="meter muted">{t('limits.spent', { spent: usd(spent, i18n.language) })}</p>;
  }
  return (
    <Meter className="meter" aria-label={t('limits.meter')} value={Math.min(spent, limit)} maxValue={limit} valueLabel={t('limits.spentOf', { spent: usd(spent, i18n.language), limit: usd(limit, i18n.language) })}>
      {({ percentage, valueText }) => (
        <>
          <span className="muted">{valueText}</span>
          <svg className="meter-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="4" />
            <rect className={percentage > 80 ? 'much' : 'fill'} width={percentage} height="4" />
          </svg>
        </>
      )}
    </Meter>
  );
}
