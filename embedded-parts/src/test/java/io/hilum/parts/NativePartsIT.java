package io.hilum.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.hilum.parts.kafka.NativeKafka;
import io.hilum.parts.postgres.NativePostgres;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Ports;
import io.hilum.parts.redis.NativeRedis;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a part still knows after it was killed and started again.
 */
class NativePartsIT {

	@TempDir
	Path data;

	@Test
	void postgresKeepsWhatWasCommittedBeforeAKill() throws SQLException {
		NativePostgres postgres = new NativePostgres(home(), Ports.free(), "secret of this test");
		try {
			postgres.start();
			query(postgres, "create table note as select 'kept' as text");
			postgres.kill();
			postgres.start();
			assertThat(query(postgres, "select text from note")).isEqualTo("kept");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guessed"));
		}
		finally {
			postgres.kill();
		}
	}

	@Test
	void redisKeepsItsKeysOverAStop() throws IOException {
		NativeRedis redis = new NativeRedis(home(), Ports.free());
		try {
			redis.start();
			say(redis, "SET note kept");
			redis.stop();
			redis.start();
			assertThat(say(redis, "GETRANGE note 0 -1")).contains("kept");
			redis.flush();
			assertThat(say(redis, "EXISTS note")).startsWith(":0");
		}
		finally {
			redis.kill();
		}
	}

	@Test
	void kafkaKeepsItsTopicsAfterAKill() throws ExecutionException, InterruptedException {
		NativeKafka kafka = new NativeKafka(home(), Ports.free(), Ports.free());
		try {
			kafka.start();
			try (Admin admin = admin(kafka)) {
				admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
			}
			kafka.kill();
			kafka.start();
			try (Admin admin = admin(kafka)) {
				assertThat(admin.listTopics().names().get()).contains("kept");
			}
		}
		finally {
			kafka.kill();
		}
	}

	private PartsHome home() {
		return new PartsHome(
				Path.of(System.getProperty("java.io.tmpdir"), "hilum-parts-" + System.getProperty("user.name")),
				this.data);
	}

	private static Admin admin(NativeKafka kafka) {
		return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
	}

	private static String query(PostgresPart postgres, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(),
				postgres.password()); Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return "";
			}
			try (ResultSet rows = statement.getResultSet()) {
				rows.next();
				return rows.getString(1);
			}
		}
	}

	private static String say(RedisPart redis, String command) throws IOException {
		int port = URI.create(redis.url()).getPort();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		}
	}

}
