package io.hilum.portal.deletion.web;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.deletion.Deletion;
import io.hilum.portal.deletion.HeldConversations;
import io.hilum.portal.deletion.Shredder;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.page.Page;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Deletion of one's own conversations, and its receipts.
 */
@RestController
@RequestMapping("/v1/portal")
class DeletionController {

	private final Shredder shredder;

	private final HeldConversations held;

	DeletionController(Shredder shredder, HeldConversations held) {
		this.shredder = shredder;
		this.held = held;
	}

	@DeleteMapping("/conversations/{conversation}")
	Mono<DeletionV1> delete(@PathVariable UUID conversation, ServiceContext caller) {
		return this.shredder.delete(conversation, caller).map(DeletionV1::of);
	}

	@GetMapping("/held")
	Mono<HeldV1> held(@RequestParam UUID conversation, ServiceContext caller) {
		return this.held.isHeld(conversation, caller).map((held) -> new HeldV1("held", conversation, held));
	}

	@GetMapping("/deletions")
	Mono<Page<DeletionV1>> list(@RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
			@RequestParam(required = false) @Nullable String cursor, ServiceContext caller) {
		return this.shredder.receipts(Cursor.parse(cursor), Page.limit(limit) + 1, caller)
			.collectList()
			.map((read) -> Page.of(read, limit, Deletion::cursor, DeletionV1::of));
	}

	/**
	 * Whether a hold keeps a conversation.
	 */
	record HeldV1(String object, UUID conversation, boolean held) {
	}

	/**
	 * A receipt.
	 */
	record DeletionV1(String object, UUID conversation, int messages, String keyFingerprint, String reason,
			Instant deletedAt, UUID auditEvent) {

		static DeletionV1 of(Deletion deletion) {
			return new DeletionV1("deletion", deletion.conversation(), deletion.messages(), deletion.keyFingerprint(),
					deletion.reason().wire(), deletion.deletedAt(), deletion.auditEvent());
		}

	}

}
