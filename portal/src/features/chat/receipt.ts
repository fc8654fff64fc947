import { countsOf } from '../phi/spans';
import type { Receipt } from '../conversations/store';
import type { Usage } from './stream';

function whole(value: string | null): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 ? number : null;
}

/** What the headers of an answer say of it. */
export function receiptOf(headers: Headers): Receipt {
  const cost = headers.get('hilum-cost-usd');
  return {
    requestId: headers.get('x-request-id'),
    model: headers.get('hilum-model'),
    provider: headers.get('hilum-provider'),
    region: headers.get('hilum-region'),
    agreement: null,
    phi: countsOf(headers.get('hilum-phi')),
    costUsd: cost && /^\d{1,9}(\.\d{1,9})?$/.test(cost) ? cost : null,
    attempts: whole(headers.get('hilum-attempts')),
    cache: headers.get('hilum-cache'),
  };
}

/** What its end adds. */
export function completed(receipt: Receipt, usage: Usage | null, millis: number, firstTokenMillis: number | null): Receipt {
  return { ...receipt, ...usage, millis: Math.round(millis), firstTokenMillis: firstTokenMillis === null ? null : Math.round(firstTokenMillis) };
}

/** What is left, as the answer says: of the tightest budget in dollars, and of requests. */
export interface Remaining {
  budgetUsd: number | null;
  requests: number | null;
}

export function remainingOf(headers: Headers): Remaining {
  const budget = headers.get('hilum-budget-remaining-usd');
  return { budgetUsd: budget === null ? null : Number(budget), requests: whole(headers.get('x-ratelimit-remaining-requests')) };
}
