package io.hilum.systemtests.invariants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * What the driver of a run wrote down itself, one line of JSON for each record: what
 * clients saw, what the provider saw, when Redis lost its data.
 */
public final class Journal {

	private static final JsonMapper JSON = new JsonMapper();

	private final Path folder;

	public Journal(Path folder) {
		this.folder = folder;
	}

	public void asked(List<Asked> outcomes) {
		append("client.jsonl", outcomes);
	}

	public void reached(List<Reached> calls) {
		append("upstream.jsonl", calls);
	}

	public void lost(Instant when) {
		append("losses.jsonl", List.of(when.toString()));
	}

	List<Asked> asked() {
		return read("client.jsonl", Asked.class);
	}

	List<Reached> reached() {
		return read("upstream.jsonl", Reached.class);
	}

	List<Instant> losses() {
		return read("losses.jsonl", String.class).stream().map(Instant::parse).toList();
	}

	private void append(String file, List<?> records) {
		try {
			Files.write(this.folder.resolve(file), records.stream().map(JSON::writeValueAsString).toList(),
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private <T> List<T> read(String file, Class<T> type) {
		Path path = this.folder.resolve(file);
		if (!Files.exists(path)) {
			return List.of();
		}
		try (Stream<String> lines = Files.lines(path)) {
			return lines.map((line) -> JSON.readValue(line, type)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
