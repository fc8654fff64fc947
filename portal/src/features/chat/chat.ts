import { Problem } from '../../lib/problem';
import type { Message, Receipt } from '../conversations/store';
import type { Identity } from '../phi/api';
import { PatientWatch, type Looked } from '../phi/patients';
import { isOver } from '../record/records';
import { Attachments } from './attachments';
import type { Answer, CompletionRequest } from './completion';
import { isAgent } from './models';
import { completed } from './receipt';
import type { Asking, ChatParts, ChatState } from './state';
import type { Approval, Usage } from './stream';
import { asTurn, citationOf, collectionsOf, isSaid, messagesOf, newMessage, titleOf, withUnkept, type Turn, type Unkept } from './turns';

/** How many collections a question may be answered from. */
const MOST_COLLECTIONS = 16;

/** How much of a conversation waits for a store that is away. */
const MOST_UNWRITTEN = 100;

/** How often a store that is away is asked again by itself, and how long it is waited for: ever longer, in milliseconds. */
const MOST_TRIES = 12;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/** What the store has to get, and the message that it is. */
interface Unwritten {
  message: string;
  write(): Promise<void>;
}

/** Whether the store would refuse it another time too. */
function isRefused(error: unknown): boolean {
  return error instanceof Problem && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);
}

/** How long to wait before another try. Half of it is chance, lest all pages ask at once when the store comes back. */
function waitBefore(tries: number, refusal: unknown, chance: number): number {
  const wait = Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT);
  const asked = refusal instanceof Problem ? (refusal.retryAfter ?? 0) * 1_000 : 0;
  return Math.min(Math.max(wait * (0.5 + chance / 2), asked), LONGEST_WAIT);
}

/**
 * One conversation: what was said on its present branch, and the answer that is being streamed. An edit and another answer are
 * new branches; nothing that was said changes.
 */
export class Chat {
  readonly attachments: Attachments;
  private state: ChatState;
  private readonly listeners = new Set<() => void>();
  private readonly watch: PatientWatch;
  private abort = new AbortController();
  private writing: Promise<void> = Promise.resolve();
  private readonly unwritten: Unwritten[] = [];
  private readonly lost = new Set<string>();
  /** What of it other branches show. */
  private readonly unkept = new Map<string, Unkept>();
  private trying = false;
  private refusal: unknown = null;
  private shown = true;
  /** Whose record was open when something was said last. */
  private patient: string | null = null;

  constructor(
    readonly id: string,
    private kept: boolean,
    private readonly parts: ChatParts,
  ) {
    this.state = {
      turns: [], loaded: !kept, draft: '', attached: [], identities: [], busy: false, looking: false, held: null, documentsGone: false,
      unsaved: null, failure: null, remaining: null,
    };
    this.attachments = new Attachments(id, parts.library, (attached) => this.change({ attached }), parts.pause);
    this.watch = new PatientWatch(parts.preview);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): ChatState => this.state;

  async load(): Promise<void> {
    if (this.kept && !this.state.busy) {
      await this.read();
    }
  }

  /** Write a draft, unless the one that is there is looked at: what is said then is what was looked at. */
  write(draft: string): void {
    if (!this.state.looking) {
      this.change({ draft });
    }
  }

  name(identities: Identity[]): void {
    this.change({ identities });
  }

  /** Say something. It is the draft until it is said: while it is looked at, and as long as the person has to decide about it. */
  async send(text: string, asking: Asking): Promise<void> {
    if (this.state.busy) {
      return;
    }
    this.change({ draft: text });
    await this.lookAndSay(text, null, asking);
  }

  /** Say what was held. */
  async sendHeld(): Promise<void> {
    const { held } = this.state;
    if (held && !this.state.busy) {
      this.begin({});
      await this.say(held.text, held.edited, held.asking);
    }
  }

  /** Do not say what was held; it is a draft again. */
  takeBack(): void {
    this.change({ held: null });
  }

  /** Say something else in the place of a message: a branch beside it. */
  async edit(turn: string, text: string, asking: Asking): Promise<void> {
    if (!this.state.busy) {
      await this.lookAndSay(text, turn, asking);
    }
  }

  /** Have another answer: a branch beside the one that is there. */
  async retry(turn: string, asking: Asking): Promise<void> {
    const old = this.find(turn);
    if (old && !this.state.busy) {
      if (this.isOther(asking)) {
        // The question was about somebody else: it has to be asked anew, where the person is warned.
        this.change({ failure: new Problem(409, 'record_other', 'Another record is open than when this was asked') });
        return;
      }
      this.begin({});
      // What failed was never kept, so nothing branches from it.
      await this.answer(this.before(turn), asking, old.state === 'failed' ? [] : old.siblings);
    }
  }

  /** Let an agent write what it showed, or not. It hears of it by itself; what is told here is that it was refused to hear. */
  async decide(approval: Approval, approve: boolean): Promise<void> {
    await this.parts.decide(approval, approve);
  }

  stop(): void {
    this.abort.abort();
  }

