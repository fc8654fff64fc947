import { post, type Caller } from '../../lib/api';
import type { Receipt } from '../conversations/store';
import type { Identity } from '../phi/api';
import { receiptOf, remainingOf, type Remaining } from './receipt';
import { readStream, type Approval, type ChatEvent } from './stream';

export interface CompletionRequest {
  conversation: string;
  model: string;
  messages: { role: string; content: string }[];
  identities: Identity[];
  collections: string[];
  /** The record of one patient, for the agent that is asked. */
  record: { patient: string; token: string } | null;
}

export interface Answer {
  receipt: Receipt;
  remaining: Remaining;
  events: AsyncIterable<ChatEvent>;
}

export type Complete = (request: CompletionRequest, signal: AbortSignal) => Promise<Answer>;

/** Chats over the public interface, as any other client does. */
export function completing(caller: Caller): Complete {
  return async ({ conversation, model, messages, identities, collections, record }, signal) => {
    const response = await post(
      caller,
      '/v1/chat/completions',
      {
        model,
        messages,
        stream: true,
        stream_options: { include_usage: true },
        hilum: {
          conversation,
          ...(identities.length ? { identities } : {}),
          ...(collections.length ? { collections } : {}),
          ...(record ? { record } : {}),
        },
      },
      { signal },
    );
    return { receipt: receiptOf(response.headers), remaining: remainingOf(response.headers), events: readStream(response) };
  };
}

/** Decides on what an agent would write: on exactly that, which the hash says. */
export function deciding(caller: Caller): (approval: Approval, approve: boolean) => Promise<void> {
  return async ({ run, call, hash }, approve) => {
    const path = `/v1/agents/runs/${encodeURIComponent(run)}/approvals/${encodeURIComponent(call)}`;
    await post(caller, path, { decision: approve ? 'approve' : 'refuse', hash });
  };
}
