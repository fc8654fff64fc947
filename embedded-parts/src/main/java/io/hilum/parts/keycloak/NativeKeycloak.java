package io.hilum.parts.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import io.hilum.parts.PartException;
import io.hilum.parts.process.ChildProcess;
import io.hilum.parts.process.NativePart;
import io.hilum.parts.process.PartsHome;

/**
 * A Keycloak server with one imported realm, on the loopback interface.
 */
public final class NativeKeycloak implements NativePart {

	private static final Duration TO_START = Duration.ofSeconds(480);

	private static final Duration TO_STOP = Duration.ofSeconds(15);

	private final PartsHome home;

	private final KeycloakDistribution distribution;

	private final int port;

	private final Realm realm;

	private final ChildProcess process;

	public NativeKeycloak(PartsHome home, KeycloakDistribution distribution, int port, Realm realm) {
		this.home = home;
		this.distribution = distribution;
		this.port = port;
		this.realm = realm;
		this.process = ChildProcess.yielding("keycloak", home.dataOf("keycloak"));
	}

	@Override
	public void start() {
		Path programs = this.distribution.prepare(this.home);
		copyRealm(programs);
		this.process.start(this.distribution.command(programs, "start", "--optimized", "--import-realm",
				"--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + this.port,
				"--hostname=http://localhost:" + this.port, "--cache=local", "--db-url=" + database()),
				this.realm.variables());
		this.process.awaitOutput("Bootstrap completed in", TO_START);
		this.process.awaitOutput("Listening on: ", TO_START);
	}

	@Override
	public void stop() {
		this.process.stop("TERM", TO_STOP);
	}

	@Override
	public ChildProcess process() {
		return this.process;
	}

	/**
	 * Where the server is reached.
	 * @return its root
	 */
	public URI url() {
		return URI.create("http://localhost:" + this.port);
	}

	/**
	 * Who signs the tokens of the realm: their {@code iss}.
	 * @return the issuer
	 */
	public URI issuer() {
		return url().resolve("/realms/" + this.realm.name());
	}

	/**
	 * Where tokens of the realm are asked for.
	 * @return the token endpoint
	 */
	public URI tokenEndpoint() {
		return URI.create(issuer() + "/protocol/openid-connect/token");
	}

	private String database() {
		return "jdbc:h2:file:" + this.home.dataOf("keycloak").resolve("h2")
				+ ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE";
	}

	private void copyRealm(Path programs) {
		Path target = programs.resolve("data").resolve("import").resolve(this.realm.name() + "-realm.json");
		try (InputStream content = this.realm.open()) {
			Files.createDirectories(target.getParent());
			Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new PartException("Cannot hand the realm to Keycloak: " + ex.getMessage(), ex);
		}
	}

}
