package io.hilum.rag.postgres;

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
 * A new, migrated database without any Spring context.
 *
 * @param client speaks to it
 * @param transaction makes several statements one
 */
public record RagDatabase(DatabaseClient client, TransactionalOperator transaction) {

	/**
	 * Make a database.
	 * @return the database
	 */
	public static RagDatabase create() {
		PostgresPart part = Parts.postgres().newDatabase("rag");
		Flyway.configure()
			.dataSource(part.jdbcUrl(), part.username(), part.password())
			.locations("classpath:db/rag-service")
			.schemas("rag")
			.defaultSchema("rag")
			.load()
			.migrate();
		ConnectionFactory connections = ConnectionFactories.get(ConnectionFactoryOptions.parse(part.r2dbcUrl())
			.mutate()
			.option(ConnectionFactoryOptions.USER, part.username())
			.option(ConnectionFactoryOptions.PASSWORD, part.password())
			.build());
		return new RagDatabase(DatabaseClient.create(connections),
				TransactionalOperator.create(new R2dbcTransactionManager(connections)));
	}

}
