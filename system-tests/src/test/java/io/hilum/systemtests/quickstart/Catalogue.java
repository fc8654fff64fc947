package io.hilum.systemtests.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The catalogue of the tests: the scripted upstream in each of its moods, and the
 * sandbox.
 */
public final class Catalogue {

	private static final String YAML = """
			agreements: []
			providers:
			  - {id: scripted, type: openai-compatible, endpoint: "%s", api-key: none}
			  - {id: sandbox, type: sandbox}
			models:
			  - {name: echo, deployments: [{provider: scripted, model: echo}], price: {input: 1.00, output: 2.00}, context: 128000}
			  - {name: slow, deployments: [{provider: scripted, model: slow}], price: {input: 1.00, output: 2.00}, context: 128000}
			  - {name: cut, deployments: [{provider: scripted, model: cut}], price: {input: 1.00, output: 2.00}, context: 128000}
			  - {name: fail, deployments: [{provider: scripted, model: fail}], price: {input: 1.00, output: 2.00}, context: 128000}
			  - {name: sandbox, deployments: [{provider: sandbox, model: sandbox}], free: true, context: 128000}
			roles:
			  Clinician: {models: ["*"], phi: pseudonymise}
			  Billing:   {models: [echo, sandbox], phi: pseudonymise}
			  Developer: {models: ["*"], phi: block}
			  Admin:     {models: ["*"], phi: pseudonymise, administer: true}
			""";

	private Catalogue() {
	}

	public static Path write(Path folder, String upstream) {
		try {
			return Files.writeString(folder.resolve("catalogue.yaml"), YAML.formatted(upstream));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
