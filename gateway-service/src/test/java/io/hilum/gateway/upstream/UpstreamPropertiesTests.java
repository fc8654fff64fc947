package io.hilum.gateway.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UpstreamProperties} as they are shipped.
 */
class UpstreamPropertiesTests {

	private static final Duration TOTAL_OF_ROUTING = Duration.ofMinutes(10);

	@Test
	void waitsLongerThanRoutingServiceTakes() throws IOException {
		Object value = new Yaml(new SafeConstructor(new LoaderOptions()))
			.load(Files.readString(Path.of("src/main/resources/gateway-service.yaml")));
		for (String name : new String[] { "hilum", "upstream", "routing", "timeout" }) {
			assertThat(value).isInstanceOf(Map.class);
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		assertThat(DurationStyle.detectAndParse(String.valueOf(value))).isGreaterThan(TOTAL_OF_ROUTING);
	}

}
