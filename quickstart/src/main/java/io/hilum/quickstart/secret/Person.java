package io.hilum.quickstart.secret;

import java.util.List;

/**
 * One of the four people of the quick start's realm.
 *
 * @param username how they sign in
 * @param role their role
 * @param team their team
 */
public record Person(String username, String role, String team) {

	/**
	 * Everybody in {@code hilum-realm.json}.
	 */
	public static final List<Person> ALL = List.of(new Person("amelia", "Clinician", "cardiology"),
			new Person("bo", "Billing", "revenue"), new Person("dana", "Developer", "platform"),
			new Person("ada", "Admin", "platform"));

}
