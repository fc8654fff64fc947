import { Problem } from '../../lib/problem';
import type { Conversation, ConversationChange, ConversationPage, ConversationStore, Feedback, ListQuery, Message, NewMessage } from './store';

interface Kept {
  conversation: Conversation;
  messages: Message[];
  seen: Map<string, string>;
}

/** Conversations that end with the page: for installations without portal-service. */
export class MemoryStore implements ConversationStore {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly now: () => Date) {}

  list(query: ListQuery): Promise<ConversationPage> {
    const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const data = [...this.kept.values()]
      .filter(({ conversation, messages }) => {
        const text = [conversation.title ?? '', ...messages.map((message) => message.text)].join('\n').toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(({ conversation }) => conversation)
      .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    return Promise.resolve({ data, cursor: null });
  }

  get(id: string): Promise<Conversation> {
    return this.of(id).then((kept) => kept.conversation);
  }

  create(id: string, title: string, model: string): Promise<void> {
    const now = this.now().toISOString();
    this.kept.set(id, {
      conversation: {
        object: 'conversation', id, title, folder: null, model, pinned: false, archived: false, current: null, messages: 0,
        share: null, createdAt: now, updatedAt: now, expiresAt: null,
      },
      messages: [],
      seen: new Map(),
    });
    return Promise.resolve();
  }

  async change(id: string, change: ConversationChange): Promise<void> {
    const kept = await this.of(id);
    kept.conversation = { ...kept.conversation, ...change };
    if (change.current) {
      kept.conversation.current = newestEnd(kept.messages, change.current);
    }
  }

  delete(id: string): Promise<void> {
    this.kept.delete(id);
    return Promise.resolve();
  }

  async branch(id: string): Promise<Message[]> {
    const { conversation, messages } = await this.of(id);
    const branch: Message[] = [];
    for (let at = conversation.current; at; at = branch[0]?.parent ?? null) {
      const message = messages.find((candidate) => candidate.id === at);
      if (!message) {
        break;
      }
      const siblings = messages.filter((candidate) => candidate.parent === message.parent).map((sibling) => sibling.id);
      branch.unshift({ ...message, siblings });
    }
    return branch;
  }

  async append(id: string, added: NewMessage): Promise<void> {
    const kept = await this.of(id);
    const has = (message: string) => kept.messages.some((candidate) => candidate.id === message);
    if (has(added.id)) {
      return;
    }
    if (added.parent && !has(added.parent)) {
      throw new Problem(404, 'not_found', 'There is no such message to follow');
    }
    const now = this.now().toISOString();
    kept.messages.push({
      object: 'message', id: added.id, parent: added.parent ?? null, role: added.role, text: added.text, model: added.model ?? null,
      finish: added.finish ?? null, receipt: added.receipt ?? null, hasSeen: Boolean(added.seen), citations: added.citations ?? [],
      attachments: added.attachments ?? [], template: added.template ?? null, siblings: [added.id], feedback: null, createdAt: now,
    });
    if (added.seen) {
      kept.seen.set(added.id, added.seen);
    }
    kept.conversation = { ...kept.conversation, current: added.id, messages: kept.messages.length, updatedAt: now };
  }

  async seen(id: string, message: string): Promise<string | null> {
    return (await this.of(id)).seen.get(message) ?? null;
  }

  async rate(id: string, message: string, feedback: Feedback | null): Promise<void> {
    const kept = await this.of(id);
    kept.messages = kept.messages.map((candidate) => (candidate.id === message ? { ...candidate, feedback } : candidate));
  }

  private of(id: string): Promise<Kept> {
    const kept = this.kept.get(id);
    return kept ? Promise.resolve(kept) : Promise.reject(new Problem(404, 'not_found', 'There is no such conversation'));
  }
}

function newestEnd(messages: readonly Message[], from: string): string {
  const children = messages.filter((message) => message.parent === from);
  const newest = children.at(-1);
  return newest ? newestEnd(messages, newest.id) : from;
}
