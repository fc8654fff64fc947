package io.hilum.routing.metering.journal;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.journal.Durability;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalCursor;
import io.hilum.journal.JournalSettings;
import io.hilum.journal.PendingEntry;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.catalogue.Assurance;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.health.Standing;
import io.hilum.routing.load.Load;
import io.hilum.routing.metering.CountSource;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageRecord.Attempt;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.metering.UsageRecord.Timing;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.routing.plan.PlanRequest.Chance;
import io.hilum.routing.plan.PlanRequest.Size;
import io.hilum.routing.plan.Signals;
import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.tokens.Cost;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.hilum.routing.catalogue.CatalogueFixtures.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UsageJson} and {@link JournalUsageReporter} against the contract.
 */
class UsageJsonTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(resource("/contracts/events/usage-recorded-v1.schema.json"), InputFormat.JSON);

	private static final Price PRICE = new Price(2_500_000_000L, 1_250_000_000L, 2_500_000_000L, 10_000_000_000L);

	private static final Deployment EAST = deployment("azure-east", "eastus2", 2);

	private static final Deployment WEST = deployment("azure-west", "westus", 1);

	private static final ServiceContext AMELIA = new ServiceContext("req_01HZX3M9",
			"https://login.example/realms/hilum|amelia", List.of("Clinician"), "cardiology", null, null, "treatment",
			PhiState.DEIDENTIFIED, "p1", "c1");

	@TempDir
	Path directory;

	@Test
	void equalsTheExampleOfTheContract() {
		JsonNode written = JSON.readTree(UsageJson.of(stream()));
		JsonNode example = JSON.readTree(resource("/contracts/examples/usage-recorded-v1/stream.json"));
		assertThat(written).isEqualTo(example);
	}

	@Test
	void isValidInEveryShape() {
		UsageRecord usage = stream();
		for (UsageOutcome outcome : UsageOutcome.values()) {
			for (CountSource source : CountSource.values()) {
				UsageRecord other = new UsageRecord(usage.id(), usage.time(), AMELIA, null, Endpoint.EMBEDDINGS, false,
						null, null, new Ending(outcome, 502, "upstream_error"),
						List.of(new Attempt("a/b", "dropped", null, 3, 0)), TokenCounts.NONE, source, Price.FREE, 0,
						null, new Timing(null, 1, 0), Map.of(), usage.plan());
				assertThat(SCHEMA.validate(JSON.readTree(UsageJson.of(other)).toString(), InputFormat.JSON)).isEmpty();
			}
		}
	}

	@Test
	void journalsTheEventWithItsHeadersUnderTheTeam() {
		try (EventJournal journal = EventJournal.open(JournalSettings.in(this.directory));
				JournalCursor cursor = journal.cursor()) {
			JournalUsageReporter reporter = new JournalUsageReporter(journal, "hilum.usage.v1", "routing-service",
					Mono.empty());
			reporter.begin(stream()).block();
			assertThat(cursor.next()).isNull();
			reporter.end(stream());
			PendingEntry pending = cursor.next();
			assertThat(pending).isNotNull();
			assertThat(pending.entry().topic()).isEqualTo("hilum.usage.v1");
			assertThat(pending.entry().key()).isEqualTo("cardiology");
			assertThat(pending.entry().headers()).containsEntry("ce_specversion", "1.0")
				.containsEntry("ce_id", "0198f1b0-5b57-7d02-b1a4-7f0a3f5f9c01")
				.containsEntry("ce_source", "/routing-service")
				.containsEntry("ce_time", "2026-01-05T08:00:02.210Z")
				.containsEntry("content-type", "application/json")
				.containsEntry("traceparent", "00-a-b-01")
				.containsEntry("ce_type", "hilum.usage.recorded.v1");
		}
	}

	@Test
	void refusesNewRequestsWhenTheJournalIsFull() {
		JournalSettings tiny = new JournalSettings(this.directory, 4096, 1024, Durability.NEVER, Duration.ofSeconds(1));
		try (EventJournal journal = EventJournal.open(tiny)) {
			JournalUsageReporter reporter = new JournalUsageReporter(journal, "t", "s", Mono.empty());
			assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> {
				for (int i = 0; i < 10; i++) {
					reporter.begin(stream()).block();
					reporter.end(stream());
				}
			}).satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("journal_full"));
		}
	}

	@Test
	void beginsNothingBeforeTheDiskHasIt() {
		Sinks.Empty<Void> disk = Sinks.empty();
		try (EventJournal journal = EventJournal.open(JournalSettings.in(this.directory))) {
			JournalUsageReporter reporter = new JournalUsageReporter(journal, "t", "s", disk.asMono());
			StepVerifier.create(reporter.begin(stream()))
				.expectSubscription()
				.then(() -> assertThat(journal.state().openIntents()).isEqualTo(1))
				.expectNoEvent(Duration.ofMillis(50))
				.then(disk::tryEmitEmpty)
				.expectComplete()
				.verify(Duration.ofSeconds(60));
		}
	}

	@Test
	void leavesNoIntentBehindIfTooManyWaitForTheDisk() {
		Mono<Void> disk = Mono.error(new RejectedExecutionException("too many wait for the disk"));
		try (EventJournal journal = EventJournal.open(JournalSettings.in(this.directory))) {
			JournalUsageReporter reporter = new JournalUsageReporter(journal, "t", "s", disk);
			assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> reporter.begin(stream()).block())
				.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("journal_unavailable"));
			assertThat(journal.state().openIntents()).isZero();
		}
	}

	private static UsageRecord stream() {
		TokenCounts tokens = new TokenCounts(180, 50, 0, 84, 0, 0, 0);
		Candidate west = new Candidate(WEST, null, "priority 1", "gpt-4o", 1,
				new Signals(Standing.WELL, new Load(3, 380.5, true)));
		Candidate east = new Candidate(EAST, "microsoft-baa", "priority 2", "gpt-4o", 2, Signals.NONE);
		PlanRequest request = new PlanRequest("gpt-4o", AMELIA.roles(), PhiState.DEIDENTIFIED, LocalDate.of(2026, 1, 5),
				new Size(220, 400, true), new Chance(7, 1234),
				new Circumstances("treatment", "", "cardiology", "10.20.30.40", 8, 1), null,
				new Assurance(true, List.of("c1", "no name", "x".repeat(129)), Duration.ofMinutes(3)),
				new ModelScope(List.of("gpt-4o", "no name")), null);
		Plan plan = new Plan(request, model("gpt-4o", Strategy.PRIORITY, List.of(), WEST, EAST), "sha256:5f70bf18a086",
				List.of(west, east), List.of(), List.of(),
				List.of(new Plan.Exclusion("openai/gpt-4o-2024-11-20", "no valid agreement")));
		String id = "0198f1b0-5b57-7d02-b1a4-7f0a3f5f9c01";
		return new UsageRecord(id, Instant.parse("2026-01-05T08:00:02.210Z"), AMELIA, "00-a-b-01",
				Endpoint.CHAT_COMPLETIONS, true, "gpt-4o-2024-11-20", east, new Ending(UsageOutcome.SUCCESS, 200, null),
				List.of(new Attempt("azure-west/gpt-4o", "dropped", 503, 41, 0),
						new Attempt("azure-east/gpt-4o", "success", 200, 412, 0)),
				tokens, CountSource.PROVIDER, PRICE, Cost.of(tokens, PRICE),
				new Hold(id, 41_500_000, 1, 100, null, List.of()), new Timing(412L, 2210, 3),
				Map.of("NAME", 2, "MRN", 1, "DATE", 1), plan);
	}

	private static Deployment deployment(String provider, String region, int priority) {
		return new Deployment(new ProviderDefinition(provider, ProviderType.AZURE_OPENAI, null, "k", "v", region),
				"gpt-4o", PRICE, priority, 1, "max_tokens");
	}

	private static InputStream resource(String path) {
		InputStream content = UsageJsonTests.class.getResourceAsStream(path);
		if (content == null) {
			throw new IllegalStateException(path + " is not on the class path");
		}
		return content;
	}

}
