package io.hilum.routing.overview;

import java.time.LocalDate;
import java.util.Comparator;

import io.hilum.routing.catalogue.Agreement;
import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.web.Prices;
import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.health.Recent;
import io.hilum.routing.health.Standing;
import io.hilum.routing.load.Load;
import io.hilum.routing.load.LoadBoard;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A deployment as it is now.
 *
 * @param id its id
 * @param provider the id of its provider
 * @param type the kind of the provider
 * @param model what the provider calls it
 * @param region where it computes, if that is known
 * @param agreement the agreement that covers the provider, the last one if none is valid
 * @param priority the lower, the earlier it is tried
 * @param weight its share where shares decide
 * @param provisioned whether it is paid for in advance
 * @param requestsPerMinute its quota of requests, if one is stated
 * @param tokensPerMinute its quota of tokens, if one is stated
 * @param priceUsdPerMillion what it costs
 * @param standing whether it may be called
 * @param pauseMs how long it is left alone yet
 * @param inFlight how many calls of this replica are with it
 * @param room whether its quota and its calls leave room
 * @param firstTokenMs how long a streamed answer takes to begin, if that is known
 * @param wholeAnswerMs how long one takes that is not streamed
 * @param recent how its last calls ended
 */
@JsonNaming(SnakeCaseStrategy.class)
record DeploymentState(String id, String provider, String type, String model, @Nullable String region,
		@Nullable Covered agreement, int priority, int weight, boolean provisioned, @Nullable Integer requestsPerMinute,
		@Nullable Integer tokensPerMinute, Prices priceUsdPerMillion, String standing, long pauseMs, int inFlight,
		boolean room, @Nullable Long firstTokenMs, @Nullable Long wholeAnswerMs, Recent recent) {

	static DeploymentState of(Deployment deployment, Catalogue catalogue, LocalDate today, HealthBoard health,
			LoadBoard loads) {
		ProviderDefinition provider = deployment.provider();
		Capacity capacity = deployment.capacity();
		Standing standing = health.of(deployment.id());
		Load streamed = loads.of(deployment, 0, true);
		return new DeploymentState(deployment.id(), provider.id(), provider.type().id(), deployment.model(),
				provider.region(), Covered.of(provider.id(), catalogue, today), deployment.priority(),
				deployment.weight(), capacity.provisioned(), capacity.requestsPerMinute(), capacity.tokensPerMinute(),
				Prices.of(deployment.price()), standing.state().id(), standing.pauseMillis(), streamed.inFlight(),
				streamed.room(), millis(streamed), millis(loads.of(deployment, 0, false)),
				health.recent(deployment.id()));
	}

	private static @Nullable Long millis(Load load) {
		return (load.latencyMillis() < 0) ? null : Math.round(load.latencyMillis());
	}

	/**
	 * An agreement.
	 *
	 * @param id its name
	 * @param expires the last day on which it is valid
	 * @param valid whether it is today
	 */
	record Covered(String id, LocalDate expires, boolean valid) {

		static @Nullable Covered of(String provider, Catalogue catalogue, LocalDate today) {
			Agreement valid = catalogue.agreement(provider, today).orElse(null);
			if (valid != null) {
				return new Covered(valid.id(), valid.expires(), true);
			}
			return catalogue.agreements()
				.stream()
				.filter((agreement) -> agreement.covers().contains(provider))
				.max(Comparator.comparing(Agreement::expires))
				.map((last) -> new Covered(last.id(), last.expires(), false))
				.orElse(null);
		}

	}

}
