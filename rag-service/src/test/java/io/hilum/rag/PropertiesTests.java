package io.hilum.rag;

import java.time.Duration;
import java.util.Map;

import io.hilum.rag.chunk.ChunkProperties;
import io.hilum.rag.collection.PersonalProperties;
import io.hilum.rag.embed.EmbedProperties;
import io.hilum.rag.hold.HoldProperties;
import io.hilum.rag.index.IndexProperties;
import io.hilum.rag.ingest.IngestProperties;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.ReadProperties;
import io.hilum.rag.retrieve.RetrieveProperties;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The defaults of every bound, and that every key is read.
 */
class PropertiesTests {

	@Test
	void defaults() {
		assertThat(bind(Map.of(), "hilum.chunking", ChunkProperties.class))
			.isEqualTo(new ChunkProperties(900, 1000, 120));
		assertThat(bind(Map.of(), "hilum.collections.personal", PersonalProperties.class))
			.isEqualTo(new PersonalProperties(200, 50, Duration.ofDays(90), Duration.ofMinutes(10), 100));
		assertThat(bind(Map.of(), "hilum.holds", HoldProperties.class))
			.isEqualTo(new HoldProperties("http://localhost:8085", Duration.ofSeconds(3)));
		assertThat(bind(Map.of(), "hilum.index", IndexProperties.class))
			.isEqualTo(new IndexProperties(200_000, Duration.ofSeconds(1), Duration.ofHours(24), 2, 256));
		assertThat(bind(Map.of(), "hilum.ingest", IngestProperties.class))
			.isEqualTo(new IngestProperties(DataSize.ofMegabytes(20), 4, 1000, 10_000, 1, Duration.ofSeconds(2),
					Duration.ofMinutes(2), 5, Duration.ofSeconds(30), Duration.ofSeconds(5)));
		assertThat(bind(Map.of(), "hilum.reading", ReadProperties.class)).isEqualTo(new ReadProperties(1,
				Duration.ofSeconds(60), DataSize.ofMegabytes(256), new ReadLimits(2_000_000, 2000, 100_000_000, 2000)));
		assertThat(bind(Map.of(), "hilum.search", RetrieveProperties.class))
			.isEqualTo(new RetrieveProperties(4000, 16, 60));
		assertThat(bind(Map.of(), "hilum.embeddings", EmbedProperties.class)).isEqualTo(new EmbedProperties("",
				"http://localhost:8082", "http://localhost:8081", Duration.ofSeconds(30), 16, 1, 256, null));
	}

	@Test
	void everyKeyIsRead() {
		assertThat(bind(
				Map.of("hilum.collections.personal.per-person", "1", "hilum.collections.personal.max-documents", "5",
						"hilum.collections.personal.kept-for", "2d", "hilum.collections.personal.interval", "3s",
						"hilum.collections.personal.batch", "4"),
				"hilum.collections.personal", PersonalProperties.class))
			.isEqualTo(new PersonalProperties(1, 5, Duration.ofDays(2), Duration.ofSeconds(3), 4));
		assertThat(bind(Map.of("hilum.holds.portal-url", "http://portal", "hilum.holds.timeout", "4s"), "hilum.holds",
				HoldProperties.class))
			.isEqualTo(new HoldProperties("http://portal", Duration.ofSeconds(4)));
		assertThat(bind(Map.of("hilum.ingest.max-bytes", "1MB", "hilum.ingest.uploads", "2", "hilum.ingest.queue", "3",
				"hilum.ingest.max-documents", "4", "hilum.ingest.workers", "5", "hilum.ingest.poll", "6s",
				"hilum.ingest.lease", "7s", "hilum.ingest.attempts", "8", "hilum.ingest.retry-delay", "9s",
				"hilum.ingest.give-back", "10s"), "hilum.ingest", IngestProperties.class))
			.isEqualTo(new IngestProperties(DataSize.ofMegabytes(1), 2, 3, 4, 5, Duration.ofSeconds(6),
					Duration.ofSeconds(7), 8, Duration.ofSeconds(9), Duration.ofSeconds(10)));
		assertThat(bind(
				Map.of("hilum.reading.processes", "2", "hilum.reading.time-limit", "3s", "hilum.reading.memory", "64MB",
						"hilum.reading.limits.max-characters", "4", "hilum.reading.limits.max-pages", "5",
						"hilum.reading.limits.max-unpacked-bytes", "6", "hilum.reading.limits.max-entries", "7"),
				"hilum.reading", ReadProperties.class))
			.isEqualTo(
					new ReadProperties(2, Duration.ofSeconds(3), DataSize.ofMegabytes(64), new ReadLimits(4, 5, 6, 7)));
		assertThat(bind(
				Map.of("hilum.search.max-query", "1", "hilum.search.max-collections", "2", "hilum.search.depth", "3"),
				"hilum.search", RetrieveProperties.class))
			.isEqualTo(new RetrieveProperties(1, 2, 3));
	}

	private static <T> T bind(Map<String, String> values, String prefix, Class<T> type) {
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
	}

}
