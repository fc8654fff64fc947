package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the file of the catalogue again at an interval, rather than waiting for the
 * system to tell, since a mounted ConfigMap changes by swapping a symbolic link above it.
 */
final class FileWatch implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

	private final Path file;

	private final LiveCatalogues catalogues;

	private final Thread thread;

	private boolean readable = true;

	FileWatch(Path file, Duration poll, LiveCatalogues catalogues) {
		this.file = file;
		this.catalogues = catalogues;
		this.thread = Thread.ofVirtual().name("catalogue-watch").start(() -> {
			while (sleep(poll)) {
				refresh();
			}
		});
	}

	synchronized void refresh() {
		try {
			this.catalogues.copied(Files.readAllBytes(this.file));
			this.readable = true;
		}
		catch (IOException ex) {
			if (this.readable) {
				LOG.warn("Catalogue {} cannot be read ({}): what is in force stays", this.file,
						ex.getClass().getSimpleName());
			}
			this.readable = false;
		}
	}

	private static boolean sleep(Duration poll) {
		try {
			Thread.sleep(poll);
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
