package io.hilum.agents.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;

/**
 * A store of one process that forgets nothing.
 */
final class InMemoryRunStore implements RunStore {

	private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

	private final Map<String, Set<String>> places = new ConcurrentHashMap<>();

	@Override
	public Mono<Void> save(String holder, String key, byte[] sealed, Duration life, Instant waitsUntil) {
		return Mono.fromRunnable(() -> this.kept.put(key, sealed));
	}

	@Override
	public Mono<Boolean> take(String holder, String key, Instant until, int most) {
		return Mono.fromSupplier(() -> {
			Set<String> taken = this.places.computeIfAbsent(holder, (unused) -> ConcurrentHashMap.newKeySet());
			return taken.contains(key) || (taken.size() < most && taken.add(key));
		});
	}

	@Override
	public Mono<Void> free(String holder, String key) {
		return Mono.fromRunnable(() -> this.places.getOrDefault(holder, Set.of()).remove(key));
	}

	@Override
	public Mono<byte[]> find(String key) {
		return Mono.defer(() -> Mono.justOrEmpty(this.kept.get(key)));
	}

	@Override
	public Mono<Boolean> leave(String key, byte[] sealed, Duration life) {
		return Mono.fromSupplier(() -> this.kept.putIfAbsent(key, sealed) == null);
	}

	@Override
	public Mono<Map<String, byte[]>> left(Collection<String> keys) {
		return Mono.fromSupplier(() -> {
			Map<String, byte[]> found = new HashMap<>(this.kept);
			found.keySet().retainAll(keys);
			return found;
		});
	}

	/** What a stranger who can write to the store could do. */
	Map<String, byte[]> kept() {
		return this.kept;
	}

}
