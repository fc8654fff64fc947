import type { components } from '../api/rag.generated';
import { data, request, type Api } from './api';
import { Problem } from './problem';

export type Document = components['schemas']['Document'];

/** What can be read. */
export const FORMATS = ['.pdf', '.docx', '.html', '.md', '.txt'];

const DONE: ReadonlySet<Document['status']> = new Set(['ready', 'failed']);

/** Whether a document will not get any further. */
export function isDone(document: Document): boolean {
  return DONE.has(document.status);
}

/** Send a file; it is read in the background. */
export async function upload(api: Api, collection: string, file: File): Promise<Document> {
  const form = new FormData();
  form.append('file', file);
  const response = await request(api.caller, `/v1/collections/${encodeURIComponent(collection)}/documents`, { method: 'POST', body: form });
  return (await response.json()) as Document;
}

/** The collection of what is attached to a conversation: its owner's alone. */
export function attachedTo(conversation: string): string {
  return `personal-${conversation}`;
}

function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Problem && error.code === code)) {
      throw error;
    }
  };
}

/** Where documents of a conversation are kept. */
export interface Library {
  /** Make a collection that is the person's alone, unless it is there. */
  open(collection: string): Promise<void>;
  add(collection: string, file: File): Promise<Document>;
  look(collection: string, document: string): Promise<Document>;
  remove(collection: string, document: string): Promise<void>;
}

export function libraryOf(api: Api): Library {
  const pathOf = (name: string, id: string) => ({ params: { path: { name, id } } });
  return {
    open: (name) => api.rag.POST('/v1/collections', { body: { name } }).then(() => undefined, unless('collection_exists')),
    add: (name, file) => upload(api, name, file),
    look: (name, id) => data(api.rag.GET('/v1/collections/{name}/documents/{id}', pathOf(name, id))),
    remove: (name, id) => api.rag.DELETE('/v1/collections/{name}/documents/{id}', pathOf(name, id)).then(() => undefined),
  };
}

/** Delete what is attached to a conversation, if anything is. */
export async function deleteAttached(api: Api, conversation: string): Promise<void> {
  await api.rag.DELETE('/v1/collections/{name}', { params: { path: { name: attachedTo(conversation) } } }).catch(unless('collection_not_found'));
}
