package io.hilum.parts.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Unpacked;

/**
 * The jars of Kafka's server, which this module carries as files.
 */
final class KafkaJars {

	private KafkaJars() {
	}

	static Path unpack(PartsHome home) {
		String index = index();
		Path folder = home.programsOf("kafka");
		// Kafka's libraries change more often than Kafka does.
		String name = folder.getFileName() + "-" + Integer.toHexString(index.hashCode());
		return Unpacked.once(folder.resolveSibling(name), (target) -> copy(index, target));
	}

	private static void copy(String index, Path folder) throws IOException {
		for (String entry : index.split(",")) {
			String jar = entry.substring(entry.lastIndexOf('/') + 1);
			try (InputStream content = resource(jar)) {
				Files.copy(content, folder.resolve(jar));
			}
		}
	}

	private static String index() {
		try (InputStream content = resource("index")) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8).trim();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream resource(String name) throws IOException {
		InputStream content = KafkaJars.class.getResourceAsStream("/kafka/" + name);
		if (content == null) {
			throw new IOException("This build carries no kafka/" + name);
		}
		return content;
	}

}
