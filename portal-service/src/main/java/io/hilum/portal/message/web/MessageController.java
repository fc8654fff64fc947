package io.hilum.portal.message.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.hilum.portal.conversation.Conversations;
import io.hilum.portal.message.BranchPage;
import io.hilum.portal.message.BranchReader;
import io.hilum.portal.message.Message;
import io.hilum.portal.message.MessageProperties;
import io.hilum.portal.message.Messages;
import io.hilum.portal.message.Node;
import io.hilum.portal.page.Page;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Messages of one's own conversations.
 */
@RestController
@RequestMapping("/v1/portal/conversations/{conversation}")
class MessageController {

	private final Conversations conversations;

	private final Messages messages;

	private final BranchReader reader;

	private final MessageProperties properties;

	private final Clock clock;

	MessageController(Conversations conversations, Messages messages, BranchReader reader, MessageProperties properties,
			Clock clock) {
		this.conversations = conversations;
		this.messages = messages;
		this.reader = reader;
		this.properties = properties;
		this.clock = clock;
	}

	@GetMapping("/messages")
	Mono<Page<MessageV1>> list(@PathVariable UUID conversation, @RequestParam(required = false) @Nullable UUID leaf,
			@RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
			@RequestParam(required = false) @Nullable UUID cursor, ServiceContext caller) {
		int size = Page.limit(limit);
		return this.conversations.get(conversation, caller)
			.flatMap((found) -> this.reader.page(found, (leaf != null) ? leaf : found.state().current(), cursor, size))
			.map(MessageController::page);
	}

	private static Page<MessageV1> page(BranchPage page) {
		UUID before = page.before();
		return Page.of(page.messages().stream().map(MessageV1::of).toList(),
				(before != null) ? before.toString() : null);
	}

	@PostMapping("/messages")
	Mono<ResponseEntity<MessageV1>> append(@PathVariable UUID conversation, @RequestBody NewMessageV1 request,
			ServiceContext caller) {
		Message message = request.toMessage(this.properties, this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		return this.messages.append(conversation, message, caller)
			.flatMap((isNew) -> this.conversations.get(conversation, caller)
				.flatMap((found) -> this.reader.one(found, message.id()))
				.map((placed) -> ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
					.body(MessageV1.of(placed))));
	}

	@GetMapping("/messages/{message}")
	Mono<MessageV1> get(@PathVariable UUID conversation, @PathVariable UUID message, ServiceContext caller) {
		return this.conversations.get(conversation, caller)
			.flatMap((found) -> this.reader.one(found, message))
			.map(MessageV1::withSeen);
	}

	@GetMapping("/tree")
	Mono<TreeV1> tree(@PathVariable UUID conversation, ServiceContext caller) {
		return this.conversations.get(conversation, caller)
			.flatMap((found) -> this.messages.tree(found)
				.map((nodes) -> new TreeV1("list", found.state().current(), nodes.stream().map(NodeV1::of).toList())));
	}

	/**
	 * All branches.
	 *
	 * @param object always {@code list}
	 * @param current the end of the present one
	 * @param data the places of all messages
	 */
	record TreeV1(String object, @Nullable UUID current, List<NodeV1> data) {
	}

	/**
	 * The place of a message.
	 *
	 * @param id the message
	 * @param parent what it follows
	 * @param role who speaks
	 * @param createdAt when
	 */
	record NodeV1(UUID id, @Nullable UUID parent, String role, Instant createdAt) {

		static NodeV1 of(Node node) {
			return new NodeV1(node.id(), node.parent(), node.role().wire(), node.createdAt());
		}

	}

}
