package io.hilum.parts.containers;

import io.hilum.parts.KafkaPart;
import io.hilum.parts.PartSource;
import io.hilum.parts.PostgresPart;
import io.hilum.parts.RedisPart;

/**
 * Containers of the published images, which the engine's reaper removes after us.
 */
public final class ContainerParts implements PartSource {

	@Override
	public PostgresPart postgres() {
		return new ContainerPostgres("postgres:18");
	}

	@Override
	public KafkaPart kafka() {
		return new ContainerKafka("apache/kafka:4.2.1");
	}

	@Override
	public RedisPart redis() {
		return new ContainerRedis("redis:8");
	}

	@Override
	public String toString() {
		return "containers";
	}

}
