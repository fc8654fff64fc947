package io.hilum.routing.catalogue.file;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import io.hilum.trust.context.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * What a model requires of a sign-in: {@code mfa: required} and {@code authentication:
 * {context: [c1], max-age: 15m}}, as the gateway reads it.
 */
final class AuthenticationSection {

	private static final Set<String> KEYS = Set.of("context", "max-age");

	private AuthenticationSection() {
	}

	static Authentication read(YamlObject model, Findings findings) {
		String mfa = model.optional("mfa");
		if (mfa != null && !mfa.equals("required")) {
			findings.fault(model.line("mfa"), "'mfa' must be 'required', or left out");
		}
		YamlObject required = model.object("authentication");
		if (required == null) {
			return (mfa != null) ? new Authentication(true, List.of(), null) : Authentication.ANY;
		}
		required.allowing(KEYS);
		return new Authentication(mfa != null, required.oneOrMore("context"), age(required, findings));
	}

	private static @Nullable Duration age(YamlObject required, Findings findings) {
		String written = required.optional("max-age");
		if (written == null) {
			return null;
		}
		try {
			Duration age = DurationStyle.detectAndParse(written);
			if (age.isPositive()) {
				return age;
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below, as for an age of nothing.
		}
		findings.fault(required.line("max-age"), "'max-age' must be a time longer than nothing, such as 15m");
		return Duration.ZERO;
	}

}