  /** The conversation is gone: what was not kept of it must not begin it again. */
  leave(): void {
    this.unwritten.length = 0;
    this.stop();
  }

  /** Try again now to keep what could not be kept. */
  async keepNow(): Promise<void> {
    await this.writeDown();
    await this.keepTrying();
  }

  /** Show another branch. Nothing is said meanwhile: it would be said in a branch that is not shown any more. */
  async turnTo(message: string): Promise<void> {
    if (this.state.busy) {
      return;
    }
    this.begin({});
    try {
      await this.writeDown();
      if (this.unwritten.length > 0) {
        // The store does not have it yet, and what it shows of the other branch takes its place.
        throw this.refusal;
      }
      await this.parts.store.change(this.id, { current: message });
      this.remember();
      await this.read();
    } catch (failure) {
      this.change({ failure });
    } finally {
      this.change({ busy: false });
    }
  }

  async rate(message: string, feedback: Message['feedback']): Promise<void> {
    try {
      await this.parts.store.rate(this.id, message, feedback);
      this.replace(message, { feedback });
    } catch (failure) {
      this.change({ failure });
    }
  }

  private async read(): Promise<void> {
    const branch = await this.parts.store.branch(this.id);
    this.change({ turns: withUnkept(branch.map(asTurn), [...this.unkept.values()]), loaded: true });
  }

  /** The store does not know what it refused; whoever comes back to this branch is shown it where it was said. */
  private remember(): void {
    const { turns } = this.state;
    turns.forEach((turn, at) => {
      if (this.lost.has(turn.id)) {
        const next = turns.slice(at + 1).find((after) => isSaid(after) && !this.lost.has(after.id));
        this.unkept.set(turn.id, { turn, next: next?.id ?? null });
      }
    });
  }

  private begin(change: Partial<ChatState>): AbortSignal {
    this.abort = new AbortController();
    this.change({ failure: null, ...change, busy: true });
    return this.abort.signal;
  }

  /** Without a preview nothing is known of other patients; whether the text may leave is decided where it leaves. */
  private look(before: string[], text: string, asking: Asking, signal: AbortSignal): Promise<Looked> {
    const numbers = asking.record?.patient.numbers ?? [];
    const opened = asking.record !== null && this.patient !== asking.record.patient.id;
    return this.watch
      .look(before, text, this.state.identities, asking.preview, signal, { numbers, opened })
      .catch(() => ({ result: asking.preview, others: [] }))
      .then(({ result, others }) => ({ result, others: this.isOther(asking) ? ['RECORD', ...others] : others }));
  }

  /** Whether another record is open than was when something was said here. */
  private isOther({ record }: Asking): boolean {
    return record !== null && this.patient !== null && this.patient !== record.patient.id;
  }

  private async lookAndSay(text: string, edited: string | null, asking: Asking): Promise<void> {
    const signal = this.begin({ looking: true });
    const turns = edited === null ? this.state.turns : this.before(edited);
    const before = turns.filter((turn) => turn.role === 'user').map((turn) => turn.text);
    const { result, others } = await this.look(before, text, asking, signal);
    const looked = { ...asking, preview: result };
    if (signal.aborted) {
      this.change({ busy: false, looking: false });
    } else if (others.length > 0) {
      this.change({ busy: false, looking: false, held: { others, asking: looked, text, edited } });
    } else {
      await this.say(text, edited, looked);
    }
  }

  private say(text: string, edited: string | null, asking: Asking): Promise<void> {
    this.patient = asking.record?.patient.id ?? this.patient;
    if (edited !== null) {
      const old = this.find(edited);
      this.change({ looking: false, held: null });
      return this.ask(text, this.before(edited), asking, old?.siblings, old?.attachments);
    }
    const attachments = this.attachments.take();
    // What is attached now is there, whatever became of what was attached before.
    const documentsGone = this.state.documentsGone && attachments.length === 0;
    this.change({ draft: '', looking: false, held: null, documentsGone });
    return this.ask(text, this.state.turns, asking, [], attachments);
  }

  private async ask(text: string, before: Turn[], asking: Asking, siblings: string[] = [], attachments: Turn['attachments'] = []): Promise<void> {
    const seen = asking.preview?.masked ?? null;
    const turn = this.newTurn(this.parts.uuid(), 'user', before, asking.model, siblings);
    turn.text = text;
    turn.attachments = attachments;
    turn.state = 'done';
    turn.hasSeen = seen !== null;
    this.change({ turns: [...before, turn] });
    await this.keep(turn.id, async () => {
      if (!this.kept) {
        await this.parts.store.create(this.id, titleOf(text), asking.model);
        this.kept = true;
      }
      await this.parts.store.append(this.id, newMessage(turn, seen));
    });
    await this.answer(this.state.turns, asking, []);
  }

