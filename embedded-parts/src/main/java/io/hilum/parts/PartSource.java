package io.hilum.parts;

import io.hilum.parts.containers.ContainerParts;
import io.hilum.parts.containers.DockerEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
	 * The source that this JVM uses.
	 * @return always the same one
	 */
	static PartSource ofThisJvm() {
		return Chosen.SOURCE;
	}

	/**
	 * Choose a source.
	 * @param wish {@code native}, {@code containers} or nothing
	 * @return the source
	 */
	static PartSource choose(@Nullable String wish) {
		return switch ((wish != null) ? wish : "") {
			case "native" -> new NativeParts();
			case "containers" -> new ContainerParts();
			case "" -> DockerEngine.answers() ? new ContainerParts() : new NativeParts();
			default -> throw new PartException(VARIABLE + " must be native or containers, is " + wish);
		};
	}

	/**
	 * Makes the choice once.
	 */
	final class Chosen {

		private static final Logger logger = LoggerFactory.getLogger(Parts.class);

		private static final PartSource SOURCE = chosen();

		private Chosen() {
		}

		private static PartSource chosen() {
			PartSource source = choose(System.getenv(VARIABLE));
			logger.info("Tests run on {}", source);
			return source;
		}

	}

}
