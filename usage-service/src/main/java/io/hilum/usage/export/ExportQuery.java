package io.hilum.usage.export;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param from the first instant
 * @param to the first instant after
 * @param team only of this team
 */
public record ExportQuery(Instant from, Instant to, @Nullable String team) {

}
