package io.hilum.usage.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which events are searched for, the latest first.
 *
 * @param from not before
 * @param to not after
 * @param action of this action
 * @param subject of this subject
 * @param before of lower sequence
 * @param limit how many at most
 */
public record AuditQuery(@Nullable Instant from, @Nullable Instant to, @Nullable String action,
		@Nullable String subject, @Nullable Long before, int limit) {
}
