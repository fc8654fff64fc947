package io.hilum.phi.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.hilum.phi.detect.DetectionFailedException;
import io.hilum.phi.detect.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a network in our types. Labels may have the prefixes of BIO, BILOU or
 * IOBES, or none. Immutable.
 */
public final class Labels {

	/** What a label stands for that is no identifier. */
	private static final String NONE = "none";

	private static final String OUTSIDE = "O";

	private static final String PREFIXES = "BILUES";

	private static final String BEGINNING = "BUS";

	private final List<Label> labels;

	private Labels(List<Label> labels) {
		this.labels = labels;
	}

	/**
	 * Read labels.
	 * @param names the names, in the order of the network's scores
	 * @param types for names without prefix a type such as {@code NAME}, or {@code none};
	 * they come before those that are known
	 * @return the labels
	 * @throws IllegalArgumentException if one has no type
	 */
	public static Labels of(List<String> names, Map<String, String> types) {
		if (!names.contains(OUTSIDE)) {
			throw new IllegalArgumentException("it has no label O for what is no identifier");
		}
		List<Label> labels = new ArrayList<>(names.size());
		for (String name : names) {
			labels.add(name.equals(OUTSIDE) ? new Label(null, false) : label(name, types));
		}
		if (labels.stream().allMatch((label) -> label.type() == null)) {
			throw new IllegalArgumentException("none of its labels stands for an identifier");
		}
		return new Labels(List.copyOf(labels));
	}

	private static Label label(String name, Map<String, String> types) {
		boolean prefixed = name.length() > 2 && PREFIXES.indexOf(name.charAt(0)) >= 0
				&& "-_".indexOf(name.charAt(1)) >= 0;
		String plain = prefixed ? name.substring(2) : name;
		String type = types.getOrDefault(plain, KnownLabels.typeOf(plain));
		if (type.equalsIgnoreCase(NONE)) {
			return new Label(null, false);
		}
		Optional<EntityType> known = EntityType.named(type.toUpperCase(Locale.ROOT));
		return new Label(
				known.orElseThrow(() -> new IllegalArgumentException("its label " + plain
						+ " needs a type such as NAME, or none: hilum.phi.classifier.labels." + plain)),
				prefixed && BEGINNING.indexOf(name.charAt(0)) >= 0);
	}

	/**
	 * The number of labels.
	 * @return the number
	 */
	public int size() {
		return this.labels.size();
	}

	/**
	 * What scores say of a piece.
	 * @param scores scores of which the exponentials are to each other as probabilities
	 * @param at the first of as many as there are labels
	 * @return the opinion
	 * @throws DetectionFailedException if the scores are no numbers
	 */
	public Opinion opinion(float[] scores, int at) {
		double[] begun = new double[EntityType.values().length];
		double[] within = new double[begun.length];
		double all = 0;
		double taken = 0;
		float highest = highest(scores, at);
		for (int i = 0; i < this.labels.size(); i++) {
			double weight = Math.exp(scores[at + i] - highest);
			all += weight;
			Label label = this.labels.get(i);
			if (label.type() != null) {
				taken += weight;
				double[] kind = label.begins() ? begun : within;
				kind[label.type().ordinal()] += weight;
			}
		}
		if (!(all > 0 && Double.isFinite(all))) {
			throw new DetectionFailedException("the classifier gave scores that are no numbers");
		}
		int best = 0;
		for (int i = 1; i < begun.length; i++) {
			best = (begun[i] + within[i] > begun[best] + within[best]) ? i : best;
		}
		return new Opinion(EntityType.values()[best], (float) (taken / all), begun[best] > within[best]);
	}

	private float highest(float[] scores, int at) {
		float highest = scores[at];
		for (int i = at; i < at + this.labels.size(); i++) {
			highest = Math.max(highest, scores[i]);
		}
		return highest;
	}

	private record Label(@Nullable EntityType type, boolean begins) {
	}

}
