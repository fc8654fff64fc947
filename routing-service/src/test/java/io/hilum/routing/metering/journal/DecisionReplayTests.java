package io.hilum.routing.metering.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.Assurance;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.file.CatalogueFile;
import io.hilum.routing.health.Standing;
import io.hilum.routing.load.Load;
import io.hilum.routing.metering.CountSource;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.metering.UsageRecord.Timing;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.routing.plan.PlanRequest.Chance;
import io.hilum.routing.plan.PlanRequest.Size;
import io.hilum.routing.plan.Planner;
import io.hilum.routing.plan.Signals;
import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.replay.ReplayCommand;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A decision that was written as an event can be made again from it.
 */
class DecisionReplayTests {

	private static final String CATALOGUE = """
			agreements: [{id: baa, covers: [a, b], expires: 2099-01-01}]
			providers:
			  - {id: a, type: openai-compatible, endpoint: "http://a"}
			  - {id: b, type: openai-compatible, endpoint: "http://b"}
			  - {id: c, type: openai-compatible, endpoint: "http://c"}
			models:
			  - name: one
			    strategy: STRATEGY
			    context: 4000
			    price: {input: 2, output: 4}
			    deployments:
			      - {provider: a, model: m, weight: 3, priority: 2}
			      - {provider: b, model: m, weight: 1, price: {input: 1, output: 9}}
			      - {provider: c, model: m, ptu: true, weight: 2}
			    fallback: [two]
			    content-fallback: [two]
			  - {name: two, free: true, mfa: required, authentication: {context: [c1, c2], max-age: 15m}, context: 64000, strategy: weighted, deployments: [{provider: a, model: n}, {provider: b, model: n}]}
			policies:
			  - {id: covered, effect: deny, when: 'phi == "raw" && agreement == ""', reason: no agreement}
			  - {id: night, effect: deny, when: 'hour < 6 && provider == "b" && network.inside("10.1.0.0/16")', reason: not at night}
			roles: {Clinician: {models: ["*"], phi: allow}}
			""";

	@TempDir
	private Path folder = Path.of("");

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final Random random = new Random(20_260_105);

