package io.hilum.gateway.chat.kept;

import io.hilum.gateway.chat.answer.Originals;

/**
 * What must be known of a response that a provider keeps, to ask for it again and to go
 * on from it.
 *
 * @param id how the provider calls it
 * @param provider who keeps it, as the catalogue calls it
 * @param model the model that was asked for
 * @param conversation within which its pseudonyms are stable
 * @param originals what was taken out of its request and those before it
 */
public record KeptResponse(String id, String provider, String model, String conversation, Originals originals) {

	KeptResponse as(String other) {
		return new KeptResponse(other, this.provider, this.model, this.conversation, this.originals);
	}

}
