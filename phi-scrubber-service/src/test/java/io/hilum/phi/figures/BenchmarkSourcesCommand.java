package io.hilum.phi.figures;

import java.io.File;

import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.FileSystemDestination;
import org.openjdk.jmh.generators.reflection.RFGeneratorSource;

/**
 * Writes the sources that JMH runs for the benchmark:
 * {@code BenchmarkSourcesCommand SOURCES CLASSES}. So the compiler of the tests needs no
 * annotation processor, whose sources its warnings would refuse.
 */
final class BenchmarkSourcesCommand {

	private BenchmarkSourcesCommand() {
	}

	public static void main(String[] args) {
		RFGeneratorSource source = new RFGeneratorSource();
		source.processClasses(ScrubBenchmark.class);
		FileSystemDestination destination = new FileSystemDestination(new File(args[1]), new File(args[0]));
		BenchmarkGenerator generator = new BenchmarkGenerator();
		generator.generate(source, destination);
		generator.complete(source, destination);
		if (destination.hasErrors()) {
			destination.getErrors().forEach((error) -> System.err.println(error));
			throw new IllegalStateException("the benchmark is not one that JMH takes");
		}
	}

}
