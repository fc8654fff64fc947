import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Copy } from '../../components/Copy';
import { Dialog } from '../../components/Dialog';
import { data } from '../../lib/api';
import { count, seconds, usd } from '../../lib/format';
import { Problem } from '../../lib/problem';
import { useSession } from '../../lib/session';
import type { Receipt } from '../conversations/store';
import { useModels } from './models';

/** The ledger has an entry some moments after the answer; it is asked for that long. */
const TRIES = 8;
const PAUSE = 750;

function useLedgerCost(receipt: Receipt, open: boolean) {
  const { api } = useSession();
  const requestId = receipt.requestId ?? '';
  return useQuery({
    queryKey: ['cost', requestId],
    enabled: open && requestId !== '' && !receipt.costUsd,
    queryFn: async () => (await data(api.usage.GET('/v1/usage/events/{requestId}', { params: { path: { requestId } } }))).costUsd,
    retry: (failed, error) => failed < TRIES && error instanceof Problem && error.status === 404,
    retryDelay: PAUSE,
    staleTime: Infinity,
  });
}

interface Props {
  receipt: Receipt;
  open: boolean;
  onClose(): void;
}

/** Where an answer came from, what was kept from it, and what it cost. */
export function ReceiptDialog({ receipt, open, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const ledger = useLedgerCost(receipt, open);
  const models = useModels();
  const language = i18n.language;
  const agreement =
    receipt.agreement ??
    models.data
      ?.flatMap((model) => model.hilum?.deployments ?? [])
      .find((deployment) => deployment.provider === receipt.provider)?.agreement;
  const cost = receipt.costUsd ?? ledger.data;
  const masked = Object.entries(receipt.phi ?? {});
  const rows: [string, React.ReactNode][] = [
    [t('receipt.model'), receipt.model],
    [t('receipt.provider'), [receipt.provider, receipt.region].filter(Boolean).join(', ')],
    [t('receipt.agreement'), agreement ?? t('receipt.noAgreement')],
    [
      t('receipt.masked'),
      masked.length === 0
        ? t('receipt.nothingMasked')
        : masked.map(([type, number]) => `${t(`phi.type.${type}` as 'phi.type.NAME', { defaultValue: type })}: ${number}`).join(', '),
    ],
    [
      t('receipt.tokens'),
      receipt.inputTokens === undefined
        ? null
        : t('receipt.tokensOf', { input: count(receipt.inputTokens ?? 0, language), output: count(receipt.outputTokens ?? 0, language) }),
    ],
    [t('receipt.cost'), cost ? usd(cost, language) : ledger.isFetching ? t('receipt.costPending') : null],
    [
      t('receipt.time'),
      receipt.millis
        ? t('receipt.timeOf', { total: seconds(receipt.millis, language), first: seconds(receipt.firstTokenMillis ?? receipt.millis, language) })
        : null,
    ],
    [t('receipt.cache'), receipt.cache && receipt.cache !== 'miss' ? t('receipt.fromCache') : null],
    [
      t('receipt.requestId'),
      receipt.requestId && (
        <span className="with-icon">
          <code>{receipt.requestId}</code>
          <Copy text={receipt.requestId} label={t('receipt.copyId')} />
        </span>
      ),
    ],
  ];
  return (
    <Dialog title={t('receipt.title')} open={open} onClose={onClose}>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="muted">{t('receipt.explained')}</p>
    </Dialog>
  );
}
