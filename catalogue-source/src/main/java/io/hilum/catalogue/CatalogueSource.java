package io.hilum.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * The file of the catalogue: what it held when the service started, and what it holds
 * now.
 */
public final class CatalogueSource {

	private final @Nullable Path path;

	private final DataSize maxSize;

	private final byte @Nullable [] first;

	CatalogueSource(CatalogueProperties properties) {
		this.path = properties.file().isBlank() ? null : Path.of(properties.file());
		this.maxSize = properties.maxSize();
		this.first = (this.path != null) ? read(this.path) : null;
	}

	/**
	 * What the file held when the service started.
	 * @return its bytes, nothing if no file is named
	 */
	public Optional<byte[]> first() {
		return Optional.ofNullable(this.first);
	}

	/**
	 * What the file holds now.
	 */
	Optional<byte[]> now() {
		return Optional.ofNullable(this.path).map(this::read);
	}

	private byte[] read(Path file) {
		int most = Math.toIntExact(this.maxSize.toBytes());
		try (InputStream content = Files.newInputStream(file)) {
			byte[] bytes = content.readNBytes(most);
			if (content.read() >= 0) {
				throw new IOException("it is larger than " + this.maxSize);
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the catalogue " + file + " cannot be read: " + ex.getMessage(), ex);
		}
	}

}
