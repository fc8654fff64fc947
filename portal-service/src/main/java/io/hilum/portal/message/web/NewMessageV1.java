package io.hilum.portal.message.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.hilum.portal.message.Message;
import io.hilum.portal.message.MessageProperties;
import io.hilum.portal.message.MessageRole;
import io.hilum.portal.message.web.DetailsV1.Attachment;
import io.hilum.portal.message.web.DetailsV1.Citation;
import io.hilum.portal.message.web.DetailsV1.Receipt;
import io.hilum.portal.message.web.DetailsV1.UsedTemplate;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.portal.wire.Expect;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be appended.
 */
record NewMessageV1(@Nullable UUID id, @Nullable UUID parent, @Nullable String role, @Nullable String text,
		@Nullable String model, @Nullable String finish, @Nullable Receipt receipt, @Nullable String seen,
		@Nullable List<Citation> citations, @Nullable List<Attachment> attachments, @Nullable UsedTemplate template) {

	private static final int MAX_CITATIONS = 100;

	private static final int MAX_ATTACHMENTS = 50;

	private static final int MAX_FINISH = 32;

	Message toMessage(MessageProperties bounds, Instant now) {
		String said = bounded(Expect.present(this.text, "text"), "text", bounds.maxText());
		String masked = (this.seen != null) ? bounded(this.seen, "seen", bounds.maxText()) : null;
		return new Message(Expect.present(this.id, "id"), this.parent, role(Expect.present(this.role, "role")),
				Expect.model(this.model, "model"), PhiText.of(said), (masked != null) ? PhiText.of(masked) : null,
				masked != null, details().text(bounds.maxDetails()), now);
	}

	private DetailsV1 details() {
		return new DetailsV1(Expect.optional(this.finish, "finish", MAX_FINISH),
				(this.receipt != null) ? this.receipt.checked() : null,
				Expect.list(this.citations, "citations", MAX_CITATIONS).stream().map(Citation::checked).toList(),
				Expect.list(this.attachments, "attachments", MAX_ATTACHMENTS)
					.stream()
					.map(Attachment::checked)
					.toList(),
				(this.template != null) ? this.template.checked() : null);
	}

	private static String bounded(String value, String param, int max) {
		if (value.length() > max) {
			throw PortalProblem.of(ProblemCode.MESSAGE_TOO_LONG,
					param + " may have " + max + " characters, has " + value.length(), param);
		}
		return value;
	}

	private static MessageRole role(String text) {
		for (MessageRole role : MessageRole.values()) {
			if (role.wire().equals(text)) {
				return role;
			}
		}
		throw PortalProblem.invalid("role", "Expected system, user, assistant or tool");
	}

	@Override
	public String toString() {
		return "NewMessageV1[REDACTED]";
	}

}
