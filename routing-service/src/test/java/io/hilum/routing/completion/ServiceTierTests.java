package io.hilum.routing.completion;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.metering.CountSource;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.hilum.routing.catalogue.CatalogueFixtures.model;
import static io.hilum.routing.catalogue.CatalogueFixtures.provider;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request is charged at the price of the service tier that its answer names.
 */
class ServiceTierTests {

	private static final Price USUAL = new Price(1_000_000_000, 1_000_000_000, 1_000_000_000, 1_000_000_000);

	private static final Price PRICE = USUAL
		.with(Map.of("priority", new Price.Service(USUAL.times(BigDecimal.TWO, "priority"), false), "flex",
				new Price.Service(USUAL.times(new BigDecimal("0.5"), "flex"), false)));

	private final UsageRecords records = new UsageRecords(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource({ "priority,priority,2000", "priority,default,1000", "priority,,2000", ",priority,2000", "flex,flex,500",
			"auto,standard,1000", ",,1000", "flex,,500" })
	void isChargedAsItWasServed(@Nullable String asked, @Nullable String named, long nanoUsd) {
		Journey journey = journey(asked);
		journey.usage(TokenCounts.of(1, 0));
		var tier = journey.tier(named);
		UsageRecord ended = this.records.ended(journey, new Ending(UsageOutcome.SUCCESS, 200, null));
		assertThat(ended.costNanoUsd()).as("served as %s", tier).isEqualTo(nanoUsd);
		assertThat(ended.price().service()).isEqualTo(PRICE.services().containsKey(String.valueOf(tier)) ? tier : null);
	}

	@Test
	void isNotChargedByWhatTheAttemptBeforeSaid() {
		Journey journey = journey("priority");
		journey.usage(TokenCounts.of(900, 900));
		journey.streamed(900);
		var before = journey.tier("default");
		journey.attempt(AdmissionFixtures.admission(journey.plan().candidates().getFirst()));
		assertThat(journey.tier(null)).as("after %s", before).isEqualTo("priority");
		UsageRecord unknown = this.records.ended(journey, new Ending(UsageOutcome.ERROR, 503, "upstream_unavailable"));
		assertThat(unknown.costNanoUsd()).isZero();
		assertThat(unknown.source()).isEqualTo(CountSource.ESTIMATED);
		journey.usage(TokenCounts.of(1, 0));
		assertThat(this.records.ended(journey, new Ending(UsageOutcome.SUCCESS, 200, null)).costNanoUsd())
			.isEqualTo(2000);
	}

	@Test
	void readsTheTierThatIsAskedForInEachDialect() {
		assertThat(asked("\"service_tier\":\"flex\"", Endpoint.RESPONSES)).isEqualTo("flex");
		assertThat(asked("\"service_tier\":\"Irma Peterhoff\"", Endpoint.CHAT_COMPLETIONS)).isEqualTo("other");
		assertThat(asked("\"service_tier\":null", Endpoint.CHAT_COMPLETIONS)).isNull();
		assertThat(asked("\"service_tier\":{\"a\":[\"flex\"]},\"n\":1", Endpoint.CHAT_COMPLETIONS)).isNull();
		assertThat(asked("\"speed\":\"fast\",\"service_tier\":\"auto\"", Endpoint.MESSAGES)).isEqualTo("fast");
		assertThat(asked("\"speed\":\"standard\"", Endpoint.MESSAGES)).isNull();
		assertThat(asked("\"speed\":\"fast\"", Endpoint.CHAT_COMPLETIONS)).isNull();
	}

	private static @Nullable String asked(String member, Endpoint endpoint) {
		byte[] body = ("{\"model\":\"m\"," + member + "}").getBytes(StandardCharsets.UTF_8);
		return new BodyScanner(5, 1000).scan(body, endpoint).serviceTier();
	}

	private static Journey journey(@Nullable String asked) {
		String tier = (asked != null) ? ",\"service_tier\":\"" + asked + "\"" : "";
		byte[] body = ("{\"model\":\"m\"" + tier + "}").getBytes(StandardCharsets.UTF_8);
		ServiceContext caller = new ServiceContext("r", "s", List.of("Clinician"), "t", null, null, "treatment",
				PhiState.NONE, "p", "c");
		Model model = model("m", Strategy.PRIORITY, List.of(),
				new Deployment(provider("p"), "m", PRICE, 1, 1, "max_tokens"));
		Plan plan = new Plan(model, "v", List.of(new Candidate(model.deployments().getFirst(), null, "r")), List.of());
		Journey journey = new Journey("id", new CompletionRequest(Endpoint.CHAT_COMPLETIONS,
				new BodyScanner(5, 100).scan(body, Endpoint.CHAT_COMPLETIONS), caller, Map.of(), null), plan);
		journey.attempt(AdmissionFixtures.admission(plan.candidates().getFirst()));
		return journey;
	}

}
