package io.hilum.portal.conversation.web;

import java.util.UUID;

import io.hilum.portal.wire.Expect;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A request for a new conversation.
 */
record BeginV1(@Nullable UUID id, @Nullable String title, @Nullable UUID folder, @Nullable String model) {

	static final int MAX_TITLE = 200;

	@Nullable PhiText sealable() {
		String text = Expect.optional(this.title, "title", MAX_TITLE);
		return (text != null) ? PhiText.of(text) : null;
	}

	@Override
	public String toString() {
		return "BeginV1[REDACTED]";
	}

}
