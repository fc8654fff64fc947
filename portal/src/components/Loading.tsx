import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../lib/problem';
import { Button } from './Button';
import { Notice } from './Notice';

export function Loading() {
  const { t } = useTranslation();
  return (
    <p className="muted loading" role="status">
      {t('action.loading')}
    </p>
  );
}

interface Props<T> {
  query: UseQueryResult<T>;
  children(data: T): ReactNode;
}

/** Shows what a query found, or why it found nothing. */
export function Loaded<T>({ query, children }: Props<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.isError) {
    return (
      <Notice tone="error">
        <p>{explain(query.error)}</p>
        <Button size="small" onPress={() => void query.refetch()}>
          {t('action.tryAgain')}
        </Button>
      </Notice>
    );
  }
  return <Loading />;
}

/** Leads to the next page of what a query found, where there is one. */
export function More({ query, quiet = false }: { query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>; quiet?: boolean }) {
  const { t } = useTranslation();
  return query.hasNextPage ? (
    <Button size="small" variant={quiet ? 'quiet' : 'secondary'} isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
      {t('action.more')}
    </Button>
  ) : null;
}
