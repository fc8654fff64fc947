package io.hilum.portal.conversation.web;

import java.util.UUID;

import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.Share;
import io.hilum.portal.conversation.Shares;
import io.hilum.portal.conversation.web.ConversationV1.ShareV1;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.page.Page;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What one shares with the team, and what others share.
 */
@RestController
@RequestMapping("/v1/portal")
class ShareController {

	private final Shares shares;

	ShareController(Shares shares) {
		this.shares = shares;
	}

	@PutMapping("/conversations/{conversation}/share")
	Mono<ShareV1> grant(@PathVariable UUID conversation, ServiceContext caller) {
		return this.shares.grant(conversation, caller).map(ShareController::share).map(ShareV1::of);
	}

	private static Share share(Conversation conversation) {
		Share share = conversation.share();
		if (share == null) {
			throw PortalProblem.notFound("share");
		}
		return share;
	}

	@DeleteMapping("/conversations/{conversation}/share")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> revoke(@PathVariable UUID conversation, ServiceContext caller) {
		return this.shares.revoke(conversation, caller);
	}

	@GetMapping("/shared")
	Mono<Page<SharedV1>> list(@RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
			@RequestParam(required = false) @Nullable String cursor, ServiceContext caller) {
		return this.shares.list(Cursor.parse(cursor), Page.limit(limit) + 1, caller)
			.collectList()
			.map((read) -> Page.of(read, limit, SharedV1::cursor, SharedV1::of));
	}

	@GetMapping("/shared/{share}")
	Mono<SharedV1> get(@PathVariable UUID share, ServiceContext caller) {
		return this.shares.read(share, caller).map(SharedV1::of);
	}

}
