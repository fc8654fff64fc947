package io.hilum.usage.audit;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Holds the start of the service until the chain is whole: before that no event may be
 * linked. A service that cannot make sure of it does not start.
 */
@Component
class AuditStart implements SmartLifecycle {

	private final AuditRecovery recovery;

	private final Duration timeout;

	private volatile boolean running;

	AuditStart(AuditRecovery recovery, AuditProperties properties) {
		this.recovery = recovery;
		this.timeout = properties.recoveryTimeout();
	}

	@Override
	public void start() {
		try {
			this.recovery.recover().toFuture().get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			this.running = true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("stopped while the audit chain was compared with its archive", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("the audit chain could not be compared with its archive; nothing is linked "
					+ "to a chain that may have lost events (hilum.audit.directory)", ex);
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0;
	}

}
