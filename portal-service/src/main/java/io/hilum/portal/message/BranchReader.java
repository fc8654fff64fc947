package io.hilum.portal.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.feedback.Feedback;
import io.hilum.portal.feedback.Feedbacks;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.stereotype.Component;

/**
 * Reads messages of a conversation that the caller may read, in bounded pieces.
 */
@Component
public class BranchReader {

	private final Messages messages;

	private final MessageStore store;

	private final Feedbacks feedbacks;

	private final MessageProperties properties;

	private final Scheduler sealing;

	BranchReader(Messages messages, MessageStore store, Feedbacks feedbacks, MessageProperties properties,
			Scheduler sealing) {
		this.messages = messages;
		this.store = store;
		this.feedbacks = feedbacks;
		this.properties = properties;
		this.sealing = sealing;
	}

	/**
	 * The last part of a branch, or what comes before another part of it.
	 * @param conversation the conversation
	 * @param leaf where the branch ends, {@code null} if it has no message
	 * @param before the beginning of the part after this one
	 * @param limit how many messages at most
	 * @return the part; fails if the conversation has no such messages
	 */
	public Mono<BranchPage> page(Conversation conversation, @Nullable UUID leaf, @Nullable UUID before, int limit) {
		return (leaf == null) ? Mono.just(BranchPage.EMPTY) : this.messages.branches(conversation)
			.flatMap((branches) -> page(conversation, branches, path(branches, leaf, before), limit));
	}

	private static List<Node> path(Branches branches, UUID leaf, @Nullable UUID before) {
		List<Node> path = branches.pathTo(leaf);
		if (path.isEmpty()) {
			throw PortalProblem.notFound("message");
		}
		if (before == null) {
			return path;
		}
		List<UUID> ids = path.stream().map(Node::id).toList();
		if (!ids.contains(before)) {
			throw PortalProblem.invalid("cursor", "Expected the cursor of the page before");
		}
		return path.subList(0, ids.indexOf(before));
	}

	private Mono<BranchPage> page(Conversation conversation, Branches branches, List<Node> path, int limit) {
		List<Node> part = lastOf(path, limit);
		UUID before = (part.size() < path.size()) ? part.getFirst().id() : null;
		return read(conversation, branches, part, false).map((read) -> new BranchPage(read, before));
	}

	private List<Node> lastOf(List<Node> path, int limit) {
		long room = this.properties.page().toBytes();
		int from = path.size();
		while (from > 0 && path.size() - from < limit) {
			room -= path.get(from - 1).bytes();
			if (room < 0 && from < path.size()) {
				break;
			}
			from--;
		}
		return path.subList(from, path.size());
	}

	/**
	 * One message with what the model saw.
	 * @param conversation the conversation
	 * @param message the message
	 * @return the message; fails if the conversation has no such message
	 */
	public Mono<PlacedMessage> one(Conversation conversation, UUID message) {
		return this.messages.branches(conversation).flatMap((branches) -> {
			List<Node> path = branches.pathTo(message);
			return path.isEmpty() ? Mono.error(() -> PortalProblem.notFound("message"))
					: read(conversation, branches, List.of(path.getLast()), true).map(List::getFirst);
		});
	}

	/**
	 * Everything, for an export.
	 * @param conversation the conversation
	 * @return all messages, in the order in which they were said; fails if they are too
	 * much
	 */
	public Mono<List<PlacedMessage>> all(Conversation conversation) {
		return this.messages.branches(conversation).flatMap((branches) -> {
			long bytes = branches.all().stream().mapToLong(Node::bytes).sum();
			return (bytes > this.properties.export().toBytes())
					? Mono.error(() -> PortalProblem.of(ProblemCode.TOO_LARGE,
							"The conversation is larger than " + this.properties.export()
									+ " and not exported at once"))
					: read(conversation, branches, branches.all(), true);
		});
	}

	private Mono<List<PlacedMessage>> read(Conversation in, Branches branches, List<Node> part, boolean withSeen) {
		List<UUID> ids = part.stream().map(Node::id).toList();
		Mono<Map<UUID, Message>> texts = this.store.find(in.holder().id(), in.id(), ids, withSeen)
			.publishOn(this.sealing)
			.map((sealed) -> Message.open(sealed, in))
			.collectMap(Message::id);
		return Mono.zip(texts, this.feedbacks.of(in, ids), (found, feedback) -> place(branches, part, found, feedback));
	}

	private static List<PlacedMessage> place(Branches branches, List<Node> part, Map<UUID, Message> found,
			Map<UUID, Feedback> feedback) {
		List<PlacedMessage> placed = new ArrayList<>(part.size());
		for (Node node : part) {
			Message message = found.get(node.id());
			if (message != null) {
				placed.add(new PlacedMessage(message, branches.siblings(node), feedback.get(node.id())));
			}
		}
		return placed;
	}

}
