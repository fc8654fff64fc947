package io.hilum.quickstart.part;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.hilum.parts.kafka.NativeKafka;
import io.hilum.parts.keycloak.NativeKeycloak;
import io.hilum.parts.keycloak.Realm;
import io.hilum.parts.postgres.NativePostgres;
import io.hilum.parts.process.NativePart;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.redis.NativeRedis;
import io.hilum.quickstart.machine.Port;
import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.secret.Person;
import io.hilum.quickstart.secret.Secrets;

/**
 * The four parts, on the ports and with the secrets of one installation.
 *
 * @param postgres the stores
 * @param redis limits and holds
 * @param kafka events
 * @param keycloak sign-in
 */
public record Infrastructure(NativePostgres postgres, NativeRedis redis, NativeKafka kafka, NativeKeycloak keycloak) {

	/**
	 * Put the parts together; nothing is started.
	 * @param settings where they listen and live
	 * @param secrets what lets the services in
	 * @return the parts
	 */
	public static Infrastructure of(Settings settings, Secrets secrets) {
		PartsHome home = home(settings);
		return new Infrastructure(new NativePostgres(home, settings.port(Port.POSTGRES), secrets.postgresPassword()),
				new NativeRedis(home, settings.port(Port.REDIS)),
				new NativeKafka(home, settings.port(Port.KAFKA), settings.port(Port.KAFKA_CONTROLLER)),
				new NativeKeycloak(home, KeycloakArchive.find(settings), settings.port(Port.KEYCLOAK),
						realm(settings, secrets)));
	}

	/**
	 * Unpack every program and build what has to be built, so that the first start is not
	 * the slow one.
	 * @param settings where to
	 */
	public static void prepare(Settings settings) {
		PartsHome home = home(settings);
		KeycloakArchive.find(settings).prepare(home);
		NativePostgres.prepare(home);
		NativeKafka.prepare(home);
		NativeRedis.prepare(home);
	}

	/**
	 * End what an earlier run that was killed may have left running.
	 */
	public void killLeftovers() {
		all().forEach(NativePart::killLeftover);
	}

	/**
	 * All parts.
	 * @return a list
	 */
	public List<NativePart> all() {
		return List.of(this.postgres, this.redis, this.kafka, this.keycloak);
	}

	private static PartsHome home(Settings settings) {
		return new PartsHome(settings.programs(), settings.home());
	}

	private static Realm realm(Settings settings, Secrets secrets) {
		Map<String, String> variables = new HashMap<>(
				Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD",
						secrets.keycloakPassword(), "HILUM_DIRECTORY_SECRET", secrets.directorySecret()));
		variables.put("HILUM_GATEWAY_ORIGIN", settings.url(Port.GATEWAY));
		for (Person person : Person.ALL) {
			variables.put("HILUM_PASSWORD_" + person.role().toUpperCase(Locale.ROOT), secrets.passwordOf(person));
		}
		return new Realm("hilum",
				Objects.requireNonNull(Infrastructure.class.getResource("/hilum-realm.json"), "the realm"), variables);
	}

}
