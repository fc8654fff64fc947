package io.hilum.usage.audit.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.AuditArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link StoredArchive}.
 */
class StoredArchiveTests extends ArchiveContract {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	private static final MemoryStore MEMORY = new MemoryStore();

	@Override
	protected AuditArchive open(String prefix) {
		return new StoredArchive(MEMORY,
				properties(ArchiveProperties.Kind.S3, prefix,
						new ArchiveProperties.Lock(ArchiveProperties.Lock.Mode.NONE, false),
						new ArchiveProperties.S3("b", "r", null, false), new ArchiveProperties.Azure("", "")),
				Period.ofYears(6), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	@Test
	void whatIsReplacedIsNotKept() {
		AuditArchive archive = open("kept");
		archive.replace("manifest.json", "1")
			.then(archive.writeOnce("heads/000001.json", "x"))
			.block(Duration.ofMinutes(1));
		assertThat(MEMORY.keptUntil).containsEntry("kept/manifest.json", null)
			.containsEntry("kept/heads/000001.json", Instant.parse("2032-01-06T00:00:00Z"));
	}

	@Test
	void anAnswerThatWasLostIsNoFork() {
		AuditArchive archive = open("lost");
		archive.replace("manifest.json", "1").block(Duration.ofMinutes(1));
		MEMORY.loseNextAnswer();
		archive.replace("manifest.json", "2").then(archive.replace("manifest.json", "3")).block(Duration.ofMinutes(1));
		assertThat(archive.read("manifest.json").block(Duration.ofMinutes(1))).isEqualTo("3");
	}

	@Test
	void aPrefixIsAPath() {
		for (String wrong : List.of("/a", "a/", "a//b", "a b")) {
			assertThatIllegalArgumentException().isThrownBy(() -> open(wrong));
		}
	}

	/**
	 * A storage in memory that judges conditions as a real one.
	 */
	private static final class MemoryStore implements ObjectStore {

		private final Map<String, StoredObject> objects = new TreeMap<>();

		private final Map<String, @Nullable Instant> keptUntil = new HashMap<>();

		private boolean losing;

		private int tag;

		void loseNextAnswer() {
			this.losing = true;
		}

		@Override
		public synchronized @Nullable String put(String name, String content, @Nullable String replaces,
				@Nullable Instant keepUntil) {
			StoredObject present = this.objects.get(name);
			boolean holds = (replaces != null) ? present != null && present.tag().equals(replaces) : present == null;
			if (!holds) {
				return null;
			}
			String newTag = "\"" + ++this.tag + "\"";
			this.objects.put(name, new StoredObject(content, newTag));
			this.keptUntil.put(name, keepUntil);
			boolean lost = this.losing;
			this.losing = false;
			// The client of a storage asks again, and then its own object stands there.
			return lost ? put(name, content, replaces, keepUntil) : newTag;
		}

		@Override
		public synchronized @Nullable StoredObject get(String name) {
			return this.objects.get(name);
		}

		@Override
		public synchronized void delete(String name) {
			this.objects.remove(name);
		}

		@Override
		public synchronized List<String> list(String prefix) {
			return new ArrayList<>(this.objects.keySet().stream().filter((name) -> name.startsWith(prefix)).toList());
		}

	}

}
