package io.hilum.phi.figures;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import io.hilum.phi.scrub.Examiner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sixteen times the text may take sixteen times the work, four times that at worst, which
 * leaves room for a busy machine and none for work that grows with the square: that would
 * be 256 times. CPU time of this thread is compared with itself, never with a clock.
 */
class LinearTimeTests {

	private static final int SMALL = 62_500;

	private static final int TIMES = 16;

	private static final int SLACK = 4;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final Examiner EXAMINER = Examiner.withAllDetectors(Clock.systemUTC());

	@Test
	void takesWorkInProportionToTheText() {
		String prompts = LabelledPrompt.read(Path.of("src/test/resources/evaluation/ward.jsonl"))
			.stream()
			.map(LabelledPrompt::text)
			.collect(Collectors.joining("\n\n"));
		String large = prompts.repeat(SMALL * TIMES / prompts.length() + 1).substring(0, SMALL * TIMES);
		String small = large.substring(0, SMALL);
		long once = Math.min(work(small), Math.min(work(small), work(small)));
		long most = once * TIMES * SLACK;
		long often = work(large);
		if (often > most) {
			often = Math.min(often, work(large));
		}
		assertThat(often).as("CPU ns of %d characters, after %d of %d", SMALL * TIMES, once, SMALL).isLessThan(most);
	}

	private static long work(String text) {
		long start = THREADS.getCurrentThreadCpuTime();
		assertThat(EXAMINER.examine(List.of(text)).getFirst()).isNotEmpty();
		return THREADS.getCurrentThreadCpuTime() - start;
	}

}
