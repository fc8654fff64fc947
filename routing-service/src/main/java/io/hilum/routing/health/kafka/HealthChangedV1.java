package io.hilum.routing.health.kafka;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hilum.routing.health.HealthNews;

/**
 * An event of hilum.health.v1.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record HealthChangedV1(String deployment, String replica, String state, Instant at, Instant until) {

	HealthChangedV1 {
		if (Stream.of(deployment, replica, state, at, until).anyMatch(Objects::isNull)) {
			throw new IllegalArgumentException("an event of hilum.health.v1 needs all of its fields");
		}
	}

	static HealthChangedV1 of(HealthNews news, String replica) {
		return new HealthChangedV1(news.deployment(), replica, news.state().name().toLowerCase(Locale.ROOT), news.at(),
				news.until());
	}

	HealthNews news() {
		return new HealthNews(this.deployment, HealthNews.State.valueOf(this.state.toUpperCase(Locale.ROOT)), this.at,
				this.until);
	}

}
