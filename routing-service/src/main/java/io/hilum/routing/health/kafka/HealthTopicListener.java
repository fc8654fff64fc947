package io.hilum.routing.health.kafka;

import io.hilum.routing.health.HealthTeller;
import io.hilum.routing.topic.kafka.TopicListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what other replicas tell, each replica all of it, so that one that starts knows
 * at once what is broken; what has expired has no effect.
 */
final class HealthTopicListener implements TopicListener {

	private static final Logger logger = LoggerFactory.getLogger(HealthTopicListener.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String topic;

	private final String replica;

	private final HealthTeller listener;

	private boolean complained;

	HealthTopicListener(String topic, String replica, HealthTeller listener) {
		this.topic = topic;
		this.replica = replica;
		this.listener = listener;
	}

	/**
	 * One message that cannot be read must not stop the ones behind it.
	 */
	@Override
	public void hear(@Nullable String key, byte @Nullable [] message) {
		if (message == null) {
			return;
		}
		try {
			HealthChangedV1 changed = JSON.readValue(message, HealthChangedV1.class);
			if (!this.replica.equals(changed.replica())) {
				this.listener.tell(changed.news());
			}
		}
		catch (RuntimeException ex) {
			logger.warn("A message of {} cannot be read: {}", this.topic, ex.getClass().getSimpleName());
		}
	}

	@Override
	public void unreadable(String why) {
		if (!this.complained) {
			logger.warn("{} cannot be read, so this replica finds out by itself which deployments answer: {}",
					this.topic, why);
		}
		this.complained = true;
	}

}
