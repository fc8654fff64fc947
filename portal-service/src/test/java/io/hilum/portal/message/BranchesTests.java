package io.hilum.portal.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Branches}.
 */
class BranchesTests {

	private static final Node QUESTION = node(1, null);

	private static final Node ANSWER = node(2, QUESTION);

	private static final Node EDITED = node(3, null);

	private static final Node OTHER_ANSWER = node(4, QUESTION);

	private static final Node NEXT = node(5, ANSWER);

	private final Branches branches = new Branches(List.of(QUESTION, ANSWER, EDITED, OTHER_ANSWER, NEXT));

	@Test
	void leadsFromTheBeginningToAnEnd() {
		assertThat(this.branches.pathTo(NEXT.id())).containsExactly(QUESTION, ANSWER, NEXT);
		assertThat(this.branches.pathTo(EDITED.id())).containsExactly(EDITED);
		assertThat(this.branches.pathTo(id(9))).isEmpty();
	}

	@Test
	void knowsWhatFollowsTheSameMessage() {
		assertThat(this.branches.siblings(QUESTION)).containsExactly(QUESTION.id(), EDITED.id());
		assertThat(this.branches.siblings(OTHER_ANSWER)).containsExactly(ANSWER.id(), OTHER_ANSWER.id());
		assertThat(this.branches.siblings(NEXT)).containsExactly(NEXT.id());
	}

	@Test
	void goesOnToTheNewestEnd() {
		assertThat(this.branches.newestBelow(QUESTION.id())).contains(NEXT.id());
		assertThat(this.branches.newestBelow(OTHER_ANSWER.id())).contains(OTHER_ANSWER.id());
		assertThat(this.branches.newestBelow(id(9))).isEmpty();
	}

	@Property(tries = 200)
	void holdsForEveryShape(@ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
		Random random = new Random(seed);
		List<Node> nodes = new ArrayList<>();
		for (int i = 1; i <= size; i++) {
			int parent = random.nextInt(nodes.size() + 1);
			nodes.add(node(i, (parent == 0) ? null : nodes.get(parent - 1)));
		}
		Branches shape = new Branches(nodes);
		Set<UUID> seen = new HashSet<>();
		for (Node node : shape.all()) {
			assertThat(node.parent() == null || seen.contains(node.parent())).as("parents before children").isTrue();
			seen.add(node.id());
			assertThat(shape.pathTo(node.id()).getLast()).isEqualTo(node);
			assertThat(shape.pathTo(node.id()).getFirst().parent()).isNull();
			UUID end = shape.newestBelow(node.id()).orElseThrow();
			assertThat(shape.pathTo(end)).contains(node);
			assertThat(nodes).noneMatch((other) -> end.equals(other.parent()));
		}
		assertThat(seen).hasSize(size);
	}

	private static Node node(int number, @Nullable Node parent) {
		return new Node(id(number), (parent != null) ? parent.id() : null, MessageRole.USER, 10,
				Instant.EPOCH.plusSeconds(number));
	}

	private static UUID id(int number) {
		return new UUID(0, number);
	}

}
