package io.hilum.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Parts}.
 */
class PartsIT {

	@Test
	void postgresGivesEachCallerADatabaseOfItsOwn() throws SQLException {
		PostgresPart one = Parts.postgres().newDatabase("one");
		PostgresPart two = Parts.postgres().newDatabase("one");
		execute(one, "create table note (text text)");
		execute(two, "create table note (text text)");
		execute(one, "insert into note values ('kept')");
		assertThat(count(one)).isOne();
		assertThat(count(two)).isZero();
	}

	@Test
	void kafkaComesBackOnTheSamePortAfterAStop() {
		KafkaPart kafka = Parts.kafka();
		String before = kafka.bootstrapServers();
		kafka.stop();
		kafka.start();
		assertThat(Parts.kafka().bootstrapServers()).isEqualTo(before);
	}

	@Test
	void redisIsSharedAndForgetsWhenAsked() {
		assertThat(Parts.redis()).isSameAs(Parts.redis());
		Parts.redis().flush();
		assertThat(Parts.redis().url()).startsWith("redis://");
	}

	private static void execute(PostgresPart database, String sql) throws SQLException {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static int count(PostgresPart database) throws SQLException {
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select count(*) from note")) {
			rows.next();
			return rows.getInt(1);
		}
	}

	private static Connection connect(PostgresPart database) throws SQLException {
		return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
	}

}