  private async answer(before: Turn[], asking: Asking, siblings: string[]): Promise<void> {
    const turn = this.newTurn(this.parts.uuid(), 'assistant', before, asking.model, siblings);
    turn.patient = isAgent(asking.model) ? (asking.record?.patient ?? null) : null;
    this.change({ turns: [...before, turn] });
    const ended = await this.stream(turn, before, asking, this.abort.signal);
    this.replace(turn.id, ended);
    this.change({ busy: false });
    this.parts.answered();
    const said = this.find(turn.id);
    if (said && isSaid(said)) {
      await this.keep(said.id, () => this.parts.store.append(this.id, newMessage(said, null)));
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
      const answer = await this.complete(before, asking, signal);
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
          case 'approval':
            this.replace(turn.id, { approvals: [...this.approvals(turn.id), event.approval] });
            break;
          case 'recordEnded':
            this.parts.recordEnded(asking.record?.token ?? '');
            break;
          case 'decision':
            this.decided(turn.id, event.call, event.outcome);
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

  /** Ask; without the documents of the conversation if their time is over. */
  private async complete(before: Turn[], asking: Asking, signal: AbortSignal): Promise<Answer> {
    const { model, collections } = asking;
    const record = this.recordFor(asking);
    const attached = this.state.documentsGone ? [] : collectionsOf(before);
    const from = (searched: string[]) => {
      const request = { model, record, collections: searched, identities: this.state.identities, conversation: this.id, messages: messagesOf(before) };
      return this.parts.complete(request, signal);
    };
    try {
      return await from([...attached, ...collections].slice(0, MOST_COLLECTIONS));
    } catch (error) {
      if (attached.length === 0 || !(error instanceof Problem) || error.code !== 'collection_not_found') {
        throw error;
      }
      const answer = await from(collections);
      this.change({ documentsGone: true });
      return answer;
    }
  }

  /** Agents alone get the record. One whose time is over is not left out in silence: an answer without it would be another. */
  private recordFor({ model, record }: Asking): CompletionRequest['record'] {
    if (!record || !isAgent(model)) {
      return null;
    }
    if (isOver(record, this.parts.now())) {
      throw new Problem(401, 'record_over', 'The access to the record has ended');
    }
    return { patient: record.patient.id, token: record.token };
  }

  private newTurn(id: string, role: 'user' | 'assistant', before: Turn[], model: string, siblings: string[]): Turn {
    // It follows what the store has or will have: it refuses to let anything follow what it does not know.
    const parent = before.findLast((turn) => isSaid(turn) && !this.lost.has(turn.id));
    return {
      object: 'message', id, parent: parent?.id ?? null, role, text: '', model, finish: null, receipt: null, hasSeen: false,
      citations: [], attachments: [], template: null, siblings: [...siblings, id], feedback: null,
      createdAt: new Date(this.parts.now()).toISOString(), state: 'streaming', steps: '', approvals: [], patient: null, error: null,
    };
  }

  /** The store gets what was said in its order, each after what it follows. What it could not take it gets before what comes next. */
  private async keep(message: string, write: () => Promise<void>): Promise<void> {
    if (this.unwritten.length < MOST_UNWRITTEN) {
      this.unwritten.push({ message, write });
    } else {
      this.lost.add(message);
    }
    await this.writeDown();
    // Nobody waits for a store that is away: what is asked is answered meanwhile.
    void this.keepTrying();
  }

  private async keepTrying(): Promise<void> {
    if (this.trying || this.unwritten.length === 0) {
      return;
    }
    this.trying = true;
    this.showUnsaved();
    for (let tries = 0; tries < MOST_TRIES && this.unwritten.length > 0; tries += 1) {
      const left = this.unwritten.length;
      await this.parts.pause(waitBefore(tries, this.refusal, this.parts.chance()));
      await this.writeDown();
      if (this.unwritten.length < left) {
        tries = -1;
      }
    }
    this.trying = false;
    this.showUnsaved();
  }

  private writeDown(): Promise<void> {
    this.writing = this.writing.then(() => this.writeAll());
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    for (let next = this.unwritten[0]; next; next = this.unwritten[0]) {
      const outcome = await next.write().then(
        () => 'written',
        (error: unknown) => {
          this.refusal = error;
          return isRefused(error) ? 'refused' : 'away';
        },
      );
      if (outcome === 'away') {
        break;
      }
      this.unwritten.shift();
      if (outcome === 'refused') {
        this.lost.add(next.message);
      } else {
        this.parts.written();
      }
    }
    this.showUnsaved();
  }

  private showUnsaved(): void {
    const kept = this.lost.size > 0 ? 'refused' : null;
    const unsaved = this.unwritten.length === 0 ? kept : this.trying ? 'trying' : 'waiting';
    if (unsaved !== this.state.unsaved) {
      this.change({ unsaved });
    }
  }

  private approvals(turn: string): Approval[] {
    return this.find(turn)?.approvals ?? [];
  }

  private decided(turn: string, call: string, outcome: Approval['outcome']): void {
    this.replace(turn, { approvals: this.approvals(turn).map((one) => (one.call === call ? { ...one, outcome } : one)) });
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
