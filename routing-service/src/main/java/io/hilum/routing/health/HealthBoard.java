package io.hilum.routing.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.routing.health.HealthNews.State;
import org.jspecify.annotations.Nullable;

/**
 * The breakers of all deployments, by what this replica saw and others told it. What it
 * saw itself weighs more: a replica whose own way to a provider is broken must not cut
 * the others off. Thread-safe.
 */
public final class HealthBoard implements HealthView {

	private final Map<String, DeploymentHealth> deployments = new ConcurrentHashMap<>();

	private final HealthProperties properties;

	private final Clock clock;

	private final HealthTeller others;

	/**
	 * Create a board.
	 * @param properties the limits
	 * @param clock the time
	 * @param others is told what this replica finds out
	 */
	public HealthBoard(HealthProperties properties, Clock clock, HealthTeller others) {
		this.properties = properties;
		this.clock = clock;
		this.others = others;
	}

	@Override
	public Standing of(String deployment) {
		DeploymentHealth health = this.deployments.get(deployment);
		return (health != null) ? health.standing(this.clock.instant()) : Standing.WELL;
	}

	/**
	 * How the calls of the last minutes ended.
	 * @param deployment the id of the deployment
	 * @return how many ended how, at this replica
	 */
	public Recent recent(String deployment) {
		DeploymentHealth health = this.deployments.get(deployment);
		return (health != null) ? health.recent(this.clock.instant()) : Recent.NONE;
	}

	/**
	 * Ask for a call. If the breaker is half-open, only one caller gets it.
	 * @param deployment the id of the deployment
	 * @return whether the call may be made; its outcome must then be told
	 */
	public boolean tryCall(String deployment) {
		DeploymentHealth health = this.deployments.get(deployment);
		return health == null || health.tryCall(this.clock.instant());
	}

	/**
	 * Tell how a call ended.
	 * @param deployment the id of the deployment
	 * @param outcome how it ended
	 */
	public void record(String deployment, Outcome outcome) {
		Instant now = this.clock.instant();
		DeploymentHealth health = health(deployment);
		switch (health.record(outcome, now)) {
			case OPENED -> tell(deployment, State.OPEN, now, health.openUntil(now));
			case CLOSED -> tell(deployment, State.CLOSED, now, now);
			case NONE -> {
			}
		}
	}

	/**
	 * Leave a deployment alone because it asked for it. That says nothing about its
	 * breaker.
	 * @param deployment the id of the deployment
	 * @param asked how long, if it said so; cut at the longest pause
	 */
	public void cool(String deployment, @Nullable Duration asked) {
		Duration pause = (asked != null) ? asked : this.properties.cooldown();
		Duration bounded = (pause.compareTo(this.properties.maxPause()) < 0) ? pause : this.properties.maxPause();
		if (!bounded.isPositive()) {
			return;
		}
		Instant now = this.clock.instant();
		health(deployment).coolUntil(now.plus(bounded));
		if (bounded.compareTo(this.properties.worthTelling()) >= 0) {
			tell(deployment, State.COOLING, now, now.plus(bounded));
		}
	}

	/**
	 * Hear what another replica has found out.
	 * @param news what it says
	 */
	public void hear(HealthNews news) {
		Instant now = this.clock.instant();
		Instant latest = now.plus(this.properties.maxPause());
		Instant until = news.until().isBefore(latest) ? news.until() : latest;
		boolean stale = news.at().plus(this.properties.maxPause()).isBefore(now);
		switch (news.state()) {
			case CLOSED -> {
				if (!stale) {
					health(news.deployment()).hearClosed(news.at(), now);
				}
			}
			case OPEN -> {
				if (until.isAfter(now)) {
					health(news.deployment()).hearOpen(until, news.at(), now);
				}
			}
			case COOLING -> {
				if (until.isAfter(now)) {
					health(news.deployment()).coolUntil(until);
				}
			}
		}
	}

	private void tell(String deployment, State state, Instant at, Instant until) {
		this.others.tell(new HealthNews(deployment, state, at, until));
	}

	private DeploymentHealth health(String deployment) {
		DeploymentHealth known = this.deployments.get(deployment);
		return (known != null) ? known
				: this.deployments.computeIfAbsent(deployment, (id) -> new DeploymentHealth(this.properties));
	}

}
