package io.hilum.routing.provision.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.routing.catalogue.Provision;
import io.hilum.routing.provision.ProvisionedHour;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.catalogue.CatalogueFixtures.deployment;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProvisionedHourJson} against the contract.
 */
class ProvisionedHourJsonTests {

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(resource("/contracts/events/provisioned-hour-v1.schema.json"), InputFormat.JSON);

	@Test
	void writesWhatTheContractSays() {
		ProvisionedHour hour = new ProvisionedHour(deployment("azure", "gpt-4o", 1), "gpt-4o",
				new Provision(50, 1_000_000_000, LocalDate.of(2026, 1, 1), null), Instant.parse("2026-01-05T08:00:00Z"),
				"v");
		String json = new String(ProvisionedHourJson.of(hour), StandardCharsets.UTF_8);
		assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
		assertThat(json).contains("\"costNanoUsd\":50000000000", "\"time\":\"2026-01-05T09:00:00Z\"");
	}

	@Test
	void theExampleIsWhatTheContractSays() {
		assertThat(SCHEMA.validate(resource("/contracts/examples/provisioned-hour-v1/hour.json"), InputFormat.JSON))
			.isEmpty();
	}

	private static String resource(String name) {
		try (InputStream content = Objects.requireNonNull(ProvisionedHourJsonTests.class.getResourceAsStream(name))) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
