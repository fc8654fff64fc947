package io.hilum.portal.template.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.portal.template.HospitalTemplate;
import io.hilum.portal.template.HospitalTemplates;
import io.hilum.portal.template.TemplateFiles;
import io.hilum.portal.template.TemplateFiles.Found;
import io.hilum.portal.template.TemplateProperties;
import io.hilum.portal.template.TemplateStorageProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.error.YAMLException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Templates in files, looked for again and again and read when they have changed. A file
 * that is no template is passed over and named in the log, once for each content. What
 * cannot be reached leaves what was read before.
 */
@Component
class FileHospitalTemplates implements HospitalTemplates, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FileHospitalTemplates.class);

	private static final Comparator<HospitalTemplate> NEWEST_FIRST = Comparator.comparing(HospitalTemplate::name)
		.thenComparing(HospitalTemplate::version, Comparator.reverseOrder());

	private final TemplateFiles files;

	private final TemplateProperties properties;

	private final TemplateStorageProperties storage;

	/** By the name of the file; of one look at a time. */
	private Map<String, Known> known = Map.of();

	private volatile List<HospitalTemplate> read = List.of();

	private volatile @Nullable Disposable reading;

	FileHospitalTemplates(TemplateFiles files, TemplateProperties properties, TemplateStorageProperties storage) {
		this.files = files;
		this.properties = properties;
		this.storage = storage;
	}

	@Override
	public List<HospitalTemplate> all() {
		return this.read;
	}

	@Override
	public void start() {
		look();
		this.reading = Flux.interval(this.properties.reread())
			.onBackpressureDrop()
			.concatMap((tick) -> Mono.fromRunnable(this::look).subscribeOn(Schedulers.boundedElastic()), 1)
			.subscribe();
	}

	@Override
	public void stop() {
		Disposable running = this.reading;
		if (running != null) {
			running.dispose();
			this.reading = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.reading != null;
	}

	/**
	 * Look once at all files.
	 */
	synchronized void look() {
		try {
			long deadline = System.nanoTime() + this.storage.patience().toNanos();
			Map<String, Known> present = new HashMap<>();
			for (Found file : this.files.list(this.properties.maxFiles())) {
				Known before = this.known.get(file.name());
				Known now = (isSame(before, file) || System.nanoTime() - deadline > 0) ? before : read(file, before);
				if (now != null) {
					present.put(file.name(), now);
				}
			}
			this.known = present;
			this.read = present.values()
				.stream()
				.map(Known::template)
				.filter(Objects::nonNull)
				.sorted(NEWEST_FIRST)
				.toList();
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("Templates of the hospital could not be read, those of before stay: {}",
					ex.getClass().getName());
		}
	}

	private static boolean isSame(@Nullable Known before, Found file) {
		return before != null && before.tag().equals(file.tag());
	}

	private @Nullable Known read(Found file, @Nullable Known before) {
		if (file.bytes() > this.properties.maxFile().toBytes()) {
			return passedOver(file, "it is larger than " + this.properties.maxFile());
		}
		try {
			String yaml = new String(this.files.read(file), StandardCharsets.UTF_8);
			return new Known(file.tag(), TemplateFile.parse(yaml));
		}
		catch (IOException ex) {
			logger.warn("The template {} could not be read, that of before stays: {}", file.name(),
					ex.getClass().getName());
			return before;
		}
		catch (YAMLException ex) {
			return passedOver(file, "it is no YAML");
		}
		catch (RuntimeException ex) {
			return passedOver(file, ex.getMessage());
		}
	}

	private static Known passedOver(Found file, @Nullable String why) {
		logger.warn("The template {} is passed over: {}", file.name(), why);
		return new Known(file.tag(), null);
	}

	/**
	 * What became of a file.
	 *
	 * @param tag of which content
	 * @param template what it says, {@code null} if it is no template
	 */
	record Known(String tag, @Nullable HospitalTemplate template) {

	}

}
