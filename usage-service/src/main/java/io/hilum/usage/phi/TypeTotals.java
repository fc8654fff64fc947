package io.hilum.usage.phi;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How many identifiers of one type were replaced in a group of requests.
 *
 * @param day the day, if grouped by it
 * @param team the team, if grouped by it
 * @param user the subject, if grouped by it
 * @param model the model, if grouped by it
 * @param type the type, such as {@code NAME}
 * @param requests in how many requests there were any
 * @param identifiers how many there were
 */
public record TypeTotals(@Nullable LocalDate day, @Nullable String team, @Nullable String user, @Nullable String model,
		String type, long requests, long identifiers) {
}
