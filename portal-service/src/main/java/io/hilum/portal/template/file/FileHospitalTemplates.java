package io.hilum.portal.template.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.hilum.portal.template.HospitalTemplate;
import io.hilum.portal.template.HospitalTemplates;
import io.hilum.portal.template.TemplateProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.error.YAMLException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Templates in files {@code *.yaml} of a folder, read again and again. A file that cannot
 * be read is passed over and named in the log.
 */
@Component
class FileHospitalTemplates implements HospitalTemplates, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FileHospitalTemplates.class);

	private final ResourcePatternResolver files;

	private final TemplateProperties properties;

	private volatile List<HospitalTemplate> read = List.of();

	private volatile @Nullable Disposable reading;

	FileHospitalTemplates(ResourcePatternResolver files, TemplateProperties properties) {
		this.files = files;
		this.properties = properties;
	}

	@Override
	public List<HospitalTemplate> all() {
		return this.read;
	}

	@Override
	public void start() {
		readAll();
		this.reading = Flux.interval(this.properties.reread())
			.onBackpressureDrop()
			.concatMap((tick) -> Mono.fromRunnable(this::readAll).subscribeOn(Schedulers.boundedElastic()), 1)
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

	private void readAll() {
		try {
			List<HospitalTemplate> found = new ArrayList<>();
			Arrays.stream(this.files.getResources(pattern()))
				.limit(this.properties.maxFiles())
				.forEach((file) -> read(file, found));
			found.sort(Comparator.comparing(HospitalTemplate::name)
				.thenComparing(HospitalTemplate::version, Comparator.reverseOrder()));
			this.read = List.copyOf(found);
		}
		catch (FileNotFoundException ex) {
			this.read = List.of();
		}
		catch (IOException ex) {
			logger.warn("Templates of the hospital could not be read, those of before stay: {}", ex.toString());
		}
	}

	private String pattern() {
		String location = this.properties.location();
		return (location.endsWith("/") ? location : location + "/") + "*.yaml";
	}

	private void read(Resource file, List<HospitalTemplate> into) {
		int max = Math.toIntExact(this.properties.maxFile().toBytes());
		try (InputStream content = file.getInputStream()) {
			byte[] bytes = content.readNBytes(max + 1);
			if (bytes.length > max) {
				throw new IllegalArgumentException("it is larger than " + this.properties.maxFile());
			}
			into.add(TemplateFile.parse(new String(bytes, StandardCharsets.UTF_8)));
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The template {} is passed over: {}", file.getFilename(),
					(ex instanceof YAMLException) ? "it is no YAML" : ex.getMessage());
		}
	}

}
