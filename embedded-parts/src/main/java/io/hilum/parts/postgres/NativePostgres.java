package io.hilum.parts.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hilum.parts.PostgresPart;
import io.hilum.parts.process.ChildProcess;
import io.hilum.parts.process.NativePart;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Programs;

/**
 * A Postgres server on the loopback interface. Under root it runs in a user namespace of
 * its own, because the server refuses to be root.
 */
public final class NativePostgres implements PostgresPart, NativePart {

	private static final Duration TO_INITIALISE = Duration.ofSeconds(240);

	private static final Duration TO_START = Duration.ofSeconds(240);

	private static final Duration TO_STOP = Duration.ofSeconds(60);

	private static final String USER = "hilum";

	private final PartsHome home;

	private final int port;

	private final String password;

	private final ChildProcess process;

	public NativePostgres(PartsHome home, int port, String password) {
		this.home = home;
		this.port = port;
		this.password = password;
		this.process = ChildProcess.yielding("postgres", home.dataOf("postgres"));
	}

	/**
	 * Unpack the programs, unless an earlier run did.
	 * @param home where to
	 */
	public static void prepare(PartsHome home) {
		PostgresPrograms.unpack(home);
	}

	@Override
	public void start() {
		this.process.killLeftover();
		boolean fresh = !Files.exists(cluster().resolve("PG_VERSION"));
		if (fresh) {
			initialise();
		}
		this.process.start(program("postgres", "-D", cluster().toString(), "-p", Integer.toString(this.port), "-c",
				"listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200", "-c",
				"shared_buffers=64MB", "-c", "timezone=UTC", "-c", "logging_collector=off"), Map.of());
		this.process.awaitOutput("database system is ready to accept connections", TO_START);
		if (fresh) {
			new Databases(url("postgres"), USER, this.password).create(USER);
		}
	}

	@Override
	public void stop() {
		this.process.stop("INT", TO_STOP);
	}

	@Override
	public ChildProcess process() {
		return this.process;
	}

	@Override
	public String jdbcUrl() {
		return "jdbc:" + url(USER);
	}

	@Override
	public String r2dbcUrl() {
		return "r2dbc:" + url(USER);
	}

	@Override
	public String username() {
		return USER;
	}

	@Override
	public String password() {
		return this.password;
	}

	@Override
	public PostgresPart newDatabase(String prefix) {
		String name = new Databases(url("postgres"), USER, this.password).createFresh(prefix);
		return new PostgresDatabase(this, url(name));
	}

	private String url(String database) {
		return "postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	private Path cluster() {
		return this.home.dataOf("postgres").resolve("cluster");
	}

	private void initialise() {
		Path secret = this.home.dataOf("postgres").resolve("initial-password");
		try {
			Files.writeString(secret, this.password);
			ChildProcess initdb = new ChildProcess("initdb", this.home.dataOf("postgres"));
			initdb.start(program("initdb", "-D", cluster().toString(), "-U", USER, "--pwfile=" + secret, "-A",
					"scram-sha-256", "-E", "UTF-8", "--locale=C", "--no-sync"), Map.of());
			initdb.awaitSuccess(TO_INITIALISE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot prepare the folder of Postgres", ex);
		}
		finally {
			secret.toFile().delete();
		}
	}

	private List<String> program(String name, String... arguments) {
		List<String> command = new ArrayList<>();
		if (Programs.isRoot() && Programs.onPath("unshare")) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(PostgresPrograms.unpack(this.home).resolve("bin").resolve(name).toString());
		command.addAll(List.of(arguments));
		return command;
	}

}
