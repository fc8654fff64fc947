import { attachedTo, isDone, type Document, type Library } from '../../lib/documents';
import { Problem } from '../../lib/problem';
import type { Message } from '../conversations/store';

/** A file on its way to the documents of a conversation. */
export interface Attached {
  key: string;
  name: string;
  mediaType: string | null;
  bytes: number;
  state: 'sending' | 'reading' | 'ready' | 'failed';
  document: string | null;
  reason: Document['reason'];
  error: unknown;
}

type Attachment = Message['attachments'][number];

/** How long the reading of a document is waited for, in milliseconds between looks and in all. */
const LOOK_AGAIN = 1_000;
const PATIENCE = 15 * 60_000;

/** What was asked for is not there, alone or with its collection. */
function isGone(error: unknown): boolean {
  return error instanceof Problem && error.status === 404;
}

/** What is attached to the next question of a conversation. It goes to a collection that is the person's alone. */
export class Attachments {
  readonly collection: string;
  private files: readonly Attached[] = [];
  private opened: Promise<void> | null = null;
  private sent: Promise<unknown> = Promise.resolve();

  constructor(
    conversation: string,
    private readonly library: Library,
    private readonly changed: (files: readonly Attached[]) => void,
    private readonly pause: (millis: number) => Promise<void>,
  ) {
    this.collection = attachedTo(conversation);
  }

  async add(key: string, file: File): Promise<void> {
    const { name, size: bytes, type } = file;
    this.show([...this.files, { key, name, bytes, mediaType: type || null, state: 'sending', document: null, reason: null, error: null }]);
    const sending = this.find(key);
    try {
      const id = await this.inTurn(() => this.deliver(key, file));
      if (id === null) {
        return;
      }
      if (sending && !this.find(key)) {
        await this.discard({ ...sending, document: id }, id);
        return;
      }
      this.change(key, { state: 'reading', document: id });
      const { status, reason } = await this.end(key, id);
      if (this.isReading(key)) {
        this.change(key, { state: status === 'ready' ? 'ready' : 'failed', reason });
      }
    } catch (error) {
      this.change(key, { state: 'failed', error });
    }
  }

  /** Attach a file no more, and delete what became of it; what is being sent is deleted when it is there. */
  async remove(key: string): Promise<void> {
    const file = this.find(key);
    this.show(this.files.filter((other) => other !== file));
    if (file?.document) {
      await this.discard(file, file.document);
    }
  }

  /** What cannot be deleted is shown again: it would be searched without anybody knowing. */
  private async discard(file: Attached, document: string): Promise<void> {
    try {
      await this.library.remove(this.collection, document);
    } catch (error) {
      if (!isGone(error)) {
        this.show([...this.files, { ...file, state: 'failed', error }]);
      }
    }
  }

  /** Take what can be sent along, and leave what is under way, and what can be removed as it could still be found. */
  take(): Attachment[] {
    const ready = this.files.filter((file) => file.state === 'ready');
    this.show(this.files.filter((file) => file.state !== 'ready' && (file.state !== 'failed' || (file.document && !file.reason))));
    return ready.map(({ name, mediaType, bytes, document }) => ({ name, mediaType, bytes, document, collection: this.collection }));
  }

  /** One file is sent at a time: who takes them has few places, and refuses what finds none. */
  private inTurn<T>(send: () => Promise<T>): Promise<T> {
    const sent = this.sent.then(send);
    this.sent = sent.catch(() => undefined);
    return sent;
  }

  /** Send a file that is still wanted; the collection that was opened may be gone since, as its time was over. */
  private async deliver(key: string, file: File): Promise<string | null> {
    if (!this.find(key)) {
      return null;
    }
    await this.open();
    try {
      return (await this.library.add(this.collection, file)).id;
    } catch (error) {
      if (!isGone(error)) {
        throw error;
      }
      this.opened = null;
      await this.open();
      return (await this.library.add(this.collection, file)).id;
    }
  }

  private open(): Promise<void> {
    this.opened ??= this.library.open(this.collection).catch((error: unknown) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  private async end(key: string, id: string): Promise<Document> {
    let document = await this.library.look(this.collection, id);
    for (let waited = 0; !isDone(document) && this.isReading(key) && waited < PATIENCE; waited += LOOK_AGAIN) {
      await this.pause(LOOK_AGAIN);
      document = await this.library.look(this.collection, id);
    }
    return document;
  }

  private find(key: string): Attached | undefined {
    return this.files.find((file) => file.key === key);
  }

  private isReading(key: string): boolean {
    return this.find(key)?.state === 'reading';
  }

  private change(key: string, change: Partial<Attached>): void {
    this.show(this.files.map((file) => (file.key === key ? { ...file, ...change } : file)));
  }

  private show(files: readonly Attached[]): void {
    this.files = files;
    this.changed(files);
  }
}
