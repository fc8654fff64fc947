package io.hilum.rag.audit;

import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

/**
 * One decision: who did what to which collection. It never holds a title or a text.
 *
 * @param action what was done
 * @param context who did it, or {@code null} for this service itself
 * @param collection the name of the collection
 * @param resource what it was done to, as {@code kind:id}
 * @param reason the code of the problem, or why this service acted; {@code null} if it
 * was simply allowed
 * @param status the HTTP status of the answer, 0 without any
 */
public record AuditEvent(AuditAction action, @Nullable ServiceContext context, String collection, String resource,
		@Nullable String reason, int status) {

	/**
	 * A change that was made.
	 * @param action what was done
	 * @param context who did it
	 * @param collection the name of the collection
	 * @param resource what it was done to
	 * @param status the HTTP status of the answer
	 * @return the event
	 */
	public static AuditEvent allowed(AuditAction action, ServiceContext context, String collection, String resource,
			int status) {
		return new AuditEvent(action, context, collection, resource, null, status);
	}

	/**
	 * A change that was refused.
	 * @param action what was asked for
	 * @param context who asked
	 * @param collection the name of the collection
	 * @param reason the code of the problem
	 * @param status the HTTP status of the answer
	 * @return the event
	 */
	public static AuditEvent refused(AuditAction action, ServiceContext context, String collection, String reason,
			int status) {
		return new AuditEvent(action, context, collection, "collection:" + collection, reason, status);
	}

	/**
	 * What this service does by itself.
	 * @param action what is done
	 * @param collection the name of the collection
	 * @param resource what it is done to
	 * @param reason why
	 * @return the event
	 */
	public static AuditEvent own(AuditAction action, String collection, String resource, String reason) {
		return new AuditEvent(action, null, collection, resource, reason, 0);
	}

	/**
	 * Whether it was done.
	 * @return {@code false} for what was refused
	 */
	public boolean isAllowed() {
		return this.status < 400;
	}

}
