package io.hilum.portal.profile.web;

import java.util.List;

import io.hilum.portal.profile.Permissions;
import io.hilum.portal.profile.Preferences;
import io.hilum.portal.profile.Profiles;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/portal/me}.
 */
@RestController
@RequestMapping("/v1/portal/me")
class ProfileController {

	private final Profiles profiles;

	private final Permissions permissions;

	ProfileController(Profiles profiles, Permissions permissions) {
		this.profiles = profiles;
		this.permissions = permissions;
	}

	@GetMapping
	Mono<ProfileV1> get(ServiceContext caller) {
		return this.profiles.of(caller)
			.map((preferences) -> new ProfileV1("profile", caller.subject(), preferences.displayName(), caller.roles(),
					caller.team(), List.copyOf(this.permissions.of(caller.roles())), preferences));
	}

	@PutMapping("/preferences")
	Mono<Preferences> put(@RequestBody Preferences request, ServiceContext caller) {
		return this.profiles.put(request.checked(), caller);
	}

	/**
	 * Who somebody is here.
	 */
	record ProfileV1(String object, String subject, @Nullable String displayName, List<String> roles, String team,
			List<String> permissions, Preferences preferences) {

		@Override
		public String toString() {
			return "ProfileV1[REDACTED]";
		}

	}

}
