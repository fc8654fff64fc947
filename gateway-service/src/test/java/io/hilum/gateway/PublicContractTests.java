package io.hilum.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.hilum.gateway.models.Endpoint;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published contract and the code name the same things.
 */
class PublicContractTests {

	private static final Pattern CODE_IN_SOURCE = Pattern.compile(
			"GatewayProblem\\.(?:Forbidden|NotFound|Invalid|Unavailable|PassedOn)\\(\\s*\"([a-z_]+)\"|refused\\(\"([a-z_]+)\",");

	/**
	 * Codes of paths that other services describe, or of what is no contract.
	 */
	private static final Set<String> ELSEWHERE = Set.of("not_found", "search_refused", "service_unavailable",
			"stream_interrupted", "invalid_answer", "answer_too_large");

	@Test
	void namesEveryCodeThatClientsCanMeet() throws IOException {
		String contract = read();
		Set<String> missing = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			for (Path source : sources.filter((path) -> path.toString().endsWith(".java")).toList()) {
				Matcher codes = CODE_IN_SOURCE.matcher(Files.readString(source));
				while (codes.find()) {
					missing.add((codes.group(1) != null) ? codes.group(1) : codes.group(2));
				}
			}
		}
		assertThat(missing).hasSizeGreaterThan(15);
		missing.removeAll(ELSEWHERE);
		missing.removeIf((code) -> contract.contains("`" + code + "`"));
		assertThat(missing).isEmpty();
	}

	@Test
	void describesTheRoutesOfThisService() throws IOException {
		Map<?, ?> contract = new Yaml(new SafeConstructor(new LoaderOptions())).load(read());
		assertThat(contract.get("paths")).isInstanceOf(Map.class);
		if (contract.get("paths") instanceof Map<?, ?> paths) {
			assertThat(paths.keySet().stream().map(String::valueOf)).contains(Stream
				.concat(Stream.of("/v1/models", "/v1/models/{id}"), Stream.of(Endpoint.values()).map(Endpoint::path))
				.toArray(String[]::new));
		}
	}

	private static String read() throws IOException {
		try (InputStream contract = PublicContractTests.class
			.getResourceAsStream("/contracts/openapi/gateway-v1.yaml")) {
			assertThat(contract).isNotNull();
			return (contract != null) ? new String(contract.readAllBytes(), StandardCharsets.UTF_8) : "";
		}
	}

}
