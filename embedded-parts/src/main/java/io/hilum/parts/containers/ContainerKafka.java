package io.hilum.parts.containers;

import io.hilum.parts.KafkaPart;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Kafka in a container.
 */
final class ContainerKafka implements KafkaPart {

	private static final int PORT = 9092;

	private final KafkaContainer container;

	private final Restartable restartable;

	ContainerKafka(String image) {
		this.container = new KafkaContainer(image).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
		this.restartable = new Restartable(this.container, PORT, Wait.forListeningPort());
	}

	@Override
	public void start() {
		this.restartable.start();
	}

	@Override
	public void stop() {
		this.restartable.stop();
	}

	@Override
	public String bootstrapServers() {
		return this.container.getBootstrapServers();
	}

}
