package io.hilum.routing.cache;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CacheUse}.
 */
class CacheUseTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			no-cache|false|true
			no-store|true|false
			No-Store , No-Cache|false|false
			max-age=0|false|true
			max-age=60|true|true
			only-if-cached, x=y|true|true
			''|true|true
			""")
	void readsWhatTheCallerSays(String header, boolean find, boolean keep) {
		assertThat(CacheUse.parse(List.of(header), true)).isEqualTo(new CacheUse(find, keep, true));
	}

	@Test
	void joinsSeveralHeadersAndMissesNone() {
		assertThat(CacheUse.parse(List.of("no-cache", "no-store"), false)).isEqualTo(new CacheUse(false, false, false));
		assertThat(CacheUse.parse(List.of(), false)).isEqualTo(CacheUse.ANY);
	}

}
