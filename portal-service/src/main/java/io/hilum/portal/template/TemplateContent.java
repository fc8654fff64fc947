package io.hilum.portal.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.portal.wire.Expect;
import org.jspecify.annotations.Nullable;

/**
 * What a template says. It is sealed in the form in which it is sent.
 *
 * @param title what it is called
 * @param description what it is for
 * @param text the prompt, with variables such as <code>{{findings}}</code>
 * @param roles who may use it; all where there are none
 * @param language in which language it is
 */
public record TemplateContent(@Nullable String title, @Nullable String description, @Nullable String text,
		@Nullable List<String> roles, @Nullable String language) {

	private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}_.-]{1,64})\\s*\\}\\}");

	private static final int MAX_TEXT = 20_000;

	/**
	 * Check what somebody wrote.
	 * @return the content, without blanks where nothing is meant
	 */
	public TemplateContent checked() {
		List<String> names = Expect.list(this.roles, "roles", 32);
		names.forEach((role) -> Expect.text(role, "roles", 100));
		return new TemplateContent(Expect.text(this.title, "title", 200).strip(),
				Expect.optional(this.description, "description", 1000), Expect.text(this.text, "text", MAX_TEXT),
				List.copyOf(names), Expect.optional(this.language, "language", 10));
	}

	/**
	 * Its variables.
	 * @return their names in the order of the text, each once
	 */
	public List<String> variables() {
		Set<String> names = new LinkedHashSet<>();
		Matcher matcher = VARIABLE.matcher((this.text != null) ? this.text : "");
		while (matcher.find()) {
			names.add(matcher.group(1));
		}
		return new ArrayList<>(names);
	}

	/**
	 * Whether somebody may use it.
	 * @param held the roles that the person has
	 * @return {@code true} if it is for everybody or for one of the roles
	 */
	boolean isFor(Collection<String> held) {
		return this.roles == null || this.roles.isEmpty() || held.stream().anyMatch(this.roles::contains);
	}

	@Override
	public String toString() {
		return "TemplateContent[REDACTED]";
	}

}
