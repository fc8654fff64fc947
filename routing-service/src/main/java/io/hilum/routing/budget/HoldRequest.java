package io.hilum.routing.budget;

import java.util.List;

/**
 * What is to be set aside.
 *
 * @param id the id of the hold
 * @param accounts the counters that pay
 * @param worst what the request can cost at most
 */
public record HoldRequest(String id, List<Account> accounts, Worst worst) {

	/**
	 * Whether a limit binds the request.
	 * @return {@code true} if one of the accounts has a hard limit
	 */
	public boolean limited() {
		return this.accounts.stream().anyMatch(Account::refuses);
	}

}
