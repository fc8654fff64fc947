import type { ConversationStore, Message, NewMessage, Receipt } from '../conversations/store';
import type { Identity } from '../phi/api';
import type { Complete } from './completion';
import { completed, type Remaining } from './receipt';
import type { Citation, Usage } from './stream';

/** A message as the page shows it. */
export interface Turn extends Message {
  state: 'done' | 'streaming' | 'failed';
  steps: string;
  error: unknown;
}

export interface ChatState {
  turns: Turn[];
  busy: boolean;
  /** Whether something that was said could not be kept. */
  unsaved: boolean;
  remaining: Remaining | null;
}

export interface Asking {
  model: string;
  identities: Identity[];
  collections: string[];
  /** The text as the model will see it, if that is known. */
  seen: string | null;
}

export interface ChatParts {
  store: ConversationStore;
  complete: Complete;
  uuid(): string;
  now(): number;
  /** When the page is to be shown anew; at most once a frame. */
  frame(show: () => void): void;
}

const TITLE = 60;

export function titleOf(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length <= TITLE ? line : `${line.slice(0, TITLE).replace(/\s+\S*$/, '')}…`;
}

function citationOf(citation: Citation): NonNullable<Message['citations']>[number] {
  return {
    marker: String(citation.index), title: citation.document.title, collection: citation.collection, document: citation.document.id,
    passage: citation.id, section: citation.section, page: citation.page,
  };
}

function asTurn(message: Message): Turn {
  return { ...message, state: 'done', steps: '', error: null };
}

/**
 * One conversation: what was said on its present branch, and the answer that is being streamed. An edit and another answer are
 * new branches; nothing that was said changes.
 */
export class Chat {
  private state: ChatState = { turns: [], busy: false, unsaved: false, remaining: null };
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  private shown = true;

  constructor(
    readonly id: string,
    private kept: boolean,
    private readonly parts: ChatParts,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): ChatState => this.state;

  async load(): Promise<void> {
    if (this.kept && !this.state.busy) {
      const branch = await this.parts.store.branch(this.id);
      this.change({ turns: branch.map(asTurn) });
    }
  }

  send(text: string, asking: Asking): Promise<void> {
    return this.ask(text, this.state.turns, asking);
  }

  /** Say something else in the place of a message: a branch beside it. */
  edit(turn: string, text: string, asking: Asking): Promise<void> {
    return this.ask(text, this.before(turn), asking, this.find(turn)?.siblings);
  }

  /** Have another answer: a branch beside the one that is there. */
  async retry(turn: string, asking: Asking): Promise<void> {
    const old = this.find(turn);
    if (old && !this.state.busy) {
      // What failed was never kept, so nothing branches from it.
      await this.answer(this.before(turn), asking, old.state === 'failed' ? [] : old.siblings);
    }
  }

  stop(): void {
    this.abort?.abort();
  }

  async turnTo(message: string): Promise<void> {
    await this.parts.store.change(this.id, { current: message });
    await this.load();
  }

  async rate(message: string, feedback: Message['feedback']): Promise<void> {
    await this.parts.store.rate(this.id, message, feedback);
    this.replace(message, { feedback });
  }

  private async ask(text: string, before: Turn[], asking: Asking, siblings: string[] = []): Promise<void> {
    if (this.state.busy) {
      return;
    }
    const id = this.parts.uuid();
    const turn = this.newTurn(id, 'user', before, asking.model, siblings);
    turn.text = text;
    turn.state = 'done';
    turn.hasSeen = asking.seen !== null;
    this.change({ turns: [...before, turn] });
    if (!this.kept) {
      this.kept = true;
      await this.keep(() => this.parts.store.create(this.id, titleOf(text), asking.model));
    }
    await this.keep(() => this.parts.store.append(this.id, newMessage(turn, asking.seen)));
    await this.answer(this.state.turns, asking, []);
  }

