package io.hilum.routing.catalogue.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueException.Fault;
import io.hilum.routing.catalogue.ListPrices;
import io.hilum.routing.catalogue.RolePolicy;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.check.LeakCheck;
import io.hilum.routing.catalogue.litellm.LiteLlmModels;
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

	private static final Set<String> OWN_SECTIONS = Set.of("agreements", "roles", "policies", "time-zone",
			"applications", "phi", "agents");

	private final Variables environment;

	private static final int SOON_DAYS = 30;

	private final ServedTypes served;

	private final InstantSource clock;

	private final PriceBook book;

	CatalogueReader(Variables environment, ServedTypes served, InstantSource clock) {
		this(environment, served, clock, PriceBook.EMPTY);
	}

	CatalogueReader(Variables environment, ServedTypes served, InstantSource clock, PriceBook book) {
		this.environment = environment;
		this.served = served;
		this.clock = clock;
		this.book = book;
	}

	/**
	 * When a catalogue that is read now should be read again, because prices change.
	 * @return the day, if there is one
	 */
	Optional<LocalDate> nextPrices() {
		return this.book.nextChange(today());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private ListPrices prices() {
		LocalDate today = today();
		return (type, model) -> this.book.price(type, model, today);
	}

	/**
	 * Read a catalogue.
	 * @param content the bytes of the file
	 * @return the catalogue and what is left out of it
	 */
	Reading read(byte[] content) {
		String text = new String(content, StandardCharsets.UTF_8);
		Variables variables = OwnVariables.of(text, this.environment);
		Findings findings = new Findings();
		YamlObject root = YamlText.parse(text, findings, new References(variables));
		String version = versionOf(content);
		Catalogue catalogue = root.keys().contains("model_list") ? readLiteLlm(root, version, variables, findings)
				: readHilum(root, version, findings);
		findings.throwIfAny();
		requireNoLeak(catalogue, root, findings);
		findings.throwIfAny();
		return new Reading(catalogue, findings.warnings());
	}

	private void requireNoLeak(Catalogue catalogue, YamlObject root, Findings findings) {
		LocalDate today = today();
		int line = root.line(root.keys().contains("roles") ? "roles" : "policies");
		try {
			LeakCheck.first(catalogue, today).ifPresent((leak) -> findings.fault(line, leak.toString()));
		}
		catch (IllegalArgumentException ex) {
			findings.fault(root.line("policies"), String.valueOf(ex.getMessage()));
		}
		catalogue.agreements()
			.stream()
			.filter((agreement) -> agreement.expires().isBefore(today.plusDays(SOON_DAYS)))
			.forEach((agreement) -> findings.warn(root.line("agreements"),
					"agreement '" + agreement.id() + "' ends on " + agreement.expires()));
	}

	/**
	 * A file of LiteLLM may carry Hilum's own sections, which LiteLLM passes over. What
	 * it does not say gets the careful answer: no agreement, so no raw text.
	 */
	private Catalogue readLiteLlm(YamlObject root, String version, Variables variables, Findings findings) {
		LiteLlmModels read = new LiteLlmReader(findings, this.served, variables, prices()).read(root, OWN_SECTIONS);
		Map<String, RolePolicy> roles = root.keys().contains("roles") ? RoleSection.read(root, findings)
				: RoleSection.usual();
		return new Catalogue(version, read.models(), PhiSection.applied(root, roles, findings),
				AgreementSection.read(root, read.providers()::contains, findings), PolicySection.read(root, findings),
				TransformSection.read(root, findings));
	}

	private Catalogue readHilum(YamlObject root, String version, Findings findings) {
		root.allowing(OWN_SECTIONS, Set.of("providers", "models", "aliases"));
		ProviderSection providers = ProviderSection.read(root, this.served, findings);
		ModelSection models = new ModelSection(providers, prices(), findings);
		return new Catalogue(version, models.read(root),
				PhiSection.applied(root, RoleSection.read(root, findings), findings),
				AgreementSection.read(root, providers::isKnown, findings), PolicySection.read(root, findings),
				TransformSection.read(root, findings));
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
