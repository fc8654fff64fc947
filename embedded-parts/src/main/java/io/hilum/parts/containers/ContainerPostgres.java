package io.hilum.parts.containers;

import io.hilum.parts.PostgresPart;
import io.hilum.parts.postgres.Databases;
import io.hilum.parts.postgres.PostgresDatabase;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Postgres in a container.
 */
final class ContainerPostgres implements PostgresPart {

	private static final int PORT = 5432;

	private static final String NAME = "hilum";

	private final PostgreSQLContainer container;

	private final Restartable restartable;

	ContainerPostgres(String image) {
		this.container = new PostgreSQLContainer(image).withDatabaseName(NAME).withUsername(NAME).withPassword(NAME);
		// As many as the native one lets in: the contexts that a JVM keeps for its tests
		// share it.
		this.container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
		this.restartable = new Restartable(this.container, PORT,
				Wait.forSuccessfulCommand("pg_isready --host=localhost --username=" + NAME));
	}

	@Override
	public void start() {
		this.restartable.start();
	}

	@Override
	public void stop() {
		this.restartable.stop();
	}

	@Override
	public String jdbcUrl() {
		return "jdbc:" + url(NAME);
	}

	@Override
	public String r2dbcUrl() {
		return "r2dbc:" + url(NAME);
	}

	@Override
	public String username() {
		return this.container.getUsername();
	}

	@Override
	public String password() {
		return this.container.getPassword();
	}

	@Override
	public PostgresPart newDatabase(String prefix) {
		return new PostgresDatabase(this, url(new Databases(url(NAME), username(), password()).createFresh(prefix)));
	}

	private String url(String database) {
		return "postgresql://" + this.container.getHost() + ":" + this.container.getMappedPort(PORT) + "/" + database;
	}

}
