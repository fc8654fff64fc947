package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueException;
import io.hilum.routing.catalogue.Catalogues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the catalogue of a file in force. The file is read again at an interval, rather
 * than watched, since a mounted ConfigMap changes by swapping a symbolic link above it. A
 * file that is not valid is refused and the old catalogue stays.
 */
final class FileCatalogues implements Catalogues, AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(FileCatalogues.class);

	private final Path file;

	private final CatalogueReader reader;

	private final Thread watch;

	private volatile Catalogue current;

	private byte[] seen;

	FileCatalogues(Path file, Duration poll, CatalogueReader reader) throws IOException {
		this.file = file;
		this.reader = reader;
		this.seen = Files.readAllBytes(file);
		this.current = announce(reader.read(this.seen));
		this.watch = Thread.ofVirtual().name("catalogue-watch").start(() -> {
			while (sleep(poll)) {
				refresh();
			}
		});
	}

	@Override
	public Catalogue current() {
		return this.current;
	}

	/**
	 * Read the file again, if it has changed.
	 */
	synchronized void refresh() {
		try {
			byte[] content = Files.readAllBytes(this.file);
			if (Arrays.equals(content, this.seen)) {
				return;
			}
			this.seen = content;
			this.current = announce(this.reader.read(content));
		}
		catch (IOException ex) {
			LOG.warn("Catalogue {} cannot be read ({}): {} stays in force", this.file, ex.getClass().getSimpleName(),
					this.current.version());
		}
		catch (CatalogueException ex) {
			LOG.error("Catalogue {} is refused and {} stays in force: {}", this.file, this.current.version(),
					ex.getMessage());
		}
	}

	static Catalogue announce(CatalogueReader.Reading reading) {
		reading.warnings().forEach((warning) -> LOG.warn("Catalogue, {}", warning));
		Catalogue catalogue = reading.catalogue();
		LOG.info("Catalogue {} is in force: models {}", catalogue.version(), catalogue.models().keySet());
		return catalogue;
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
		this.watch.interrupt();
	}

}
