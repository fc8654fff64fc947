package io.hilum.catalogue;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Reads the file of the catalogue again at an interval, rather than waiting for the
 * system to tell, since a mounted ConfigMap changes by swapping a symbolic link above it.
 */
final class FileWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FileWatch.class);

	private final CatalogueSource source;

	private final Duration interval;

	private final Changes changes;

	private volatile @Nullable Thread thread;

	private boolean readable = true;

	FileWatch(CatalogueSource source, Duration interval, Changes changes) {
		this.source = source;
		this.interval = interval;
		this.changes = changes;
	}

	void refresh() {
		try {
			this.source.now().ifPresent(this.changes::copied);
			this.readable = true;
		}
		catch (RuntimeException ex) {
			if (this.readable) {
				logger.error("What is in force stays: {}", ex.getMessage());
			}
			this.readable = false;
		}
	}

	@Override
	public void start() {
		this.thread = Thread.ofVirtual().name("catalogue-watch").start(() -> {
			while (sleep()) {
				refresh();
			}
		});
	}

	private boolean sleep() {
		try {
			Thread.sleep(this.interval);
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	@Override
	public void stop() {
		Thread running = this.thread;
		if (running != null) {
			running.interrupt();
			this.thread = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
