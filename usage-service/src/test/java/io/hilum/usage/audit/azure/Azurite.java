package io.hilum.usage.audit.azure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.hilum.usage.ServerProcess;

/**
 * Microsoft's emulator of Azure Storage, as a process of its own.
 *
 * @param process the process
 */
record Azurite(ServerProcess process) implements AutoCloseable {

	private static final Pattern READY = Pattern.compile("successfully listen\\w* (?:at|on) (http://\\S+)");

	/** Of the one account that it has, as its documentation says. */
	private static final String KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/"
			+ "K1SZFPTOtr/KBHBeksoGMGw==";

	static Azurite start(Path home) throws IOException {
		String program = Objects.requireNonNull(System.getProperty("hilum.test.azurite"),
				"hilum.test.azurite is not set: use make azure-check");
		return new Azurite(ServerProcess.start(List.of("node", program, "--inMemoryPersistence", "--blobPort", "0",
				"--disableTelemetry", "--skipApiVersionCheck"), home.resolve("azurite.log"), READY));
	}

	String account() {
		return this.process.address() + "/devstoreaccount1";
	}

	String connectionString() {
		return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + KEY + ";BlobEndpoint="
				+ account() + ";";
	}

	@Override
	public void close() {
		this.process.close();
	}

}
