package io.hilum.rag.retrieve;

import java.util.List;

import io.hilum.trust.text.PhiText;

/**
 * What is searched for, and where.
 *
 * @param collections the names of the collections, as the client sent them
 * @param query the question
 * @param limit how many passages at most
 */
public record Question(List<String> collections, PhiText query, int limit) {

	/**
	 * How many passages may be asked for.
	 */
	public static final int MAX_LIMIT = 20;

	/**
	 * How many passages are returned when nothing is said.
	 */
	public static final int DEFAULT_LIMIT = 5;

}
