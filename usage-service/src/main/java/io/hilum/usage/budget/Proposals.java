package io.hilum.usage.budget;

import java.time.Instant;

import reactor.core.publisher.Mono;

/**
 * What one administrator wants of a budget until another wants the same.
 */
public interface Proposals {

	/**
	 * Take a proposal away that somebody else made, if it is the same.
	 * @param id the id of the budget
	 * @param wanted what is wanted of it
	 * @param by who wants it
	 * @param since when it must have been made at the earliest
	 * @return whether there was one
	 */
	Mono<Boolean> takeSame(String id, String wanted, String by, Instant since);

	/**
	 * Make a proposal in place of any other for this budget.
	 * @param id the id of the budget
	 * @param wanted what is wanted of it
	 * @param by who wants it
	 * @param at when
	 * @return when it is stored
	 */
	Mono<Void> put(String id, String wanted, String by, Instant at);

}
