package io.hilum.portal.message.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.hilum.portal.audit.AuditAction;
import io.hilum.portal.audit.AuditEvent;
import io.hilum.portal.audit.AuditLog;
import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.Conversations;
import io.hilum.portal.conversation.web.ConversationV1;
import io.hilum.portal.message.BranchReader;
import io.hilum.portal.message.PlacedMessage;
import io.hilum.portal.message.Transcript;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.retention.RetentionPolicy;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A conversation as a file. The name of the file is the id, since titles name patients.
 */
@RestController
class ExportController {

	private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=UTF-8");

	private final Conversations conversations;

	private final BranchReader reader;

	private final RetentionPolicy retention;

	private final AuditLog audit;

	private final JsonMapper json;

	private final Clock clock;

	ExportController(Conversations conversations, BranchReader reader, RetentionPolicy retention, AuditLog audit,
			JsonMapper json, Clock clock) {
		this.conversations = conversations;
		this.reader = reader;
		this.retention = retention;
		this.audit = audit;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/v1/portal/conversations/{conversation}/export")
	Mono<ResponseEntity<byte[]>> export(@PathVariable UUID conversation,
			@RequestParam(defaultValue = "json") String format, ServiceContext caller) {
		if (!List.of("json", "markdown").contains(format)) {
			throw PortalProblem.invalid("format", "Expected json or markdown");
		}
		return this.conversations.get(conversation, caller)
			.flatMap((found) -> this.reader.all(found)
				.map((messages) -> "json".equals(format) ? json(found, messages) : markdown(found, messages)))
			.delayUntil((file) -> this.audit
				.append(AuditEvent.allowed(AuditAction.CONVERSATION_EXPORTED, caller, "conversation:" + conversation)));
	}

	private ResponseEntity<byte[]> json(Conversation conversation, List<PlacedMessage> messages) {
		ExportV1 export = new ExportV1("export", this.clock.instant().truncatedTo(ChronoUnit.SECONDS),
				ConversationV1.of(conversation, this.retention), messages.stream().map(MessageV1::withSeen).toList());
		return file(conversation, "json", MediaType.APPLICATION_JSON, this.json.writeValueAsBytes(export));
	}

	private static ResponseEntity<byte[]> markdown(Conversation conversation, List<PlacedMessage> messages) {
		String text = Transcript
			.markdown(conversation.title(), messages.stream().map(PlacedMessage::message).toList(),
					conversation.state().current())
			.reveal();
		return file(conversation, "md", MARKDOWN, text.getBytes(StandardCharsets.UTF_8));
	}

	private static ResponseEntity<byte[]> file(Conversation conversation, String suffix, MediaType type,
			byte[] content) {
		return ResponseEntity.ok()
			.contentType(type)
			.headers((headers) -> headers.setContentDisposition(ContentDisposition.attachment()
				.filename("conversation-" + conversation.id() + "." + suffix)
				.build()))
			.body(content);
	}

	/**
	 * Everything of a conversation.
	 *
	 * @param object always {@code export}
	 * @param exportedAt when
	 * @param conversation the conversation
	 * @param messages its messages in all branches, in the order in which they were said
	 */
	record ExportV1(String object, Instant exportedAt, ConversationV1 conversation, List<MessageV1> messages) {
	}

}
