package io.hilum.portal.conversation.web;

import java.util.UUID;

import io.hilum.portal.conversation.BranchEnds;
import io.hilum.portal.conversation.Change;
import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.ConversationFilter;
import io.hilum.portal.conversation.Conversations;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.page.Page;
import io.hilum.portal.retention.RetentionPolicy;
import io.hilum.portal.wire.Expect;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/portal/conversations}.
 */
@RestController
@RequestMapping("/v1/portal/conversations")
class ConversationController {

	private final Conversations conversations;

	private final BranchEnds branches;

	private final RetentionPolicy retention;

	private final TimeOrderedIds ids;

	ConversationController(Conversations conversations, BranchEnds branches, RetentionPolicy retention,
			TimeOrderedIds ids) {
		this.conversations = conversations;
		this.branches = branches;
		this.retention = retention;
		this.ids = ids;
	}

	@GetMapping
	Mono<Page<ConversationV1>> list(@RequestParam(required = false) @Nullable UUID folder,
			@RequestParam(defaultValue = "false") boolean archived,
			@RequestParam(required = false) @Nullable Boolean pinned,
			@RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
			@RequestParam(required = false) @Nullable String cursor, ServiceContext caller) {
		ConversationFilter filter = new ConversationFilter(folder, archived, pinned);
		return page(this.conversations.list(filter, Cursor.parse(cursor), Page.limit(limit) + 1, caller), limit);
	}

	@PostMapping("/search")
	Mono<Page<ConversationV1>> search(@RequestBody SearchV1 request, ServiceContext caller) {
		int limit = request.pageSize();
		return page(this.conversations.search(request.query(), Cursor.parse(request.cursor()), limit + 1, caller),
				limit);
	}

	private Mono<Page<ConversationV1>> page(Flux<Conversation> found, int limit) {
		return found.collectList().map((read) -> Page.of(read, limit, Conversation::cursor, this::view));
	}

	@PostMapping
	Mono<ResponseEntity<ConversationV1>> begin(@RequestBody BeginV1 request, ServiceContext caller) {
		UUID id = (request.id() != null) ? request.id() : this.ids.next();
		return this.conversations
			.begin(id, request.sealable(), request.folder(), Expect.model(request.model(), "model"), caller)
			.map((begun) -> ResponseEntity.status(begun.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
				.body(view(begun.conversation())));
	}

	@GetMapping("/{conversation}")
	Mono<ConversationV1> get(@PathVariable UUID conversation, ServiceContext caller) {
		return this.conversations.get(conversation, caller).map(this::view);
	}

	@PatchMapping("/{conversation}")
	Mono<ConversationV1> change(@PathVariable UUID conversation, @RequestBody ChangeV1 request, ServiceContext caller) {
		return turned(conversation, request.toChange(), caller)
			.flatMap((change) -> this.conversations.change(conversation, change, caller))
			.map(this::view);
	}

	private Mono<Change> turned(UUID conversation, Change change, ServiceContext caller) {
		UUID message = change.current();
		return (message == null) ? Mono.just(change)
				: this.conversations.get(conversation, caller)
					.flatMap((found) -> this.branches.newestBelow(found, message))
					.map((end) -> new Change(change.title(), change.folder(), change.model(), change.pinned(),
							change.archived(), end));
	}

	private ConversationV1 view(Conversation conversation) {
		return ConversationV1.of(conversation, this.retention);
	}

}
