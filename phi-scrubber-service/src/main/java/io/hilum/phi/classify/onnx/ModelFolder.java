package io.hilum.phi.classify.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The three files of a classifier, as Hugging Face's tools export them.
 *
 * @param config what the model's labels and bounds are
 * @param tokenizer how text is cut into pieces
 * @param model the network
 */
record ModelFolder(Path config, Path tokenizer, Path model) {

	private static final int VERSION_BYTES = 6;

	/**
	 * Look whether all is there.
	 * @param properties where, and how large at most
	 * @return the files
	 */
	static ModelFolder of(ClassifierProperties properties) {
		Path folder = Path.of(properties.directory());
		ModelFolder files = new ModelFolder(folder.resolve("config.json"), folder.resolve("tokenizer.json"),
				folder.resolve(properties.model()));
		long size = 0;
		for (Path file : files.all()) {
			if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
				throw new ClassifierRefusedException("The classifier has no file " + file + " that can be read");
			}
			size += size(file);
		}
		if (size > properties.maxSize().toBytes()) {
			throw new ClassifierRefusedException("The classifier in " + folder + " has " + size
					+ " bytes and hilum.phi.classifier.max-size is " + properties.maxSize().toBytes());
		}
		return files;
	}

	private List<Path> all() {
		return List.of(this.config, this.tokenizer, this.model);
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new ClassifierRefusedException("The classifier's file " + file + " cannot be read");
		}
	}

	/**
	 * What tells these files and the settings under which they are used from others.
	 * @param settings the settings
	 * @return some hexadecimal digits of a digest
	 */
	String version(String settings) {
		try (DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(),
				MessageDigest.getInstance("SHA-256"))) {
			digest.write(settings.getBytes(StandardCharsets.UTF_8));
			for (Path file : all()) {
				try (InputStream in = Files.newInputStream(file)) {
					in.transferTo(digest);
				}
			}
			return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, VERSION_BYTES);
		}
		catch (IOException ex) {
			throw new ClassifierRefusedException("The classifier's files beside " + this.model + " cannot be read");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
