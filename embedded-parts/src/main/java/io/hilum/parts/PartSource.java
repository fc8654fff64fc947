package io.hilum.parts;

import java.util.function.BooleanSupplier;

import io.hilum.parts.containers.ContainerParts;
import org.jspecify.annotations.Nullable;

/**
 * Where the shared parts come from.
 */
public interface PartSource {

	/**
	 * The name of the environment variable that decides.
	 */
	String VARIABLE = "HILUM_TEST_PARTS";

	PostgresPart postgres();

	KafkaPart kafka();

	RedisPart redis();

	/**
	 * Choose a source.
	 * @param wish {@code native}, {@code containers} or nothing
	 * @param engine whether a container engine answers; asked only if nothing is wished
	 * @return the source
	 */
	static PartSource choose(@Nullable String wish, BooleanSupplier engine) {
		return switch ((wish != null) ? wish : "") {
			case "native" -> new NativeParts();
			case "containers" -> new ContainerParts();
			case "" -> engine.getAsBoolean() ? new ContainerParts() : new NativeParts();
			default -> throw new PartException(VARIABLE + " must be native or containers, is " + wish);
		};
	}

}
