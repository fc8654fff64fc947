package io.hilum.parts.postgres;

import io.hilum.parts.PostgresPart;

/**
 * A server seen through another of its databases.
 *
 * @param server the server
 * @param url the database, without {@code jdbc:} or {@code r2dbc:}
 */
public record PostgresDatabase(PostgresPart server, String url) implements PostgresPart {

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public void stop() {
		this.server.stop();
	}

	@Override
	public String jdbcUrl() {
		return "jdbc:" + this.url;
	}

	@Override
	public String r2dbcUrl() {
		return "r2dbc:" + this.url;
	}

	@Override
	public String username() {
		return this.server.username();
	}

	@Override
	public String password() {
		return this.server.password();
	}

	@Override
	public PostgresPart newDatabase(String prefix) {
		return this.server.newDatabase(prefix);
	}

}
