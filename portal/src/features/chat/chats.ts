import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { libraryOf } from '../../lib/documents';
import { useSession } from '../../lib/session';
import { useStore } from '../conversations/StoreContext';
import { preview } from '../phi/api';
import { useRecords } from '../record/records';
import { Chat } from './chat';
import { completing, deciding } from './completion';
import { pacing } from './pace';
import type { ChatParts } from './state';

/** How many conversations that were left are remembered with their answers under way. */
const MOST = 20;

/** The conversations that are open: an answer goes on while the person looks at something else. */
export class Chats {
  private readonly open = new Map<string, Chat>();

  constructor(private readonly parts: ChatParts) {}

  of(id: string, kept: boolean): Chat {
    const known = this.open.get(id);
    if (known) {
      return known;
    }
    const chat = new Chat(id, kept, this.parts);
    this.open.set(id, chat);
    for (const [oldest, candidate] of this.open) {
      if (this.open.size <= MOST) {
        break;
      }
      const { busy, held, attached, unsaved } = candidate.snapshot();
      if (!busy && !held && attached.length === 0 && unsaved !== 'trying' && unsaved !== 'waiting') {
        this.open.delete(oldest);
      }
    }
    return chat;
  }

  has(id: string): boolean {
    return this.open.has(id);
  }

  forget(id: string): void {
    this.open.get(id)?.leave();
    this.open.delete(id);
  }
}

export const ChatsContext = createContext<Chats | null>(null);

export function useNewChats(): Chats {
  const { api } = useSession();
  const store = useStore();
  const queries = useQueryClient();
  const { end: recordEnded } = useRecords();
  return useMemo(
    () =>
      new Chats({
        store,
        complete: completing(api.caller),
        decide: deciding(api.caller),
        preview: (...asked) => preview(api.caller, ...asked),
        library: libraryOf(api),
        pause: (millis) => new Promise((resolve) => window.setTimeout(resolve, millis)),
        chance: () => Math.random(),
        written: () => void queries.invalidateQueries({ queryKey: ['conversations'] }),
        answered: () => void queries.invalidateQueries({ queryKey: ['me'] }),
        recordEnded,
        uuid: () => crypto.randomUUID(),
        now: () => Date.now(),
        frame: pacing(),
      }),
    [api, store, queries, recordEnded],
  );
}

export function useChats(): Chats {
  const chats = useContext(ChatsContext);
  if (!chats) {
    throw new Error('outside of a session');
  }
  return chats;
}
