package io.hilum.phi.detect.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.hilum.phi.detect.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * The names of fields in {@code fields.txt}, and which values of such a field are worth
 * masking.
 */
final class Fields {

	private static final int LONGEST_NAME = 60;

	private static final Set<String> NO_VALUES = Set.of("true", "false", "null", "none", "unknown", "yes", "no", "n/a",
			"string", "varchar", "text", "not null", "primary key", "self", "asc", "desc", "id", "name", "str", "int");

	private final Map<String, EntityType> types;

	private Fields(Map<String, EntityType> types) {
		this.types = Map.copyOf(types);
	}

	static Fields load() {
		Map<String, EntityType> types = new HashMap<>();
		try (InputStream in = Objects.requireNonNull(Fields.class.getResourceAsStream("fields.txt"))) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			text.lines().filter((line) -> !line.startsWith("#")).forEach((line) -> {
				EntityType type = EntityType.valueOf(line.substring(0, line.indexOf('|')).strip());
				for (String key : line.substring(line.indexOf('|') + 1).split(",", -1)) {
					types.put(key.strip(), type);
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException("fields.txt is part of the jar", ex);
		}
		return new Fields(types);
	}

	/**
	 * What a field of that name holds; the name in lower case, letters and digits only.
	 */
	@Nullable EntityType of(String key) {
		return this.types.get(key);
	}

	/** What a column or key of that name holds, however it is written. */
	@Nullable EntityType ofName(String name) {
		StringBuilder key = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			if (Character.isLetterOrDigit(name.charAt(i))) {
				key.append(name.charAt(i));
			}
		}
		return this.types.get(key.toString().toLowerCase(Locale.ROOT));
	}

	/** Whether a stretch of text can be the value of such a field. */
	static boolean isWorthy(String text, int start, int end, EntityType type) {
		int digits = 0;
		int letters = 0;
		for (int i = start; i < end; i++) {
			char unit = text.charAt(i);
			boolean digit = unit >= '0' && unit <= '9';
			digits += digit ? 1 : 0;
			letters += !digit && Character.isLetter(unit) ? 1 : 0;
		}
		if (digits == 0 && end - start < 12
				&& NO_VALUES.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
			return false;
		}
		return switch (type) {
			case NAME -> letters > 0 && end - start <= LONGEST_NAME
					&& (digits == 0 || (digits <= 3 && letters > 2 && isOneRun(text, start, end)));
			case LOCATION, URL, EMAIL, PHOTO -> digits + letters > 0;
			case DATE -> digits > 4;
			case AGE -> letters == 0 && digits >= 2 && digits <= 3 && isOld(text.substring(start, end));
			case OTHER_ID -> digits >= 2 || (letters > 0 && !text.substring(start, end).contains(" "));
			default -> digits >= 3;
		};
	}

	/** {@code jdoe7}: a user name where a name is expected. */
	private static boolean isOneRun(String text, int start, int end) {
		return Character.isLowerCase(text.charAt(start)) && Character.isDigit(text.charAt(end - 1))
				&& text.substring(start, end).chars().allMatch(Character::isLetterOrDigit);
	}

	private static boolean isOld(String digits) {
		return digits.chars().allMatch(Character::isDigit) && Integer.parseInt(digits) >= AgeDetector.OLD;
	}

}
