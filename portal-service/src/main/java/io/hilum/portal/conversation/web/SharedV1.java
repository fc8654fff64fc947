package io.hilum.portal.conversation.web;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.Share;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the team of its person sees it.
 */
record SharedV1(String object, UUID id, @Nullable String title, SharerV1 sharedBy, String team, @Nullable String model,
		Instant sharedAt) {

	static SharedV1 of(Conversation conversation) {
		Share share = share(conversation);
		return new SharedV1("shared", share.id(), reveal(conversation.title()),
				new SharerV1(conversation.holder().name(), reveal(share.sharedBy())), share.team(),
				conversation.state().model(), share.sharedAt());
	}

	static Cursor cursor(Conversation conversation) {
		Share share = share(conversation);
		return new Cursor(share.sharedAt(), share.id());
	}

	private static Share share(Conversation conversation) {
		Share share = conversation.share();
		if (share == null) {
			throw PortalProblem.notFound("share");
		}
		return share;
	}

	private static @Nullable String reveal(@Nullable PhiText text) {
		return (text != null) ? text.reveal() : null;
	}

	@Override
	public String toString() {
		return "SharedV1[" + this.id + "]";
	}

	/**
	 * Who shares.
	 *
	 * @param subject the subject
	 * @param displayName the name that the person goes by
	 */
	record SharerV1(String subject, @Nullable String displayName) {

		@Override
		public String toString() {
			return "SharerV1[REDACTED]";
		}

	}

}
