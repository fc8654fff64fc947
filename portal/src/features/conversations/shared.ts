import { data, type Api } from '../../lib/api';
import type { components } from '../../api/portal.generated';
import { branchOf } from './remote';
import type { Message } from './store';

export type SharedConversation = components['schemas']['SharedConversation'];

const PAGE = 50;

/** What others share with the team, the newest first. */
export function listShared(api: Api, cursor: string | null) {
  return data(api.portal.GET('/v1/portal/shared', { params: { query: { limit: PAGE, ...(cursor ? { cursor } : {}) } } }));
}

/** A conversation that somebody of the team shares. That it is read is put on record. */
export async function readShared(api: Api, share: string): Promise<{ conversation: SharedConversation; messages: Message[] }> {
  const path = { share };
  const conversation = await data(api.portal.GET('/v1/portal/shared/{share}', { params: { path } }));
  const messages = await branchOf((query) => data(api.portal.GET('/v1/portal/shared/{share}/messages', { params: { path, query } })));
  return { conversation, messages };
}
