package io.hilum.agents.evidence;

import io.hilum.trust.text.PhiText;

/**
 * An identifier of a person that is known for sure, so that it need not be found in a
 * text to be taken out of it.
 *
 * @param type its type, as the gateway names it in {@code hilum.identities}
 * @param value the identifier
 */
public record Identity(String type, PhiText value) {
}
