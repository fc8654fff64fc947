package io.hilum.routing.completion;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.provider.ProviderFailure;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * A deployment with a life story: when it is well, when it fails, is slow, overloaded or
 * out of quota. It also keeps an account of the calls by which the router is judged: a
 * breaker of the simplest kind, written anew.
 */
final class SimulatedDeployment {

	private static final int FAILURES = AdmissionFixtures.HEALTH.failures();

	private static final long PAUSE = AdmissionFixtures.HEALTH.pause().toMillis();

	private final Deployment deployment;

	private final Random random;

	private final List<Chapter> story = new ArrayList<>();

	private final Window minute = new Window(60_000);

	private final Window twoMinutes = new Window(120_000);

	private final long usualLatency;

	private int inFlight;

	private int failuresInARow;

	private long openUntil = -1;

	private boolean open;

	private boolean probed;

	private long coolUntil = -1;

	private long lastProbe = -PAUSE;

	private int calls;

	private int callsInCalm;

	private long calmFrom;

	SimulatedDeployment(Deployment deployment, Random random) {
		this.deployment = deployment;
		this.random = random;
		this.usualLatency = 50L + random.nextInt(500);
	}

	void tellStory(long trouble) {
		this.calmFrom = trouble;
		long at = 0;
		while (at < trouble) {
			Mood mood = this.random.nextBoolean() ? Mood.WELL
					: Mood.values()[this.random.nextInt(Mood.values().length)];
			this.story.add(new Chapter(at, mood));
			at += 2_000L + this.random.nextInt(90_000);
		}
		this.story.add(new Chapter(trouble, Mood.WELL));
	}

	Deployment deployment() {
		return this.deployment;
	}

	String id() {
		return this.deployment.id();
	}

	boolean isProvisioned() {
		return this.deployment.capacity().provisioned();
	}

	int calls() {
		return this.calls;
	}

	int callsInCalm() {
		return this.callsInCalm;
	}

	/**
	 * A call begins. The breaker must not be open, and while nobody knows whether the
	 * deployment answers again there is one call per pause, unless it said nothing.
	 */
	void begin(long now) {
		if (now < this.openUntil || now < this.coolUntil) {
			fail("%s is called at %d, is open until %d and asked to be left alone until %d", id(), now, this.openUntil,
					this.coolUntil);
		}
		if (this.open) {
			assertThat(now - this.lastProbe).as("probes of %s", id()).isGreaterThanOrEqualTo(PAUSE);
			this.lastProbe = now;
			this.probed = true;
		}
		this.calls++;
		this.callsInCalm += (now >= this.calmFrom) ? 1 : 0;
		this.inFlight++;
		this.minute.add(now);
		this.twoMinutes.add(now);
	}

	@Nullable ProviderFailure failureAt(long now) {
		Integer perMinute = this.deployment.capacity().requestsPerMinute();
		if (perMinute != null && this.minute.count(now) > perMinute) {
			return ProviderFailure.answered(429, new byte[0], Duration.ofMillis(100 + this.random.nextInt(4000)));
		}
		return switch (moodAt(now)) {
			case WELL, SLOW -> null;
			case FAILING -> ProviderFailure.answered(500, new byte[0], null);
			case FLAKY -> this.random.nextBoolean() ? ProviderFailure.answered(502, new byte[0], null) : null;
			case UNREACHABLE -> ProviderFailure.of(ProviderFailure.Kind.UNREACHABLE);
			case LIMITED -> ProviderFailure.answered(429, new byte[0], null);
			case OVERLOADED ->
				(this.inFlight > 6) ? ProviderFailure.answered(503, new byte[0], Duration.ofSeconds(1)) : null;
		};
	}

	long latencyAt(long now) {
		return this.usualLatency * ((moodAt(now) == Mood.SLOW) ? 12 : 1);
	}

	private Mood moodAt(long now) {
		while (this.story.size() > 1 && this.story.get(1).from() <= now) {
			this.story.removeFirst();
		}
		return this.story.getFirst().mood();
	}

	void answered() {
		this.inFlight--;
		this.failuresInARow = 0;
		if (this.open && this.probed) {
			this.open = false;
		}
	}

	/**
	 * Whether a call that was begun then is one that finds out.
	 */
	boolean wasProbe(long begunAt) {
		return begunAt == this.lastProbe && !this.open;
	}

	void failed(ProviderFailure failure, long now) {
		this.inFlight--;
		Duration asked = failure.retryAfter().orElse(Duration.ZERO);
		this.coolUntil = Math.max(this.coolUntil, now + asked.toMillis());
		if (failure.status() == 429) {
			Duration pause = failure.retryAfter().orElse(AdmissionFixtures.HEALTH.cooldown());
			this.coolUntil = Math.max(this.coolUntil, now + pause.toMillis());
			this.lastProbe = -PAUSE;
			return;
		}
		this.failuresInARow++;
		boolean probeFailed = this.open && this.probed;
		if (probeFailed || (!this.open && this.failuresInARow >= FAILURES)) {
			this.open = true;
			this.probed = false;
			this.openUntil = now + PAUSE;
		}
	}

	/**
	 * Whether, by all that the router could know, this deployment takes a call: no bad
	 * news, hardly any calls, and its quota not used by half of what could be owed.
	 */
	boolean surelyTakesMore(long now) {
		Integer perMinute = this.deployment.capacity().requestsPerMinute();
		boolean quota = perMinute == null || this.twoMinutes.count(now) + 1 <= perMinute;
		return !this.open && this.failuresInARow < FAILURES && now >= this.coolUntil && this.inFlight < 4 && quota;
	}

	/**
	 * How a deployment is for a while.
	 */
	private enum Mood {

		WELL, SLOW, FLAKY, FAILING, UNREACHABLE, LIMITED, OVERLOADED

	}

	/**
	 * A part of a story.
	 */
	private record Chapter(long from, Mood mood) {

	}

	/**
	 * Counts the calls of the last so many milliseconds.
	 */
	private static final class Window {

		private final Deque<Long> begun = new ArrayDeque<>();

		private final long millis;

		Window(long millis) {
			this.millis = millis;
		}

		void add(long at) {
			this.begun.addLast(at);
		}

		int count(long now) {
			while (!this.begun.isEmpty() && this.begun.getFirst() < now - this.millis) {
				this.begun.removeFirst();
			}
			return this.begun.size();
		}

	}

}
