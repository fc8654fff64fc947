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
		return createAt("latest");
	}

	/**
	 * Create a database as an earlier version of the service had it.
	 * @param version the last migration of that version
	 * @return the database
	 */
	public static TestDatabase createAt(String version) {
		PostgresPart part = Parts.postgres().newDatabase("usage");
		Flyway.configure()
			.dataSource(part.jdbcUrl(), part.username(), part.password())
			.locations("classpath:db/usage-service")
			.schemas("usage")
			.defaultSchema("usage")
			.target(version)
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

	/**
	 * Let the service begin at the present end of a topic that other tests have used.
	 * @param topic the topic
	 * @return this
	 */
	public TestDatabase atTheEndOf(String topic) {
		TestTopics.Ends ends = TestTopics.ends(topic);
		ends.offsets()
			.forEach((partition, end) -> this.client.sql(
					"INSERT INTO usage.inbox_position (topic, topic_id, partition, next_offset) VALUES (:t, :i, :p, :n)")
				.bind("t", topic)
				.bind("i", ends.topicId())
				.bind("p", partition)
				.bind("n", end)
				.then()
				.block());
		return this;
	}

	/**
	 * A number from the database.
	 * @param sql a query of one number
	 * @return the number
	 */
	public long number(String sql) {
		Long value = this.client.sql(sql).mapValue(Long.class).one().block();
		return (value != null) ? value : -1;
	}

}
