package io.hilum.gateway.admission;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
	public Mono<Allowance> admit(String account, List<String> roles, String lease) {
		return Mono.defer(() -> {
			if (this.leases.size() >= this.concurrency) {
				return Mono.error(new GatewayProblem.TooManyRequests("concurrency_limit_exceeded", "m",
						Duration.ofSeconds(1), Map.of())
					.asException());
			}
			this.leases.add(lease);
			return Mono.just(new Allowance(600, 599, Duration.ofMillis(100)));
		});
	}

	@Override
	public Mono<Void> release(String account, String lease) {
		return Mono.fromRunnable(() -> this.leases.remove(lease));
	}

	/**
	 * Which requests are not over.
	 * @return their ids
	 */
	public Set<String> leases() {
		return Set.copyOf(this.leases);
	}

}
