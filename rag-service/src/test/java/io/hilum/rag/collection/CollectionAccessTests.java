package io.hilum.rag.collection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.hilum.rag.Callers;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.seal.WrappedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link CollectionAccess} and {@link AccessList}.
 */
class CollectionAccessTests {

	private final InMemoryCollectionStore store = new InMemoryCollectionStore();

	private final CollectionAccess access = new CollectionAccess(this.store);

	@BeforeEach
	void fill() {
		keep("by-role", new AccessList(Set.of("Clinician"), Set.of(), Set.of(), Set.of()));
		keep("by-team", new AccessList(Set.of(), Set.of("cardiology"), Set.of(), Set.of()));
		keep("by-user", new AccessList(Set.of(), Set.of(), Set.of(Callers.subject("amelia")), Set.of()));
		keep("to-fill", new AccessList(Set.of(), Set.of(), Set.of(), Set.of("Billing")));
		keep("nobody", new AccessList(Set.of(), Set.of(), Set.of(), Set.of()));
	}

	@Test
	void admitsWhoeverIsNamedByRoleTeamOrSubject() {
		assertThat(readable(Callers.CLINICIAN)).containsExactly("by-role", "by-team", "by-user");
		assertThat(readable(Callers.caller("amelia", "x", "x"))).containsExactly("by-user");
		assertThat(readable(Callers.caller("x", "cardiology", "x"))).containsExactly("by-team");
		assertThat(readable(Callers.caller("x", "x", "x", "Clinician"))).containsExactly("by-role");
	}

	@Test
	void takesNoNameForAnother() {
		assertThat(readable(Callers.caller("x", "Clinician", "cardiology"))).isEmpty();
		assertThat(readable(Callers.caller("x", "CARDIOLOGY", "clinician"))).isEmpty();
	}

	@Test
	void letsAdministratorsSeeAllAndReadNothing() {
		assertThat(visible(Callers.ADMIN)).containsExactly("by-role", "by-team", "by-user", "nobody", "to-fill");
		assertThat(readable(Callers.ADMIN)).isEmpty();
	}

	@Test
	void letsWritersSeeWhatTheyFill() {
		assertThat(visible(Callers.BILLING)).containsExactly("to-fill");
		assertThat(readable(Callers.BILLING)).isEmpty();
		assertThat(this.access.writable("to-fill", Callers.BILLING).block()).isNotNull();
	}

	@Test
	void refusesAllWhenOneMayNotBeRead() {
		assertThat(code(this.access.readable(List.of("by-role", "nobody"), Callers.CLINICIAN)))
			.isEqualTo(ProblemCode.COLLECTION_NOT_FOUND);
		assertThat(code(this.access.readable(List.of("by-role", "missing"), Callers.CLINICIAN)))
			.isEqualTo(ProblemCode.COLLECTION_NOT_FOUND);
		assertThat(this.access.readable(List.of("by-role", "by-role", "by-team"), Callers.CLINICIAN).block())
			.hasSize(2);
	}

	@Test
	void hidesWhatMayNotBeSeenAndRefusesWhatMayNotBeFilled() {
		assertThat(code(this.access.writable("nobody", Callers.CLINICIAN))).isEqualTo(ProblemCode.COLLECTION_NOT_FOUND);
		assertThat(code(this.access.writable("by-role", Callers.CLINICIAN))).isEqualTo(ProblemCode.FORBIDDEN);
		assertThat(code(this.access.visible("NO SLUG", Callers.ADMIN))).isEqualTo(ProblemCode.COLLECTION_NOT_FOUND);
	}

	@Test
	void leavesAPersonalCollectionToItsMakerAlone() {
		ServiceContext maker = Callers.caller("ada", "x", "Clinician");
		keep("personal-a", AccessList.of(maker.subject()));
		assertThat(this.access.readable(List.of("personal-a"), maker).block()).hasSize(1);
		assertThat(this.access.writable("personal-a", maker).block()).isNotNull();
		assertThat(visible(maker)).doesNotContain("personal-a");
		for (ServiceContext other : List.of(Callers.CLINICIAN, Callers.caller("x", "x", "Admin"))) {
			assertThat(code(this.access.readable(List.of("personal-a"), other)))
				.isEqualTo(ProblemCode.COLLECTION_NOT_FOUND);
			assertThat(code(this.access.writable("personal-a", other))).isEqualTo(ProblemCode.COLLECTION_NOT_FOUND);
			assertThat(visible(other)).doesNotContain("personal-a");
		}
	}

	@Test
	void refusesListsWithoutBounds() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new AccessList(Set.of(" "), Set.of(), Set.of(), Set.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new AccessList(Set.of("x".repeat(257)), Set.of(), Set.of(), Set.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new CollectionName("../etc"));
		assertThatIllegalArgumentException().isThrownBy(() -> new CollectionName("a".repeat(64)));
	}

	private List<String> readable(ServiceContext caller) {
		return this.store.all()
			.map((collection) -> collection.name().value())
			.filterWhen((name) -> this.access.readable(List.of(name), caller)
				.hasElement()
				.onErrorReturn(RagProblem.class, false))
			.collectList()
			.blockOptional()
			.orElseThrow();
	}

	private List<String> visible(ServiceContext caller) {
		return this.access.visible(caller)
			.map((collection) -> collection.name().value())
			.collectList()
			.blockOptional()
			.orElseThrow();
	}

	private void keep(String name, AccessList list) {
		DocumentCollection collection = new DocumentCollection(UUID.randomUUID(), new CollectionName(name), null, list,
				new WrappedKey("v1", "AAAA"), Instant.EPOCH, Callers.subject("ada"));
		assertThat(this.store.insert(collection).block()).isTrue();
	}

	private static ProblemCode code(Mono<?> refused) {
		return catchThrowableOfType(RagProblem.class, refused::block).code();
	}

}
