package io.hilum.architecture;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The guard of event loops is really there: without it no other test could fail by it.
 */
class EventLoopsIT {

	@Test
	void failsWhatBlocks() {
		EventLoops.guard();
		Mono<Void> sleeping = Mono.<Void>fromCallable(() -> {
			Thread.sleep(Duration.ofMillis(1));
			return null;
		}).subscribeOn(Schedulers.parallel());
		assertThatThrownBy(() -> sleeping.block(Duration.ofSeconds(10)))
			.hasCauseInstanceOf(BlockingOperationError.class);
	}

}