	@BeforeEach
	void forget() {
		this.printed.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "priority", "weighted", "least-busy", "least-latency", "cheapest", "pinned" })
	void givesTheSameWithTheCatalogueThatWasInForce(String strategy) throws IOException {
		Path catalogue = catalogue("then.yaml", CATALOGUE.replace("STRATEGY", strategy));
		Path events = events(catalogue, 300);
		assertThat(replay(events, catalogue)).isZero();
		assertThat(printed()).contains("same choice            300", "other choice           0");
	}

	@Test
	void tellsWhatAnotherCatalogueWouldHaveDone() throws IOException {
		Path then = catalogue("then.yaml", CATALOGUE.replace("STRATEGY", "priority"));
		Path now = catalogue("now.yaml",
				CATALOGUE.replace("STRATEGY", "cheapest").replace(", ptu: true", "").replace("a, b]", "b]"));
		Path events = events(then, 300);
		assertThat(replay(events, now, "--each")).isEqualTo(1);
		assertThat(printed()).contains("c/m -> b/m", "nano-USD)", "USD then")
			.containsPattern("300 decisions of catalogue sha256:[0-9a-f]{12}, replayed with sha256:[0-9a-f]{12}");
	}

	@Test
	void tellsWhatWouldBeRefused() throws IOException {
		Path then = catalogue("then.yaml", CATALOGUE.replace("STRATEGY", "priority"));
		Path now = catalogue("now.yaml", CATALOGUE.replace("STRATEGY", "priority").replace("name: one", "name: uno"));
		assertThat(replay(events(then, 10), now)).isEqualTo(1);
		assertThat(printed()).contains("refused: model_not_found");
	}

	@Test
	void passesOverEventsThatDoNotSayEnough() throws IOException {
		Path catalogue = catalogue("then.yaml", CATALOGUE.replace("STRATEGY", "priority"));
		Path events = this.folder.resolve("old.ndjson");
		try (var example = DecisionReplayTests.class
			.getResourceAsStream("/contracts/examples/usage-recorded-v1/crashed.json")) {
			assertThat(example).isNotNull();
			String event = new String(example.readAllBytes(), StandardCharsets.UTF_8);
			Files.writeString(events, event.replace('\n', ' ') + "\n\n");
		}
		assertThat(replay(events, catalogue)).isZero();
		assertThat(printed()).contains("without what it needs  1");
	}

	@Test
	void refusesWhatItCannotRead() throws IOException {
		Path catalogue = catalogue("then.yaml", CATALOGUE.replace("STRATEGY", "priority"));
		assertThat(replay(catalogue, catalogue)).isEqualTo(2);
		assertThat(printed()).contains("line 1 of the events is no usage event");
		assertThat(replay(this.folder.resolve("none"), catalogue)).isEqualTo(2);
		assertThat(replay(catalogue, catalogue("bad.yaml", "models: 1"))).isEqualTo(2);
		assertThat(ReplayCommand.run(new PrintStream(this.printed), (name) -> null, "one")).isEqualTo(2);
	}

	private Path events(Path file, int count) throws IOException {
		Catalogue catalogue = CatalogueFile.read(file, (name) -> null);
		List<String> lines = new ArrayList<>();
		while (lines.size() < count) {
			PhiState phi = this.random.nextInt(4) == 0 ? PhiState.RAW : PhiState.DEIDENTIFIED;
			PlanRequest request = new PlanRequest("one", List.of("Clinician"), phi, LocalDate.of(2026, 1, 5),
					new Size(this.random.nextInt(6000), this.random.nextInt(1000), true),
					new Chance(this.random.nextLong(), this.random.nextLong()),
					new Circumstances("treatment", "", "t", "10." + this.random.nextInt(3) + ".7.9",
							this.random.nextInt(24), 1 + this.random.nextInt(7)),
					(phi == PhiState.DEIDENTIFIED && this.random.nextInt(4) == 0) ? "a" : null, anyAssurance(),
					this.random.nextBoolean() ? ModelScope.ALL : new ModelScope(List.of("one", anyPattern())), null);
			try {
				Plan plan = new Planner().plan(request, catalogue, (deployment, size) -> anySignals());
				lines.add(new String(UsageJson.of(usage(plan)), StandardCharsets.UTF_8));
			}
			catch (RoutingException ex) {
				assertThat(ex.problem().status()).isIn(429, 503);
			}
		}
		return Files.write(this.folder.resolve("events.ndjson"), lines);
	}

	private String anyPattern() {
		return List.of("two", "t*", "three").get(this.random.nextInt(3));
	}

	private Assurance anyAssurance() {
		return this.random.nextBoolean() ? Assurance.UNKNOWN : new Assurance(this.random.nextBoolean(),
				List.of("c" + this.random.nextInt(3)), Duration.ofMinutes(this.random.nextInt(30)));
	}

	private Signals anySignals() {
		if (this.random.nextInt(6) == 0) {
			return new Signals(new Standing(Standing.State.values()[2 + this.random.nextInt(2)], 500), Load.NONE);
		}
		double latency = this.random.nextBoolean() ? this.random.nextDouble(3000) : Load.NONE.latencyMillis();
		Load load = new Load(this.random.nextInt(20), latency, this.random.nextInt(4) > 0);
		return new Signals(this.random.nextBoolean() ? Standing.WELL : Standing.DUE, load);
	}

	private static UsageRecord usage(Plan plan) {
		ServiceContext caller = new ServiceContext("r", "s", List.of("Clinician"), "t", null, null, "treatment",
				plan.request().phi(), "p", "c");
		return new UsageRecord("id", Instant.EPOCH, caller, null, Endpoint.CHAT_COMPLETIONS, true, null, null,
				new Ending(UsageOutcome.SUCCESS, 200, null), List.of(), TokenCounts.of(100, 50), CountSource.PROVIDER,
				Price.FREE, 400, null, new Timing(1L, 2, 0), Map.of(), plan);
	}

	private Path catalogue(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	private int replay(Path events, Path catalogue, String... more) {
		List<String> args = new ArrayList<>(List.of(events.toString(), catalogue.toString()));
		args.addAll(List.of(more));
		return ReplayCommand.run(new PrintStream(this.printed, true, StandardCharsets.UTF_8), (name) -> null,
				args.toArray(String[]::new));
	}

	private String printed() {
		return this.printed.toString(StandardCharsets.UTF_8);
	}

}
