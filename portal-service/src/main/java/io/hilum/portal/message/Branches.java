package io.hilum.portal.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The branches of a conversation: its messages by what they follow.
 */
final class Branches {

	private final Map<UUID, Node> nodes = new LinkedHashMap<>();

	private final Map<@Nullable UUID, List<UUID>> children = new HashMap<>();

	/**
	 * Arrange messages.
	 * @param nodes the messages, in the order in which they were said
	 */
	Branches(List<Node> nodes) {
		for (Node node : nodes) {
			this.nodes.put(node.id(), node);
			this.children.computeIfAbsent(node.parent(), (parent) -> new ArrayList<>()).add(node.id());
		}
	}

	/**
	 * The branch that ends in a message.
	 * @param end the message
	 * @return from the beginning to the message; empty if there is no such message
	 */
	List<Node> pathTo(UUID end) {
		List<Node> path = new ArrayList<>();
		Node node = this.nodes.get(end);
		while (node != null) {
			path.add(node);
			UUID parent = node.parent();
			node = (parent != null) ? this.nodes.get(parent) : null;
		}
		Collections.reverse(path);
		return path;
	}

	/**
	 * What follows the same message.
	 * @param node a message
	 * @return it and its siblings, oldest first
	 */
	List<UUID> siblings(Node node) {
		return List.copyOf(this.children.getOrDefault(node.parent(), List.of()));
	}

	/**
	 * The newest message below another one, which nothing follows since whatever follows
	 * is newer.
	 * @param message the message
	 * @return the end, itself if nothing follows; empty if there is no such message
	 */
	Optional<UUID> newestBelow(UUID message) {
		if (!this.nodes.containsKey(message)) {
			return Optional.empty();
		}
		Set<UUID> below = new HashSet<>(Set.of(message));
		UUID newest = message;
		for (Node node : this.nodes.values()) {
			if (node.parent() != null && below.contains(node.parent())) {
				below.add(node.id());
				newest = node.id();
			}
		}
		return Optional.of(newest);
	}

	/**
	 * All messages.
	 * @return parents before their children, siblings oldest first
	 */
	List<Node> all() {
		return List.copyOf(this.nodes.values());
	}

}
