package io.hilum.routing.policy;

/**
 * What a condition may ask about a request that no catalogue knows beforehand. What is
 * not known is the empty text.
 *
 * @param purpose the purpose of use
 * @param application the application
 * @param team the team that pays
 * @param network the address of the client
 * @param hour the hour of the day in the zone of the catalogue, 0 to 23
 * @param weekday the day of the week there, 1 (Monday) to 7
 */
public record Circumstances(String purpose, String application, String team, String network, int hour, int weekday) {

	/**
	 * Nothing is known: a Monday at midnight.
	 */
	public static final Circumstances UNKNOWN = new Circumstances("", "", "", "", 0, 1);

}
