package io.hilum.usage.audit.store;

import java.time.Clock;
import java.time.Period;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.AuditArchive;
import io.hilum.usage.audit.ForkedArchiveException;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.store.ObjectStore.StoredObject;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;

/**
 * The archive as objects. The storage itself refuses to write a part twice, and to
 * replace another manifest than the one that was read last: of two that write, one finds
 * out before its manifest counts.
 */
public final class StoredArchive implements AuditArchive, DisposableBean {

	private final ObjectStore store;

	private final ArchiveProperties properties;

	private final Period retention;

	private final Clock clock;

	private final Scheduler scheduler;

	/** Of the parts that are replaced, of which there are two. */
	private final Map<String, String> tags = new ConcurrentHashMap<>();

	/**
	 * Archive in a storage.
	 * @param store the storage
	 * @param properties its bounds
	 * @param retention for how long parts are kept
	 * @param clock the clock
	 */
	public StoredArchive(ObjectStore store, ArchiveProperties properties, Period retention, Clock clock) {
		this.store = store;
		this.properties = properties;
		this.retention = retention;
		this.clock = clock;
		this.scheduler = Schedulers.newBoundedElastic(properties.threads(), properties.queue(), "archive");
	}

	@Override
	public Mono<Void> writeOnce(String name, String content) {
		return blocking(() -> {
			String tag = this.store.put(path(name), content, null, Expiry.dueAt(this.clock.instant(), this.retention));
			if (tag == null) {
				requireSame(name, content);
			}
		});
	}

	@Override
	public Mono<Void> replace(String name, String content) {
		return blocking(() -> {
			String tag = this.store.put(path(name), content, this.tags.get(name), null);
			// An answer that was lost on its way looks like somebody else's part.
			this.tags.put(name, (tag != null) ? tag : requireSame(name, content));
		});
	}

	private String requireSame(String name, String content) {
		StoredObject present = this.store.get(path(name));
		if (present == null || !present.content().equals(content)) {
			throw new ForkedArchiveException(name);
		}
		return present.tag();
	}

	@Override
	public Mono<Void> remove(String name) {
		return blocking(() -> this.store.delete(path(name)));
	}

	@Override
	public Flux<String> list(String folder) {
		String prefix = path(folder + "/");
		return Mono.fromCallable(() -> this.store.list(prefix))
			.subscribeOn(this.scheduler)
			.flatMapIterable((names) -> names)
			.map((name) -> folder + "/" + name.substring(prefix.length()));
	}

	@Override
	public Mono<String> read(String name) {
		return Mono.fromCallable(() -> known(name, this.store.get(path(name)))).subscribeOn(this.scheduler);
	}

	private @Nullable String known(String name, @Nullable StoredObject found) {
		if (found == null) {
			return null;
		}
		if (name.indexOf('/') < 0) {
			this.tags.put(name, found.tag());
		}
		return found.content();
	}

	private String path(String name) {
		String prefix = this.properties.prefix();
		return prefix.isEmpty() ? name : prefix + "/" + name;
	}

	private Mono<Void> blocking(Runnable work) {
		return Mono.<Void>fromRunnable(work).subscribeOn(this.scheduler);
	}

	@Override
	public void destroy() {
		this.scheduler.dispose();
	}

}
