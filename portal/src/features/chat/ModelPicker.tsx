import { useTranslation } from 'react-i18next';
import { Select } from '../../components/Fields';
import { count } from '../../lib/format';
import { recipientsOf, type Model } from './models';

interface Props {
  models: Model[];
  value: string | null;
  onChange(model: string): void;
}

function Detail({ model }: { model: Model }) {
  const { t, i18n } = useTranslation();
  const price = model.hilum?.price_usd_per_million;
  const money = (value: number) => new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'USD' }).format(value);
  const parts = [
    ...recipientsOf(model).map(({ provider, region }) => (region ? `${provider} (${region})` : provider)),
    model.hilum?.context ? t('model.context', { tokens: count(model.hilum.context, i18n.language) }) : '',
    price ? (price.input === 0 && price.output === 0 ? t('model.free') : t('model.price', { input: money(price.input), output: money(price.output) })) : '',
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

/** The models that the person may use, with where what is asked goes and what it costs. */
export function ModelPicker({ models, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('model.label')}
      hiddenLabel
      placeholder={t('model.choose')}
      value={value}
      onChange={onChange}
      choices={models.map((model) => ({ id: model.id, label: model.id, detail: <Detail model={model} /> }))}
    />
  );
}
