package io.hilum.usage.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of the directory.
 *
 * @param id the id in the directory, the second half of {@code issuer|subject}
 * @param username by which they sign in
 * @param firstName first name
 * @param lastName last name
 * @param email e-mail address
 * @param enabled whether they may sign in
 * @param roles realm roles, empty in lists
 * @param groups paths of groups, empty in lists
 */
public record Person(String id, String username, @Nullable String firstName, @Nullable String lastName,
		@Nullable String email, boolean enabled, List<String> roles, List<String> groups) {
}
