import { data, type Api } from '../../lib/api';
import type { Conversation, ConversationChange, ConversationPage, ConversationStore, Feedback, ListQuery, Message, NewMessage } from './store';

const PAGE = 50;
const MESSAGES = 100;
/** A branch of more messages is shown from here on. */
const MOST_PAGES = 20;

interface MessagePage {
  data: Message[];
  cursor: string | null;
}

/** A whole branch, oldest message first, of pages that begin with the newest. */
export async function branchOf(read: (query: { limit: number; cursor?: string }) => Promise<MessagePage>): Promise<Message[]> {
  const pages: Message[][] = [];
  let cursor: string | null = null;
  do {
    const page: MessagePage = await read({ limit: MESSAGES, ...(cursor ? { cursor } : {}) });
    pages.unshift(page.data);
    cursor = page.cursor;
  } while (cursor && pages.length < MOST_PAGES);
  return pages.flat();
}

/** Conversations at portal-service, sealed under a key of their own each. */
export class RemoteStore implements ConversationStore {
  constructor(private readonly api: Api) {}

  list({ q, ...query }: ListQuery): Promise<ConversationPage> {
    if (q) {
      const cursor = query.cursor ?? null;
      // Words may name a patient, and an address is written down on its way.
      return data(this.api.portal.POST('/v1/portal/conversations/search', { body: { q, limit: PAGE, cursor } }));
    }
    return data(this.api.portal.GET('/v1/portal/conversations', { params: { query: { ...query, limit: PAGE } } }));
  }

  get(id: string): Promise<Conversation> {
    return data(this.api.portal.GET('/v1/portal/conversations/{conversation}', { params: { path: { conversation: id } } }));
  }

  async create(id: string, title: string, model: string): Promise<void> {
    await this.api.portal.POST('/v1/portal/conversations', { body: { id, title, model } });
  }

  async change(id: string, change: ConversationChange): Promise<void> {
    await this.api.portal.PATCH('/v1/portal/conversations/{conversation}', { params: { path: { conversation: id } }, body: change });
  }

  async delete(id: string): Promise<void> {
    await this.api.portal.DELETE('/v1/portal/conversations/{conversation}', { params: { path: { conversation: id } } });
  }

  branch(id: string): Promise<Message[]> {
    const path = { conversation: id };
    return branchOf((query) => data(this.api.portal.GET('/v1/portal/conversations/{conversation}/messages', { params: { path, query } })));
  }

  async append(id: string, message: NewMessage): Promise<void> {
    await this.api.portal.POST('/v1/portal/conversations/{conversation}/messages', { params: { path: { conversation: id } }, body: message });
  }

  async seen(id: string, message: string): Promise<string | null> {
    const found = await data(
      this.api.portal.GET('/v1/portal/conversations/{conversation}/messages/{message}', { params: { path: { conversation: id, message } } }),
    );
    return found.seen;
  }

  async rate(id: string, message: string, feedback: Feedback | null): Promise<void> {
    const params = { path: { conversation: id, message } };
    if (feedback) {
      await this.api.portal.PUT('/v1/portal/conversations/{conversation}/messages/{message}/feedback', { params, body: feedback });
    } else {
      await this.api.portal.DELETE('/v1/portal/conversations/{conversation}/messages/{message}/feedback', { params });
    }
  }
}
