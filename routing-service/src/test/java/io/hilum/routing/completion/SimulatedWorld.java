package io.hilum.routing.completion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

import io.hilum.routing.catalogue.Agreement;
import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueFixtures;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Fallbacks;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.PhiMode;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.RolePolicy;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.health.Standing;
import io.hilum.routing.load.LoadBoard;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.routing.plan.PlanRequest.Chance;
import io.hilum.routing.plan.PlanRequest.Size;
import io.hilum.routing.plan.Planner;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.trust.context.PhiState;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * A model, its deployments, their life stories and the requests of some minutes, all made
 * of one seed and run in simulated time through the router's own parts: planner, boards,
 * admissions, course and retries. At each step, what the router does is judged by what
 * the world knows, never by what the router believes.
 */
final class SimulatedWorld {

	static final Duration TROUBLE = Duration.ofMinutes(5);

	static final Duration CALM = Duration.ofMinutes(5);

	private static final CompletionProperties LIMITS = new CompletionProperties(DataSize.ofMegabytes(1),
			Duration.ofSeconds(1), 10, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), Duration.ofMinutes(10),
			Duration.ofSeconds(30), 3, Duration.ofMillis(200), Duration.ofSeconds(2), 20);

	private final Random random;

	private final Map<String, SimulatedDeployment> deployments = new LinkedHashMap<>();

	private final PriorityQueue<Event> events = new PriorityQueue<>(
			Comparator.comparingLong(Event::at).thenComparingLong(Event::number));

	private final SimulatedClock clock = new SimulatedClock();

	private final HealthBoard health = new HealthBoard(AdmissionFixtures.HEALTH, this.clock, (news) -> {
	});

	private final LoadBoard loads = new LoadBoard(AdmissionFixtures.LOAD, () -> this.clock.millis * 1_000_000);

	private final Admissions admissions = new Admissions(this.health, this.loads);

	private final Retries retries;

	private final Catalogue catalogue;

	private final Strategy strategy;

	private final Map<String, double[]> shares = new HashMap<>();

	private long number;

	private int answered;

	private int refused;

	SimulatedWorld(long seed) {
		this.random = new Random(seed);
		this.strategy = Strategy.values()[this.random.nextInt(Strategy.values().length)];
		this.retries = new Retries(LIMITS, () -> this.random);
		List<Deployment> all = new ArrayList<>();
		int count = 2 + this.random.nextInt(9);
		for (int i = 0; i < count; i++) {
			Deployment deployment = deployment(i);
			all.add(deployment);
			this.deployments.put(deployment.id(),
					new SimulatedDeployment(deployment, new Random(this.random.nextLong())));
		}
		Model model = new Model("m", this.strategy, all, null, null, Fallbacks.NONE);
		this.catalogue = new Catalogue("v", Map.of("m", model),
				Map.of("Clinician", new RolePolicy("Clinician", Set.of("*"), PhiMode.PSEUDONYMISE)),
				List.<Agreement>of());
	}

	private Deployment deployment(int index) {
		boolean provisioned = this.random.nextInt(4) == 0;
		Integer perMinute = (provisioned || this.random.nextBoolean()) ? 20 + this.random.nextInt(200) : null;
		long price = 1_000_000L * (1 + this.random.nextInt(1000));
		return new Deployment(CatalogueFixtures.provider("p" + index), "m", new Price(price, price, price, price),
				this.random.nextInt(3), 1 + this.random.nextInt(5), "max_tokens",
				new Capacity(null, perMinute, provisioned));
	}

	Strategy strategy() {
		return this.strategy;
	}

	List<SimulatedDeployment> deployments() {
		return List.copyOf(this.deployments.values());
	}

	int answered() {
		return this.answered;
	}

	int refused() {
		return this.refused;
	}

	/**
	 * For each deployment: how often it was first by weight, how often it should have
	 * been, and the variance of that.
	 */
	Map<String, double[]> shares() {
		return this.shares;
	}

	/**
	 * Minutes of trouble, and then minutes in which everything is well.
	 */
	void live() {
		long trouble = TROUBLE.toMillis();
		long end = trouble + CALM.toMillis();
		this.deployments.values().forEach((deployment) -> deployment.tellStory(trouble));
		long pause = 100L + this.random.nextInt(500);
		for (long at = 0; at < end; at += 1 + this.random.nextLong(2 * pause)) {
			at(at, this::arrive);
		}
		while (!this.events.isEmpty()) {
			Event event = this.events.remove();
			this.clock.millis = event.at();
			event.what().run();
		}
	}

	private void at(long millis, Runnable what) {
		this.events.add(new Event(millis, this.number++, what));
	}

	private void arrive() {
		this.retries.earn();
		Chance chance = Chance.of(this.random.nextLong(), "conversation " + this.random.nextInt(1000));
		PlanRequest request = new PlanRequest("m", List.of("Clinician"), PhiState.NONE, LocalDate.EPOCH,
				new Size(100, 100, true), chance);
		try {
			Plan plan = new Planner().plan(request, this.catalogue, new LiveSignals(this.health, this.loads));
			noteShares(plan);
			judgeFirst(plan.candidates().getFirst());
			attempt(new Course(plan, LIMITS.retryPause()), this.clock.millis);
		}
		catch (RoutingException ex) {
			this.refused++;
			judgeRefusal();
		}
	}

	private void attempt(Course course, long arrivedAt) {
		Admission admission = this.admissions.next(course);
		if (admission == null) {
			this.refused++;
			return;
		}
		SimulatedDeployment called = known(admission.candidate());
		long now = this.clock.millis;
		called.begin(now);
		ProviderFailure failure = called.failureAt(now);
		long took = called.latencyAt(now);
		if (failure == null) {
			at(now + took, admission::answers);
			at(now + took * 3, () -> {
				admission.succeeded();
				admission.end(200);
				called.answered();
				this.answered++;
				judgeRecovery(called, now);
			});
			return;
		}
		at(now + took, () -> callFailed(course, arrivedAt, admission, failure));
	}

	private void callFailed(Course course, long arrivedAt, Admission admission, ProviderFailure failure) {
		known(admission.candidate()).failed(failure, this.clock.millis);
		admission.failed(failure);
		admission.end(0);
		Duration left = LIMITS.totalTimeout().minusMillis(this.clock.millis - arrivedAt);
		Duration pause = this.retries.pause(course, left, failure);
		if (pause == null) {
			this.refused++;
		}
		else {
			at(this.clock.millis + pause.toMillis(), () -> attempt(course, arrivedAt));
		}
	}

	/**
	 * What is paid for in advance is filled before anything else is used.
	 */
	private void judgeFirst(Candidate first) {
		if (first.deployment().capacity().provisioned()) {
			return;
		}
		for (SimulatedDeployment other : this.deployments.values()) {
			if (other.isProvisioned() && other.surelyTakesMore(this.clock.millis)) {
				fail("%s was passed over for %s", other.id(), first.deployment().id());
			}
		}
	}

	/**
	 * Nobody is refused while a deployment would have taken the request.
	 */
	private void judgeRefusal() {
		for (SimulatedDeployment other : this.deployments.values()) {
			if (other.surelyTakesMore(this.clock.millis)) {
				fail("refused at %d while %s is well: %s", this.clock.millis, other.id(), this.health.of(other.id()));
			}
		}
	}

	/**
	 * One answer to a call that was begun after a recovery closes the breaker.
	 */
	private void judgeRecovery(SimulatedDeployment called, long begunAt) {
		if (called.wasProbe(begunAt)) {
			assertThat(this.health.of(called.id()).state()).as("after the probe of %s", called.id())
				.isIn(Standing.State.CLOSED, Standing.State.COOLING);
		}
	}

	private void noteShares(Plan plan) {
		if (this.strategy != Strategy.WEIGHTED) {
			return;
		}
		Candidate first = plan.candidates().getFirst();
		List<Candidate> equals = plan.candidates()
			.stream()
			.filter((one) -> one.signals().load().room() == first.signals().load().room()
					&& one.deployment().capacity().provisioned() == first.deployment().capacity().provisioned())
			.toList();
		double total = equals.stream().mapToInt((one) -> one.deployment().weight()).sum();
		for (Candidate one : equals) {
			double share = one.deployment().weight() / total;
			double[] sums = this.shares.computeIfAbsent(one.deployment().id(), (id) -> new double[3]);
			sums[0] += one.equals(first) ? 1 : 0;
			sums[1] += share;
			sums[2] += share * (1 - share);
		}
	}

	private SimulatedDeployment known(Candidate candidate) {
		SimulatedDeployment deployment = this.deployments.get(candidate.deployment().id());
		if (deployment == null) {
			throw new IllegalStateException("no such deployment");
		}
		return deployment;
	}

	/**
	 * How many calls the router thinks are with a deployment.
	 */
	int inFlight(SimulatedDeployment deployment) {
		return this.loads.of(deployment.deployment(), 1, true).inFlight();
	}

	Standing standing(SimulatedDeployment deployment) {
		return this.health.of(deployment.id());
	}

	/**
	 * Something that happens at a time, in the order in which it was planned.
	 */
	private record Event(long at, long number, Runnable what) {

	}

	private static final class SimulatedClock extends Clock {

		private long millis;

		@Override
		public Instant instant() {
			return Instant.EPOCH.plusMillis(this.millis);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(@Nullable ZoneId zone) {
			return this;
		}

	}

}
