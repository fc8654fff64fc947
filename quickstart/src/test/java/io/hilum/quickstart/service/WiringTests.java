package io.hilum.quickstart.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

import io.hilum.quickstart.machine.Port;
import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.secret.Secrets;
import io.hilum.quickstart.secret.SecretsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Wiring}.
 */
class WiringTests {

	@TempDir
	Path home;

	private Wiring wiring;

	private Secrets secrets;

	@BeforeEach
	void wire() {
		this.secrets = new SecretsFile(this.home).readOrDraw();
		this.wiring = new Wiring(Settings.from(Map.of("HILUM_HOME", this.home.toString())), this.secrets,
				this.home.resolve("catalogue.yaml"), URI.create("http://localhost:8180/realms/hilum"),
				URI.create("http://localhost:8181/fhir"));
	}

	@ParameterizedTest
	@EnumSource(names = { "ROUTING", "PHI_SCRUBBER", "USAGE", "RAG", "PORTAL", "AGENT" })
	void theGatewayAndWhomItCallsShareAKey(Port called) {
		String name = "HILUM_CONTEXT_KEY_GATEWAY_" + called.name();
		assertThat(this.wiring.of(Port.GATEWAY).get(name)).isNotBlank().isEqualTo(this.wiring.of(called).get(name));
	}

	@Test
	void eachPairHasAKeyOfItsOwn() {
		TreeSet<String> keys = new TreeSet<>();
		this.wiring.of(Port.GATEWAY).forEach((name, value) -> {
			if (name.startsWith("HILUM_CONTEXT_KEY_")) {
				keys.add(value);
			}
		});
		assertThat(keys).hasSize(6);
	}

	@Test
	void onlyTheScrubberCanMakePseudonyms() {
		for (Port service : new Port[] { Port.GATEWAY, Port.ROUTING, Port.USAGE, Port.RAG, Port.PORTAL, Port.AGENT }) {
			assertThat(this.wiring.of(service)).doesNotContainValue(this.secrets.pseudonymMaster());
		}
		assertThat(this.wiring.of(Port.PHI_SCRUBBER)).containsValue(this.secrets.pseudonymMaster());
	}

	@Test
	void onlyTheGatewayCanMakeTokensOfPatients() {
		String key = this.wiring.of(Port.GATEWAY).get("HILUM_PATIENT_MASTER");
		assertThat(key).hasSize(44);
		for (Port service : new Port[] { Port.ROUTING, Port.PHI_SCRUBBER, Port.USAGE, Port.RAG, Port.PORTAL,
				Port.AGENT }) {
			assertThat(this.wiring.of(service)).doesNotContainValue(key);
		}
	}

	@Test
	void onlyThePortalCanOpenConversations() {
		String master = this.wiring.of(Port.PORTAL).get("HILUM_PORTAL_MASTER");
		assertThat(master).hasSize(44);
		for (Port service : new Port[] { Port.GATEWAY, Port.ROUTING, Port.PHI_SCRUBBER, Port.USAGE, Port.RAG,
				Port.AGENT }) {
			assertThat(this.wiring.of(service)).doesNotContainValue(master);
		}
	}

	@Test
	void thePageAndAgentsHaveTheSameRecordsUnlessThereAreOthers() {
		assertThat(this.wiring.of(Port.GATEWAY)).containsEntry("HILUM_PORTAL_FHIR_URL", "http://localhost:8181/fhir");
		assertThat(this.wiring.of(Port.AGENT)).containsEntry("HILUM_FHIR_URL", "http://localhost:8181/fhir");
		Wiring other = new Wiring(
				Settings.from(Map.of("HILUM_HOME", this.home.toString(), "HILUM_FHIR_URL", "https://fhir.example/r4")),
				this.secrets, this.home.resolve("catalogue.yaml"), URI.create("http://localhost:8180/realms/hilum"),
				URI.create("http://localhost:8181/fhir"));
		assertThat(other.of(Port.GATEWAY)).doesNotContainKey("HILUM_PORTAL_FHIR_URL");
		assertThat(other.of(Port.AGENT)).doesNotContainKeys("HILUM_FHIR_URL", "HILUM_FHIR_FILING_ROLES");
	}

	@Test
	void theDatabaseIsOpenToThoseWhoHaveAStore() {
		for (Port service : new Port[] { Port.GATEWAY, Port.ROUTING, Port.PHI_SCRUBBER, Port.AGENT }) {
			assertThat(this.wiring.of(service)).doesNotContainValue(this.secrets.postgresPassword());
		}
		assertThat(this.wiring.of(Port.USAGE)).containsValue(this.secrets.postgresPassword());
		assertThat(this.wiring.of(Port.RAG)).containsValue(this.secrets.postgresPassword());
		assertThat(this.wiring.of(Port.PORTAL)).containsValue(this.secrets.postgresPassword());
	}

	@Test
	void theUsageServiceLearnsHashesOfKeysAndNoKey() {
		Map<String, String> usage = this.wiring.of(Port.USAGE);
		assertThat(usage).containsEntry("hilum.accounts.bootstrap-keys[0].roles[0]", "Clinician")
			.containsEntry("hilum.accounts.bootstrap-keys[3].team", "platform");
		this.secrets.keys().values().forEach((key) -> {
			assertThat(usage).containsValue(key.sha256());
			assertThat(usage.values()).noneMatch((value) -> value.contains(key.secret()));
		});
	}

	@Test
	void noTwoServicesShareAJournal() {
		TreeSet<String> journals = new TreeSet<>();
		Service.ALL.forEach((service) -> journals.add(this.wiring.of(service.port()).get("HILUM_JOURNAL")));
		assertThat(journals).hasSameSizeAs(Service.ALL);
	}

	@Test
	void aPartIsNoService() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.wiring.of(Port.REDIS));
	}

}
