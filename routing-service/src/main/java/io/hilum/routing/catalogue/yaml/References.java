package io.hilum.routing.catalogue.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Replaces references to the environment: <code>${NAME}</code>,
 * <code>${NAME:default}</code> and LiteLLM's {@code os.environ/NAME}.
 */
public final class References {

	private static final String LITELLM = "os.environ/";

	private final Variables environment;

	/**
	 * Create the references.
	 * @param environment the variables
	 */
	public References(Variables environment) {
		this.environment = environment;
	}

	/**
	 * Replace the references of a value.
	 * @param text the value
	 * @return the value, with {@code missing} set if a variable without default is not
	 * set
	 */
	public Expansion expand(String text) {
		if (text.startsWith(LITELLM)) {
			String name = text.substring(LITELLM.length());
			String value = this.environment.find(name);
			return (value != null) ? new Expansion(value, null) : new Expansion("", name);
		}
		StringBuilder expanded = new StringBuilder();
		String missing = null;
		int copied = 0;
		for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", copied)) {
			int end = text.indexOf('}', start);
			if (end < 0) {
				break;
			}
			String value = valueOf(text.substring(start + 2, end));
			missing = (value == null) ? text.substring(start + 2, end) : missing;
			expanded.append(text, copied, start).append((value != null) ? value : "");
			copied = end + 1;
		}
		return new Expansion(expanded.append(text, copied, text.length()).toString(), missing);
	}

	private @Nullable String valueOf(String reference) {
		int colon = reference.indexOf(':');
		String value = this.environment.find((colon < 0) ? reference : reference.substring(0, colon));
		boolean useDefault = colon >= 0 && (value == null || value.isEmpty());
		return useDefault ? reference.substring(colon + 1) : value;
	}

	/**
	 * A value without references.
	 *
	 * @param value the value
	 * @param missing the variable that is not set, if one is not
	 */
	public record Expansion(String value, @Nullable String missing) {

	}

}
