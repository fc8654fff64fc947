package io.hilum.portal.profile;

import java.util.List;
import java.util.Map;

import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.wire.Expect;
import org.jspecify.annotations.Nullable;

/**
 * What a person prefers. It is sealed in the form in which it is sent.
 *
 * @param displayName how others see who shares
 * @param language the language of the page
 * @param theme how the page looks
 * @param model the model of new conversations
 * @param template the template of new conversations
 * @param templateValues what fills variables of templates, by their names
 * @param showMasked whether what the model will see is shown before sending
 * @param sendWithEnter whether the enter key sends
 */
public record Preferences(@Nullable String displayName, @Nullable String language, @Nullable String theme,
		@Nullable String model, @Nullable String template, @Nullable Map<String, String> templateValues,
		@Nullable Boolean showMasked, @Nullable Boolean sendWithEnter) {

	/**
	 * Those of somebody who has said nothing yet.
	 */
	public static final Preferences NONE = new Preferences(null, null, null, null, null, Map.of(), true, true);

	private static final List<String> LANGUAGES = List.of("en", "es");

	private static final List<String> THEMES = List.of("light", "dark", "system");

	private static final int MAX_VALUES = 100;

	private static final int MAX_VALUE = 1000;

	/**
	 * Check what a client sent.
	 * @return the preferences, with what is missing as it is for everybody
	 */
	public Preferences checked() {
		Map<String, String> values = (this.templateValues != null) ? this.templateValues : Map.of();
		if (values.size() > MAX_VALUES) {
			throw PortalProblem.invalid("templateValues", "Expected at most " + MAX_VALUES + " values");
		}
		values.forEach((name, value) -> {
			Expect.text(name, "templateValues", 64);
			Expect.optional(Expect.present(value, "templateValues"), "templateValues", MAX_VALUE);
		});
		return new Preferences(Expect.optional(this.displayName, "displayName", 100),
				oneOf(this.language, "language", LANGUAGES), oneOf(this.theme, "theme", THEMES),
				Expect.model(this.model, "model"), Expect.optional(this.template, "template", 100), Map.copyOf(values),
				!Boolean.FALSE.equals(this.showMasked), !Boolean.FALSE.equals(this.sendWithEnter));
	}

	private static @Nullable String oneOf(@Nullable String value, String param, List<String> allowed) {
		if (value != null && !allowed.contains(value)) {
			throw PortalProblem.invalid(param, "Expected one of " + String.join(", ", allowed));
		}
		return value;
	}

	@Override
	public String toString() {
		return "Preferences[REDACTED]";
	}

}
