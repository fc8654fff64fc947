package io.hilum.usage.audit.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.hilum.usage.audit.AuditArchive;
import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.ForkedArchiveException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The archive as a folder. A part appears whole or not at all: it is written beside,
 * forced to disk and renamed.
 */
@Component
@ConditionalOnProperty(name = "hilum.audit.archive.kind", havingValue = "folder", matchIfMissing = true)
class FileAuditArchive implements AuditArchive {

	private final Path root;

	FileAuditArchive(AuditProperties properties) {
		this.root = properties.directory().toAbsolutePath();
	}

	@Override
	public Mono<Void> writeOnce(String name, String content) {
		return blocking(() -> {
			Path file = this.root.resolve(name);
			if (!Files.exists(file)) {
				write(file, content);
			}
			else if (!Files.readString(file).equals(content)) {
				throw new ForkedArchiveException(name);
			}
		});
	}

	@Override
	public Mono<Void> replace(String name, String content) {
		return blocking(() -> write(this.root.resolve(name), content));
	}

	@Override
	public Mono<Void> remove(String name) {
		return blocking(() -> Files.deleteIfExists(this.root.resolve(name)));
	}

	@Override
	public Flux<String> list(String folder) {
		return Mono.fromCallable(() -> names(this.root.resolve(folder)))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMapIterable((names) -> names)
			.map((name) -> folder + "/" + name);
	}

	private static List<String> names(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> String.valueOf(file.getFileName())).toList();
		}
	}

	@Override
	public Mono<String> read(String name) {
		Path file = this.root.resolve(name);
		return Mono.fromCallable(() -> Files.exists(file) ? Files.readString(file) : null)
			.subscribeOn(Schedulers.boundedElastic());
	}

	private static void write(Path file, String content) throws IOException {
		Path parent = Files.createDirectories(Objects.requireNonNull(file.getParent()));
		Path draft = parent.resolve(file.getFileName() + ".draft");
		Files.writeString(draft, content, StandardCharsets.UTF_8);
		try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private static Mono<Void> blocking(FileWork work) {
		return Mono.<Void>fromCallable(() -> {
			work.run();
			return null;
		}).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Work on files.
	 */
	private interface FileWork {

		void run() throws IOException;

	}

}
