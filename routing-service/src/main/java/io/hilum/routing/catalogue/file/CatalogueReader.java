package io.hilum.routing.catalogue.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueException.Fault;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.litellm.LiteLlmReader;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.References;
import io.hilum.routing.catalogue.yaml.Variables;
import io.hilum.routing.catalogue.yaml.YamlObject;
import io.hilum.routing.catalogue.yaml.YamlText;

/**
 * Reads a catalogue, Hilum's or LiteLLM's, from the bytes of its file.
 */
final class CatalogueReader {

	private static final int VERSION_CHARACTERS = 12;

	private final Variables environment;

	private final ServedTypes served;

	CatalogueReader(Variables environment, ServedTypes served) {
		this.environment = environment;
		this.served = served;
	}

	/**
	 * Read a catalogue.
	 * @param content the bytes of the file
	 * @return the catalogue and what is left out of it
	 */
	Reading read(byte[] content) {
		Findings findings = new Findings();
		YamlObject root = YamlText.parse(new String(content, StandardCharsets.UTF_8), findings,
				new References(this.environment));
		String version = versionOf(content);
		Catalogue catalogue = root.keys().contains("model_list")
				? new LiteLlmReader(findings, this.served).read(root, version) : readHilum(root, version, findings);
		findings.throwIfAny();
		return new Reading(catalogue, findings.warnings());
	}

	private Catalogue readHilum(YamlObject root, String version, Findings findings) {
		root.allowing(Set.of("agreements", "providers", "models", "roles"));
		ProviderSection providers = ProviderSection.read(root, this.served, findings);
		ModelSection models = new ModelSection(providers, findings);
		return new Catalogue(version, models.read(root), RoleSection.read(root, findings),
				AgreementSection.read(root, providers, findings));
	}

	static String versionOf(byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			return "sha256:" + HexFormat.of().formatHex(digest).substring(0, VERSION_CHARACTERS);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

	/**
	 * A catalogue that may come into force.
	 *
	 * @param catalogue the catalogue
	 * @param warnings what is left out or left open
	 */
	record Reading(Catalogue catalogue, List<Fault> warnings) {

	}

}
