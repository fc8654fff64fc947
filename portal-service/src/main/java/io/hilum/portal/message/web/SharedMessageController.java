package io.hilum.portal.message.web;

import java.util.UUID;

import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.Share;
import io.hilum.portal.conversation.Shares;
import io.hilum.portal.message.BranchPage;
import io.hilum.portal.message.BranchReader;
import io.hilum.portal.page.Page;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Messages of what others share.
 */
@RestController
class SharedMessageController {

	private final Shares shares;

	private final BranchReader reader;

	SharedMessageController(Shares shares, BranchReader reader) {
		this.shares = shares;
		this.reader = reader;
	}

	@GetMapping("/v1/portal/shared/{share}/messages")
	Mono<Page<MessageV1>> list(@PathVariable UUID share, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
			@RequestParam(required = false) @Nullable UUID cursor, ServiceContext caller) {
		int size = Page.limit(limit);
		return this.shares.read(share, caller)
			.flatMap((found) -> this.reader.page(found, leaf(found), cursor, size))
			.map(SharedMessageController::page);
	}

	private static @Nullable UUID leaf(Conversation conversation) {
		Share share = conversation.share();
		return (share != null) ? share.leaf() : null;
	}

	private static Page<MessageV1> page(BranchPage page) {
		UUID before = page.before();
		return Page.of(page.messages().stream().map(MessageV1::shared).toList(),
				(before != null) ? before.toString() : null);
	}

}
