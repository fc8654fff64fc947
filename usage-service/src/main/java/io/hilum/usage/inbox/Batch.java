package io.hilum.usage.inbox;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records of one topic that came together, to be taken into effect together.
 *
 * @param topic the topic
 * @param topicId the id that the broker gave it
 * @param letters the records of each partition, in its order
 */
public record Batch(String topic, String topicId, SortedMap<Integer, List<Letter>> letters) {

	/**
	 * Create a batch.
	 * @param topic the topic
	 * @param topicId its id
	 * @param letters the records of each partition
	 * @return the batch
	 */
	public static Batch of(String topic, String topicId, Map<Integer, List<Letter>> letters) {
		return new Batch(topic, topicId, new TreeMap<>(letters));
	}

}
