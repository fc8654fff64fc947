package io.hilum.phi.classify;

/**
 * A network that says of each piece of a text what it is. Thread-safe.
 */
public interface TokenClassifier {

	/**
	 * What tells it from others.
	 * @return the version
	 */
	String version();

	/**
	 * The most UTF-16 units of which one call makes anything.
	 * @return the number
	 */
	int reach();

	/**
	 * Label the start of a text, as much of it as the network takes at once.
	 * @param text at most {@link #reach()} units
	 * @return its pieces in order
	 * @throws io.hilum.phi.detect.DetectionFailedException if that fails
	 */
	Labelled label(String text);

}
