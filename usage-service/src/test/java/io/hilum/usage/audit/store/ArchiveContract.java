package io.hilum.usage.audit.store;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.AuditArchive;
import io.hilum.usage.audit.ForkedArchiveException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every object storage must do for the evidence. A suite calls {@link #open} with a
 * prefix of each test's own.
 */
public abstract class ArchiveContract {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final String TEXT = "{\"subject\":\"idp|Zo\u00eb\"}\n";

	private final String prefix = "tests/" + UUID.randomUUID();

	@SuppressWarnings("NullAway.Init")
	private AuditArchive archive;

	@BeforeEach
	void open() {
		this.archive = open(this.prefix);
	}

	/**
	 * Open an archive.
	 * @param prefixOfTest where in the storage
	 * @return an archive that knows nothing yet of what is there
	 */
	protected abstract AuditArchive open(String prefixOfTest);

	@Test
	void readsWhatWasWritten() {
		done(this.archive.writeOnce("batches/000001.ndjson", TEXT));
		assertThat(read(this.archive, "batches/000001.ndjson")).isEqualTo(TEXT);
		assertThat(read(this.archive, "batches/000002.ndjson")).isNull();
	}

	@Test
	void writesAPartOnce() {
		done(this.archive.writeOnce("heads/000001.json", "one"));
		done(this.archive.writeOnce("heads/000001.json", "one"));
		assertThatExceptionOfType(ForkedArchiveException.class)
			.isThrownBy(() -> done(this.archive.writeOnce("heads/000001.json", "two")));
		assertThat(read(this.archive, "heads/000001.json")).isEqualTo("one");
	}

	@Test
	void replacesTheManifestThatItKnows() {
		done(this.archive.replace("manifest.json", "1"));
		done(this.archive.replace("manifest.json", "2"));
		AuditArchive later = open(this.prefix);
		assertThat(read(later, "manifest.json")).isEqualTo("2");
		done(later.replace("manifest.json", "3"));
		assertThat(read(this.archive, "manifest.json")).isEqualTo("3");
	}

	@Test
	void ofTwoThatWriteOneFindsOut() {
		done(this.archive.replace("manifest.json", "1"));
		AuditArchive other = open(this.prefix);
		assertThatExceptionOfType(ForkedArchiveException.class).as("has read none, and there is one")
			.isThrownBy(() -> done(other.replace("manifest.json", "other")));
		assertThat(read(other, "manifest.json")).isEqualTo("1");
		done(other.replace("manifest.json", "2"));
		assertThatExceptionOfType(ForkedArchiveException.class).as("has read another")
			.isThrownBy(() -> done(this.archive.replace("manifest.json", "mine")));
		assertThat(read(this.archive, "manifest.json")).isEqualTo("2");
		done(this.archive.replace("manifest.json", "3"));
	}

	@Test
	void listsAFolder() {
		for (String name : List.of("heads/000001.json", "batches/000001.ndjson", "batches/000002.ndjson")) {
			done(this.archive.writeOnce(name, "x"));
		}
		assertThat(this.archive.list("batches").collectList().block(PATIENCE))
			.containsExactlyInAnyOrder("batches/000001.ndjson", "batches/000002.ndjson");
		assertThat(this.archive.list("keys").collectList().block(PATIENCE)).isEmpty();
	}

	@Test
	void removesWhatIsThereOrNot() {
		done(this.archive.writeOnce("batches/000001.ndjson", "x"));
		done(this.archive.remove("batches/000001.ndjson"));
		done(this.archive.remove("batches/000001.ndjson"));
		assertThat(read(this.archive, "batches/000001.ndjson")).isNull();
	}

	/**
	 * Properties of a test.
	 * @param kind what keeps evidence
	 * @param prefix where in the storage
	 * @param lock what the storage is told
	 * @param s3 a bucket
	 * @param azure a container
	 * @return the properties
	 */
	protected static ArchiveProperties properties(ArchiveProperties.Kind kind, String prefix,
			ArchiveProperties.Lock lock, ArchiveProperties.S3 s3, ArchiveProperties.Azure azure) {
		return new ArchiveProperties(kind, prefix, lock, Duration.ofMinutes(2), 2, 100, s3, azure);
	}

	private static void done(Mono<Void> work) {
		work.block(PATIENCE);
	}

	private static @Nullable String read(AuditArchive from, String name) {
		return from.read(name).block(PATIENCE);
	}

}
