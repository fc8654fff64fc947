package io.hilum.routing.catalogue;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in for a model, and when. Each list is of names of models, in order.
 *
 * @param usual when none of its deployments answers
 * @param context when a request is too long for it
 * @param content when its content filter refuses a request
 * @param afterAnswer whether {@code content} stands in too when a finished answer says
 * that the content filter cut it, which is then paid for and not given
 */
public record Fallbacks(List<String> usual, List<String> context, List<String> content, boolean afterAnswer) {

	/**
	 * Nothing stands in.
	 */
	public static final Fallbacks NONE = to(List.of());

	public Fallbacks {
		usual = List.copyOf(usual);
		context = List.copyOf(context);
		content = List.copyOf(content);
	}

	/**
	 * The same models whenever no deployment answers, and none for special cases.
	 * @param usual the names of the models
	 * @return the fallbacks
	 */
	public static Fallbacks to(List<String> usual) {
		return new Fallbacks(usual, List.of(), List.of(), false);
	}

	/**
	 * Whether nothing stands in, whatever happens.
	 * @return {@code true} if all lists are empty
	 */
	public boolean isEmpty() {
		return this.usual.isEmpty() && this.context.isEmpty() && this.content.isEmpty();
	}

	/**
	 * Everything that may stand in, whatever happens.
	 * @return the names, maybe some twice
	 */
	public Stream<String> all() {
		return Stream.of(this.usual, this.context, this.content).flatMap(List::stream);
	}

}
