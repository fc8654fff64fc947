package io.hilum.parts;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
	void postgresKeepsWhatWasCommittedOverAStop() throws SQLException {
		PostgresPart database = Parts.postgres().newDatabase("one");
		execute(database, "create table note as select 'kept' as text");
		awayAndBack(Parts.postgres());
		assertThat(count(database)).isOne();
	}

	@Test
	void kafkaComesBackWithItsTopicsOnTheSamePortAfterAStop() throws ExecutionException, InterruptedException {
		KafkaPart kafka = Parts.kafka();
		String before = kafka.bootstrapServers();
		String topic = "kept-" + UUID.randomUUID();
		try (Admin admin = admin(kafka)) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
		}
		awayAndBack(kafka);
		assertThat(Parts.kafka().bootstrapServers()).isEqualTo(before);
		try (Admin admin = admin(kafka)) {
			assertThat(admin.listTopics().names().get()).contains(topic);
		}
	}

	@Test
	void redisComesBackWithItsKeysAfterAStop() throws IOException {
		RedisPart redis = Parts.redis();
		say(redis, "SET note kept");
		awayAndBack(redis);
		assertThat(say(redis, "GETRANGE note 0 -1")).contains("kept");
		redis.flush();
		assertThat(say(redis, "EXISTS note")).startsWith(":0");
	}

	@Test
	void redisIsSharedAndForgetsWhenAsked() {
		assertThat(Parts.redis()).isSameAs(Parts.redis());
		Parts.redis().flush();
		assertThat(Parts.redis().url()).startsWith("redis://");
	}

	/**
	 * As tests do that stop and start again whatever happened between.
	 */
	private static void awayAndBack(Part part) {
		part.stop();
		part.stop();
		part.start();
		part.start();
	}

	private static Admin admin(KafkaPart kafka) {
		return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
	}

	private static String say(RedisPart redis, String command) throws IOException {
		URI url = URI.create(redis.url());
		try (Socket socket = new Socket(url.getHost(), url.getPort())) {
			socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		}
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
