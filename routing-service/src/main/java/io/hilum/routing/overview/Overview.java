package io.hilum.routing.overview;

import java.time.Instant;
import java.util.List;

import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.RateLimit;
import io.hilum.routing.health.Recent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The catalogue as it runs, as the contract has it.
 *
 * @param object what this is
 * @param version the version of the catalogue
 * @param seenAt when it was looked at
 * @param recentMinutes how far back recent calls go
 * @param models the models, in the order of the file
 */
@JsonNaming(SnakeCaseStrategy.class)
record Overview(String object, String version, Instant seenAt, int recentMinutes, List<Entry> models) {

	Overview(String version, Instant seenAt, List<Entry> models) {
		this("catalogue", version, seenAt, Recent.MINUTES, models);
	}

	/**
	 * A model.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Entry(String id, String strategy, @Nullable Integer context, @Nullable Integer maxOutput,
			List<String> fallback, @Nullable Integer requestsPerMinute, @Nullable Integer tokensPerMinute,
			boolean cached, List<DeploymentState> deployments) {

		static Entry of(Model model, List<DeploymentState> places) {
			RateLimit limit = model.limit();
			return new Entry(model.name(), model.strategy().id(), model.context(), model.maxOutput(),
					model.fallbacks().usual(), (limit != null) ? limit.requestsPerMinute() : null,
					(limit != null) ? limit.tokensPerMinute() : null, model.cached() != null, places);
		}

	}

}
