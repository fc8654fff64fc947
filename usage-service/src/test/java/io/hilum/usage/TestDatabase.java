package io.hilum.usage;

import io.hilum.parts.Parts;
import io.hilum.parts.PostgresPart;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.flywaydb.core.Flyway;

import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * A new database of a real Postgres, migrated as the service would.
 *
 * @param part the database
 * @param client its client
 * @param transactions its transactions
 */
public record TestDatabase(PostgresPart part, DatabaseClient client, TransactionalOperator transactions) {

	/**
	 * Create and migrate a database.
	 * @return the database
	 */
	public static TestDatabase create() {
		PostgresPart part = Parts.postgres().newDatabase("usage");
		Flyway.configure()
			.dataSource(part.jdbcUrl(), part.username(), part.password())
			.locations("classpath:db/usage-service")
			.schemas("usage")
			.defaultSchema("usage")
			.load()
			.migrate();
		ConnectionFactory connections = ConnectionFactories.get(ConnectionFactoryOptions.parse(part.r2dbcUrl())
			.mutate()
			.option(ConnectionFactoryOptions.USER, part.username())
			.option(ConnectionFactoryOptions.PASSWORD, part.password())
			.build());
		return new TestDatabase(part, DatabaseClient.create(connections),
				TransactionalOperator.create(new R2dbcTransactionManager(connections)));
	}

}
