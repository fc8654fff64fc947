package io.hilum.parts;

/**
 * A running Kafka broker. Topics are not created by use.
 */
public interface KafkaPart extends Part {

	/**
	 * Where clients begin; the same after a stop and a start.
	 * @return {@code host:port}
	 */
	String bootstrapServers();

}
