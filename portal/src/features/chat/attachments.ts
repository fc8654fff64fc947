import { attachedTo, isDone, type Document, type Library } from '../../lib/documents';
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

/** What is attached to the next question of a conversation. It goes to a collection that is the person's alone. */
export class Attachments {
  readonly collection: string;
  private files: readonly Attached[] = [];
  private opened: Promise<void> | null = null;

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
    try {
      await this.open();
      const { id } = await this.library.add(this.collection, file);
      this.change(key, { state: 'reading', document: id });
      const { status, reason } = await this.end(key, id);
      this.change(key, { state: status === 'ready' ? 'ready' : 'failed', reason });
    } catch (error) {
      this.change(key, { state: 'failed', error });
    }
  }

  /** Attach a file no more, and delete what became of it. */
  async remove(key: string): Promise<void> {
    const document = this.find(key)?.document;
    this.show(this.files.filter((file) => file.key !== key));
    if (document) {
      // What cannot be deleted now goes with its conversation.
      await this.library.remove(this.collection, document).catch(() => undefined);
    }
  }

  /** Take what can be sent along, and leave nothing. */
  take(): Attachment[] {
    const ready = this.files.filter((file) => file.state === 'ready');
    this.show([]);
    return ready.map(({ name, mediaType, bytes, document }) => ({ name, mediaType, bytes, document, collection: this.collection }));
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
    for (let waited = 0; !isDone(document) && this.find(key) && waited < PATIENCE; waited += LOOK_AGAIN) {
      await this.pause(LOOK_AGAIN);
      document = await this.library.look(this.collection, id);
    }
    return document;
  }

  private find(key: string): Attached | undefined {
    return this.files.find((file) => file.key === key);
  }

  private change(key: string, change: Partial<Attached>): void {
    this.show(this.files.map((file) => (file.key === key ? { ...file, ...change } : file)));
  }

  private show(files: readonly Attached[]): void {
    this.files = files;
    this.changed(files);
  }
}
