package io.hilum.parts;

import java.util.Map;

/**
 * A running Postgres, seen through one of its databases.
 */
public interface PostgresPart extends Part {

	/**
	 * The database as JDBC names it, without credentials.
	 * @return a URL
	 */
	String jdbcUrl();

	/**
	 * The database as R2DBC names it, without credentials.
	 * @return a URL
	 */
	String r2dbcUrl();

	String username();

	String password();

	/**
	 * Create a database that nobody else uses.
	 * @param prefix how its name begins; lower-case letters, digits and underscores
	 * @return the same server, seen through the new database
	 */
	PostgresPart newDatabase(String prefix);

	/**
	 * The database as Spring Boot is told of it.
	 * @return properties of R2DBC and Flyway
	 */
	default Map<String, String> properties() {
		return Map.of("spring.r2dbc.url", r2dbcUrl(), "spring.r2dbc.username", username(), "spring.r2dbc.password",
				password(), "spring.flyway.url", jdbcUrl());
	}

}
