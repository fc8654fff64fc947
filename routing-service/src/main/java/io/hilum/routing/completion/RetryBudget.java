package io.hilum.routing.completion;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a share of requests be asked again, with some to begin with. Thread-safe.
 */
final class RetryBudget {

	/**
	 * What one retry costs; a request earns its share of this.
	 */
	private static final int PRICE = 100;

	private static final int MOST = 100 * PRICE;

	private final int share;

	private final AtomicInteger saved = new AtomicInteger(MOST);

	RetryBudget(int share) {
		this.share = share;
	}

	void earn() {
		if (this.saved.get() < MOST) {
			this.saved.addAndGet(this.share);
		}
	}

	boolean trySpend() {
		int before = this.saved.getAndUpdate((value) -> (value >= PRICE) ? value - PRICE : value);
		return before >= PRICE;
	}

}
