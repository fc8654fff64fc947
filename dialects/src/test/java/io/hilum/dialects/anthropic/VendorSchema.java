package io.hilum.dialects.anthropic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import com.anthropic.core.JsonField;
import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a request against the types of Anthropic's own Java SDK for version 2023-06-01 of
 * the API: each required field is there, each value has its type, each union is one of
 * its members, and no field is left that the types do not know. Whether a model takes a
 * value is not in the types.
 */
final class VendorSchema {

	private VendorSchema() {
	}

	static void assertConforms(byte[] request) {
		try {
			Object body = ObjectMappers.jsonMapper()
				.readValue(request, Class.forName(MessageCreateParams.class.getName() + "$Body"));
			body.getClass().getMethod("validate").invoke(body);
			assertNothingUnknown(body, "");
		}
		catch (JsonProcessingException | ReflectiveOperationException ex) {
			throw new AssertionError("not a request of the Messages API", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assertNothingUnknown(@Nullable Object value, String path) throws ReflectiveOperationException {
		switch (value) {
			case null -> {
				// Absent.
			}
			case JsonField<?> field -> assertNothingUnknown(((Optional<?>) field.asKnown()).orElse(null), path);
			case Optional<?> optional -> assertNothingUnknown(optional.orElse(null), path);
			case Collection<?> values -> {
				for (Object each : values) {
					assertNothingUnknown(each, path + "[]");
				}
			}
			default -> assertNothingUnknownInside(value, path);
		}
	}

	private static void assertNothingUnknownInside(Object value, String path) throws ReflectiveOperationException {
		if (!value.getClass().getName().startsWith("com.anthropic.models.") || isFree(value)) {
			return;
		}
		for (Field field : value.getClass().getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers())) {
				continue;
			}
			field.setAccessible(true);
			if (field.getName().equals("additionalProperties")) {
				assertThat((Map<?, ?>) field.get(value)).as("unknown fields of %s", path).isEmpty();
			}
			else if (!field.getName().equals("_json")) {
				assertNothingUnknown(field.get(value), path + "." + field.getName());
			}
		}
	}

	/** JSON schemas and the input of tools are the client's own. */
	private static boolean isFree(Object value) {
		String name = value.getClass().getSimpleName();
		return name.equals("InputSchema") || name.equals("Schema") || name.equals("Input");
	}

}
