package io.hilum.phi.figures;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.hilum.phi.detect.Span;
import io.hilum.phi.scrub.Examiner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to find the identifiers of a text, from a prompt to a book.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class ScrubBenchmark {

	/** The length of the text in thousands of characters. */
	@Param({ "1", "8", "64", "1024" })
	public int thousands;

	private final Examiner examiner = Examiner.withAllDetectors(Clock.systemUTC());

	private List<String> texts = List.of();

	/** Make the text. */
	@Setup
	public void makeText() {
		this.texts = List.of(BenchmarkText.of(this.thousands * 1000));
	}

	/**
	 * Find the identifiers.
	 * @return what was found
	 */
	@Benchmark
	public List<List<Span>> examine() {
		return this.examiner.examine(this.texts);
	}

}
