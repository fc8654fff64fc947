package io.hilum.portal.conversation.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.hilum.portal.conversation.Change;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.wire.Expect;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to change a conversation. A field that is missing is {@code null} here, one
 * that is null a node that says so.
 */
record ChangeV1(@Nullable JsonNode title, @Nullable JsonNode folder, @Nullable JsonNode model, @Nullable Boolean pinned,
		@Nullable Boolean archived, @Nullable UUID current) {

	Change toChange() {
		return new Change(field(this.title, "title", ChangeV1::title), field(this.folder, "folder", ChangeV1::id),
				field(this.model, "model", (name) -> Expect.model(name, "model")), this.pinned, this.archived,
				this.current);
	}

	private static <T> @Nullable Optional<T> field(@Nullable JsonNode node, String param,
			Function<String, @Nullable T> read) {
		if (node == null) {
			return null;
		}
		if (node.isNull()) {
			return Optional.empty();
		}
		if (!node.isString()) {
			throw PortalProblem.invalid(param, "Expected a string or null");
		}
		return Optional.ofNullable(read.apply(node.asString()));
	}

	private static @Nullable PhiText title(String text) {
		String title = Expect.optional(text, "title", BeginV1.MAX_TITLE);
		return (title != null) ? PhiText.of(title) : null;
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw PortalProblem.invalid("folder", "Expected an id");
		}
	}

	@Override
	public String toString() {
		return "ChangeV1[REDACTED]";
	}

}
