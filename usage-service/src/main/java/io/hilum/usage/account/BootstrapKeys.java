package io.hilum.usage.account;

import java.time.Clock;

import io.hilum.usage.access.AccessState;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Issues the keys that the installation begins with. A key whose secret the configuration
 * has changed gets the new one; a key that was revoked stays so.
 */
@Component
class BootstrapKeys {

	private static final Logger logger = LoggerFactory.getLogger(BootstrapKeys.class);

	private static final String CONFIGURATION = "configuration";

	private final Keys keys;

	private final AccessState access;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final OutboxRelay relay;

	private final AccountProperties properties;

	private final Clock clock;

	BootstrapKeys(Keys keys, AccessState access, AuditTrail audit, UnitOfWork unitOfWork, OutboxRelay relay,
			AccountProperties properties, Clock clock) {
		this.keys = keys;
		this.access = access;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.relay = relay;
		this.properties = properties;
		this.clock = clock;
	}

	@EventListener(ApplicationStartedEvent.class)
	void issueAtStart() {
		issue().subscribe((inForce) -> logger.debug("The keys of the configuration are issued"),
				(failure) -> logger.error("The keys of the configuration were not issued", failure));
	}

	Mono<Boolean> issue() {
		return Flux.fromIterable(this.properties.bootstrapKeys())
			.concatMap((key) -> this.unitOfWork.inOne(issue(key)))
			.then(this.relay.flush());
	}

	private Mono<Void> issue(AccountProperties.BootstrapKey wanted) {
		ApiKey key = new ApiKey(wanted.id(), wanted.sha256(), wanted.name(), wanted.subject(), wanted.roles(),
				wanted.team(), wanted.application(), wanted.purpose(), wanted.models(), wanted.networks(), null,
				this.clock.instant(), CONFIGURATION, null, null);
		return this.keys.add(key)
			.flatMap((added) -> added ? Mono.just(true) : this.keys.replaceSecret(key.id(), key.sha256()))
			.filter(Boolean::booleanValue)
			.flatMap((changed) -> this.access.change(KeyRegistry.eventOf(key)))
			.flatMap((version) -> this.audit.configured("key.issue", "key:" + key.id()));
	}

}
