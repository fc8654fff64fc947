package io.hilum.rag.retrieve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.hilum.rag.Callers;
import io.hilum.rag.collection.AccessList;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand mixed questions by people of mixed roles, teams and names, over
 * collections that share all their words: no passage reaches anybody whom the access list
 * does not name. The expectation is computed here, from the plain lists.
 */
class IsolationTests {

	private static final int QUESTIONS = 10_000;

	private static final int COLLECTIONS = 12;

	private static final List<String> ROLES = List.of("Clinician", "Billing", "Developer", "Admin");

	private static final List<String> TEAMS = List.of("cardiology", "billing", "Clinician", "it");

	private static final List<String> NAMES = List.of("amelia", "ben", "chen", "dora");

	private static final List<String> WORDS = List.of("statin", "stroke", "insulin", "fracture", "fever", "biopsy",
			"marker", "secret");

	private final Random random = new Random(20261122);

	private final Library library = new Library();

	private final Map<String, Set<String>> grants = new HashMap<>();

	private int answered;

	private int refused;

	@Test
	void leaksNothingInTenThousandQuestions() {
		this.library.open();
		for (int i = 0; i < COLLECTIONS; i++) {
			fill("collection-" + i);
		}
		for (int i = 0; i < QUESTIONS; i++) {
			ask();
		}
		assertThat(this.answered).isGreaterThan(1000);
		assertThat(this.refused).isGreaterThan(1000);
	}

	private void fill(String name) {
		Set<String> roles = some(ROLES, 0.25);
		Set<String> teams = some(TEAMS, 0.25);
		Set<String> users = some(NAMES.stream().map(Callers::subject).toList(), 0.2);
		Set<String> granted = new HashSet<>();
		roles.forEach((role) -> granted.add("role:" + role));
		teams.forEach((team) -> granted.add("team:" + team));
		users.forEach((user) -> granted.add("user:" + user));
		this.grants.put(name, granted);
		DocumentCollection collection = this.library.add(name, new AccessList(roles, teams, users, some(ROLES, 0.3)));
		for (int i = 0; i < 3; i++) {
			List<String> texts = new ArrayList<>();
			for (int j = 0; j < 8; j++) {
				texts.add("of " + name + " " + words());
			}
			this.library.addDocument(collection, "Title of " + name, texts);
		}
	}

	private void ask() {
		ServiceContext caller = Callers.caller(pick(NAMES), pick(TEAMS), pick(ROLES));
		Set<String> named = new TreeSet<>();
		for (int i = 0; i <= this.random.nextInt(3); i++) {
			named.add("collection-" + this.random.nextInt(COLLECTIONS + 1));
		}
		boolean allowed = named.stream().allMatch((name) -> granted(name, caller));
		try {
			List<RetrievedPassage> found = search(new ArrayList<>(named), caller);
			assertThat(allowed).as("%s by %s", named, caller).isTrue();
			assertThat(found).isNotEmpty().allSatisfy((passage) -> requireOf(named, passage));
			this.answered++;
		}
		catch (RagProblem ex) {
			assertThat(allowed).as("%s by %s", named, caller).isFalse();
			assertThat(ex.code()).isEqualTo(ProblemCode.COLLECTION_NOT_FOUND);
			assertThat(ex).hasMessageNotContainingAny(named.toArray(String[]::new));
			this.refused++;
		}
	}

	private List<RetrievedPassage> search(List<String> names, ServiceContext caller) {
		String query = (this.random.nextInt(10) == 0) ? "of collection-" + this.random.nextInt(COLLECTIONS) : words();
		return this.library.retriever()
			.search(new Question(names, PhiText.of(query), 1 + this.random.nextInt(20)), caller)
			.blockOptional(Duration.ofSeconds(60))
			.orElseThrow();
	}

	private static void requireOf(Set<String> named, RetrievedPassage passage) {
		assertThat(named).contains(passage.collection().value());
		assertThat(passage.passage().text().reveal()).startsWith("of " + passage.collection() + " ");
		assertThat(passage.title().reveal()).isEqualTo("Title of " + passage.collection());
	}

	private boolean granted(String name, ServiceContext caller) {
		Set<String> granted = this.grants.getOrDefault(name, Set.of());
		return granted.contains("role:" + caller.roles().getFirst()) || granted.contains("team:" + caller.team())
				|| granted.contains("user:" + caller.subject());
	}

	private String words() {
		return pick(WORDS) + " " + pick(WORDS) + " " + pick(WORDS);
	}

	private String pick(List<String> options) {
		return options.get(this.random.nextInt(options.size()));
	}

	private Set<String> some(List<String> options, double share) {
		Set<String> chosen = new HashSet<>(options);
		chosen.removeIf((option) -> this.random.nextDouble() >= share);
		return chosen;
	}

}
