package io.hilum.gateway.admission;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.policy.Limits;
import io.hilum.gateway.problem.GatewayProblem;
import reactor.core.publisher.Mono;

/**
 * Limits in memory: so many requests at once, and no rate.
 */
public final class InMemoryAdmission implements Admission {

	private final int concurrency;

	private final Set<String> leases = Collections.synchronizedSet(new LinkedHashSet<>());

	/**
	 * Create limits.
	 * @param concurrency requests at the same time
	 */
	public InMemoryAdmission(int concurrency) {
		this.concurrency = concurrency;
	}

	@Override
	public Mono<Allowance> admit(Asking asking) {
		return Mono.defer(() -> {
			if (this.leases.size() >= this.concurrency) {
				return Mono.error(new GatewayProblem.TooManyRequests("concurrency_limit_exceeded", "m",
						Duration.ofSeconds(1), Map.of())
					.asException());
			}
			this.leases.add(asking.lease());
			return Mono
				.just(new Allowance(new Allowance.Rest(600, 599, Duration.ofMillis(100)), Allowance.Rest.UNCOUNTED));
		});
	}

	@Override
	public List<LimitInForce> limitsOf(Asking asking) {
		return List.of(new LimitInForce("caller", new Limits(600, this.concurrency, 0)));
	}

	@Override
	public Mono<Void> release(Asking asking) {
		return Mono.fromRunnable(() -> this.leases.remove(asking.lease()));
	}

	/**
	 * Which requests are not over.
	 * @return their ids
	 */
	public Set<String> leases() {
		return Set.copyOf(this.leases);
	}

}
