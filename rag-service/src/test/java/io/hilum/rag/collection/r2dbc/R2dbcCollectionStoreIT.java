package io.hilum.rag.collection.r2dbc;

import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

import io.hilum.rag.collection.CollectionStore;
import io.hilum.rag.collection.CollectionStoreContract;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.postgres.RagDatabase;
import io.hilum.trust.seal.WrappedKey;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link R2dbcCollectionStore}.
 */
class R2dbcCollectionStoreIT extends CollectionStoreContract {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Override
	protected CollectionStore store() {
		return new R2dbcCollectionStore(RagDatabase.create().client());
	}

	@Test
	void readsAndMovesAKeyInTheFirstForm() {
		DatabaseClient database = RagDatabase.create().client();
		R2dbcCollectionStore store = new R2dbcCollectionStore(database);
		UUID id = UUID.randomUUID();
		for (int seed = 0; seed < 8; seed++) {
			byte[] wrapped = new byte[60];
			RandomGenerator.of("L64X128MixRandom").nextBytes(wrapped);
			await(insertInFirstForm(database, id, wrapped));
			DocumentCollection found = await(store.find(id));
			assertThat(found.wrappedKey()).isEqualTo(new WrappedKey("hilum-rag/1/key/" + id,
					Base64.getUrlEncoder().withoutPadding().encodeToString(wrapped)));
			WrappedKey renewed = new WrappedKey("v1", "AAAA");
			assertThat(await(store.rewrap(found, renewed))).isTrue();
			assertThat(await(store.rewrap(found, renewed))).isFalse();
			assertThat(await(store.find(id)).wrappedKey()).isEqualTo(renewed);
			assertThat(await(store.delete(id))).isTrue();
			await(database.sql("delete from rag.collections").fetch().rowsUpdated());
		}
	}

	@Test
	void deletesAKeyInTheFirstForm() {
		DatabaseClient database = RagDatabase.create().client();
		UUID id = UUID.randomUUID();
		await(insertInFirstForm(database, id, new byte[60]));
		assertThat(await(new R2dbcCollectionStore(database).delete(id))).isTrue();
		assertThat(await(database
			.sql("select count(*) from rag.collections where wrapped_key is not null or data_key is not null")
			.mapValue(Long.class)
			.one())).isZero();
	}

	private static Mono<Long> insertInFirstForm(DatabaseClient database, UUID id, byte[] wrapped) {
		return database
			.sql("""
					insert into rag.collections (id, name, roles, teams, users, writers, wrapped_key, created_at, created_by)
					values ($1, 'letters', '{}', '{}', '{}', '{}', $2, now(), 'idp|ada')""")
			.bind(0, id)
			.bind(1, wrapped)
			.fetch()
			.rowsUpdated();
	}

	private static <T> T await(Mono<T> mono) {
		return mono.blockOptional(PATIENCE).orElseThrow();
	}

}
