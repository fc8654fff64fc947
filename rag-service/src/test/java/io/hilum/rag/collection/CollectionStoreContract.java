package io.hilum.rag.collection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.hilum.trust.seal.WrappedKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link CollectionStore} must do.
 */
public abstract class CollectionStoreContract {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final AccessList ACCESS = new AccessList(Set.of("Clinician", "Billing"), Set.of("cardiology"),
			Set.of("idp|amelia"), Set.of("Coder"));

	/**
	 * The store under test.
	 * @return an empty store
	 */
	protected abstract CollectionStore store();

	@Test
	void findsWhatItKeeps() {
		CollectionStore store = store();
		DocumentCollection guidelines = collection("guidelines", "For the stroke unit");
		DocumentCollection letters = collection("letters", null);
		assertThat(await(store.insert(letters))).isTrue();
		assertThat(await(store.insert(guidelines))).isTrue();
		assertThat(await(store.find(guidelines.id()))).usingRecursiveComparison().isEqualTo(guidelines);
		assertThat(await(store.find(List.of(letters.name(), new CollectionName("none"))).collectList())).singleElement()
			.usingRecursiveComparison()
			.isEqualTo(letters);
		assertThat(await(store.all().collectList())).extracting(DocumentCollection::name)
			.containsExactly(guidelines.name(), letters.name());
	}

	@Test
	void refusesASecondCollectionOfTheName() {
		CollectionStore store = store();
		assertThat(await(store.insert(collection("guidelines", null)))).isTrue();
		assertThat(await(store.insert(collection("guidelines", null)))).isFalse();
		assertThat(await(store.all().count())).isEqualTo(1);
	}

	@Test
	void changesDescriptionAndAccess() {
		CollectionStore store = store();
		DocumentCollection before = collection("guidelines", null);
		await(store.insert(before));
		AccessList nobody = new AccessList(Set.of(), Set.of(), Set.of(), Set.of());
		assertThat(await(store.update(before.with("New", nobody)))).isTrue();
		DocumentCollection after = await(store.find(before.id()));
		assertThat(after.description()).isEqualTo("New");
		assertThat(after.access()).isEqualTo(nobody);
		assertThat(after.wrappedKey()).isEqualTo(before.wrappedKey());
	}

	@Test
	void forgetsWhatIsDeleted() {
		CollectionStore store = store();
		DocumentCollection deleted = collection("guidelines", null);
		await(store.insert(deleted));
		assertThat(await(store.delete(deleted.id()))).isTrue();
		assertThat(await(store.delete(deleted.id()))).isFalse();
		assertThat(await(store.update(deleted))).isFalse();
		assertThat(await(store.find(deleted.id()).hasElement())).isFalse();
		assertThat(await(store.all().count())).isZero();
		assertThat(await(store.insert(collection("guidelines", null)))).isTrue();
	}

	@Test
	void wrapsAKeyAnewAsLongAsItIsTheSame() {
		CollectionStore store = store();
		DocumentCollection collection = collection("guidelines", null);
		await(store.insert(collection));
		assertThat(await(store.rewrap(collection, new WrappedKey("v2", "BBBB")))).isTrue();
		DocumentCollection after = await(store.find(collection.id()));
		assertThat(after.wrappedKey()).isEqualTo(new WrappedKey("v2", "BBBB"));
		assertThat(await(store.rewrap(collection, new WrappedKey("v3", "CCCC")))).isFalse();
		await(store.delete(collection.id()));
		assertThat(await(store.rewrap(after, new WrappedKey("v3", "CCCC")))).isFalse();
		assertThat(await(store.find(collection.id()).hasElement())).isFalse();
	}

	@Test
	void keepsPersonalCollectionsApart() {
		CollectionStore store = store();
		await(store.insert(collection("guidelines", null)));
		await(store.insert(collection("personally", null)));
		await(store.insert(collection("personal-a", null)));
		await(store.insert(collection("personal-b", null)));
		assertThat(await(store.common().map((found) -> found.name().value()).collectList()))
			.containsExactly("guidelines", "personally");
		assertThat(await(store.all().count())).isEqualTo(4);
		assertThat(await(store.countPersonal("idp|ada"))).isEqualTo(2);
		assertThat(await(store.countPersonal("idp|amelia"))).isZero();
	}

	@Test
	void findsPersonalCollectionsThatNobodyUsesAnyMore() {
		CollectionStore store = store();
		DocumentCollection old = collection("personal-a", null);
		await(store.insert(collection("guidelines", null)));
		await(store.insert(old));
		assertThat(await(store.unusedPersonal(old.createdAt(), null, 10).count())).isZero();
		assertThat(await(store.unusedPersonal(old.createdAt().plusSeconds(1), null, 10).collectList())).singleElement()
			.extracting(DocumentCollection::id)
			.isEqualTo(old.id());
		assertThat(await(store.unusedPersonal(old.createdAt().plusSeconds(1), null, 0).count())).isZero();
		assertThat(await(store.lockUnused(old.id(), old.createdAt().plusSeconds(1)))).isTrue();
		await(store.delete(old.id()));
		assertThat(await(store.lockUnused(old.id(), old.createdAt().plusSeconds(1)))).isFalse();
		assertThat(await(store.unusedPersonal(old.createdAt().plusSeconds(1), null, 10).count())).isZero();
		assertThat(await(store.countPersonal("idp|ada"))).isZero();
	}

	@Test
	void goesOnBehindTheLastPersonalCollection() {
		CollectionStore store = store();
		for (int i = 0; i < 5; i++) {
			await(store.insert(collection("personal-" + i, null)));
		}
		Instant since = Instant.parse("2026-01-06T08:00:00Z");
		List<DocumentCollection> first = await(store.unusedPersonal(since, null, 3).collectList());
		List<DocumentCollection> rest = await(store.unusedPersonal(since, first.getLast(), 3).collectList());
		assertThat(first).hasSize(3);
		assertThat(rest).hasSize(2);
		assertThat(Stream.concat(first.stream(), rest.stream()).map(DocumentCollection::id)).doesNotHaveDuplicates();
		assertThat(await(store.unusedPersonal(since, rest.getLast(), 3).count())).isZero();
	}

	private static DocumentCollection collection(String name, @Nullable String description) {
		return new DocumentCollection(UUID.randomUUID(), new CollectionName(name), description, ACCESS,
				new WrappedKey("https://vault/keys/a/1", "AAAA"), Instant.parse("2026-01-05T08:00:00Z"), "idp|ada");
	}

	private static <T> T await(Mono<T> mono) {
		return mono.blockOptional(PATIENCE).orElseThrow();
	}

}