  private async answer(before: Turn[], asking: Asking, siblings: string[]): Promise<void> {
    const turn = this.newTurn(this.parts.uuid(), 'assistant', before, asking.model, siblings);
    this.abort = new AbortController();
    this.change({ turns: [...before, turn], busy: true });
    const ended = await this.stream(turn, before, asking, this.abort.signal);
    this.abort = null;
    this.replace(turn.id, ended);
    this.change({ busy: false });
    const said = this.find(turn.id);
    if (said && (said.text !== '' || said.state === 'done')) {
      await this.keep(() => this.parts.store.append(this.id, newMessage(said, null)));
    }
  }

  /** Show an answer as it comes; what is returned is how it ended. */
  private async stream(turn: Turn, before: Turn[], asking: Asking, signal: AbortSignal): Promise<Partial<Turn>> {
    const began = this.parts.now();
    let receipt: Receipt | null = null;
    let usage: Usage | null = null;
    let first: number | null = null;
    let text = '';
    let steps = '';
    let finish: string | null = null;
    let citations: Turn['citations'] = [];
    const end = (ending: Partial<Turn>): Partial<Turn> => ({
      text, steps, citations, finish, receipt: receipt && completed(receipt, usage, this.parts.now() - began, first), state: 'done', ...ending,
    });
    try {
      const answer = await this.parts.complete({ ...asking, conversation: this.id, messages: messagesOf(before) }, signal);
      receipt = answer.receipt;
      this.change({ remaining: answer.remaining });
      for await (const event of answer.events) {
        switch (event.kind) {
          case 'text':
            first ??= this.parts.now() - began;
            text += event.text;
            break;
          case 'step':
            steps += event.text;
            break;
          case 'finish':
            finish = event.reason;
            break;
          case 'usage':
            usage = event.usage;
            break;
          case 'citations':
            citations = event.citations.map(citationOf);
            break;
        }
        this.showSoon(turn.id, { text, steps, receipt });
      }
      return end({});
    } catch (error) {
      return signal.aborted ? end({ finish: 'cancelled' }) : end({ finish: 'error', state: 'failed', error });
    }
  }

  private newTurn(id: string, role: 'user' | 'assistant', before: Turn[], model: string, siblings: string[]): Turn {
    return {
      object: 'message', id, parent: before.at(-1)?.id ?? null, role, text: '', model, finish: null, receipt: null, hasSeen: false,
      citations: [], attachments: [], template: null, siblings: [...siblings, id], feedback: null,
      createdAt: new Date(this.parts.now()).toISOString(), state: 'streaming', steps: '', error: null,
    };
  }

  private async keep(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch {
      this.change({ unsaved: true });
    }
  }

  private find(id: string): Turn | undefined {
    return this.state.turns.find((turn) => turn.id === id);
  }

  private before(id: string): Turn[] {
    const at = this.state.turns.findIndex((turn) => turn.id === id);
    return at < 0 ? this.state.turns : this.state.turns.slice(0, at);
  }

  private showSoon(id: string, change: Partial<Turn>): void {
    this.state = { ...this.state, turns: this.state.turns.map((turn) => (turn.id === id ? { ...turn, ...change } : turn)) };
    if (this.shown) {
      this.shown = false;
      this.parts.frame(() => {
        this.shown = true;
        this.listeners.forEach((listener) => listener());
      });
    }
  }

  private replace(id: string, change: Partial<Turn>): void {
    this.change({ turns: this.state.turns.map((turn) => (turn.id === id ? { ...turn, ...change } : turn)) });
  }

  private change(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

/** What was refused was never sent, and is not sent with what is asked after it either. */
function messagesOf(turns: readonly Turn[]): { role: string; content: string }[] {
  return turns
    .filter((turn, index) => turn.text !== '' && (turn.role !== 'user' || index === turns.length - 1 || isAnswer(turns[index + 1])))
    .map((turn) => ({ role: turn.role, content: turn.text }));
}

function isAnswer(turn: Turn | undefined): boolean {
  return turn?.role === 'assistant' && turn.text !== '';
}

function newMessage(turn: Turn, seen: string | null): NewMessage {
  return {
    id: turn.id, parent: turn.parent, role: turn.role, text: turn.text, model: turn.model, finish: turn.finish, receipt: turn.receipt,
    seen, citations: turn.citations, attachments: turn.attachments, template: turn.template,
  };
}
