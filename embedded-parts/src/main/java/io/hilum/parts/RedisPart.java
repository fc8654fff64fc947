package io.hilum.parts;

/**
 * A running Redis.
 */
public interface RedisPart extends Part {

	/**
	 * Where clients connect; the same after a stop and a start.
	 * @return a {@code redis://} URL
	 */
	String url();

	/**
	 * Forget every key.
	 */
	void flush();

}
