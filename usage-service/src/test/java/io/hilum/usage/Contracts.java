package io.hilum.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * The schemas of the contracts.
 */
public final class Contracts {

	private Contracts() {
	}

	/**
	 * What is wrong with an event.
	 * @param name the name of the event, such as {@code audit-recorded-v1}
	 * @param json its JSON
	 * @return the errors, none if it is as the contract says
	 */
	public static List<Error> errors(String name, String json) {
		return schema(name).validate(json, InputFormat.JSON,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
	}

	private static Schema schema(String name) {
		try (InputStream in = Contracts.class.getResourceAsStream("/contracts/events/" + name + ".schema.json")) {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(Objects.requireNonNull(in, name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
