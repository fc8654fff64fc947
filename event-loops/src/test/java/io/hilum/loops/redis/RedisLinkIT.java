package io.hilum.loops.redis;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.hilum.loops.EventLoops;
import io.hilum.loops.EventLoopsAutoConfiguration;
import io.hilum.parts.Parts;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@link RedisLink} with a real Redis, on event loops.
 */
class RedisLinkIT {

	/** Spring Boot's {@code WebServerApplicationContext}. */
	private static final int PHASE_OF_THE_SERVER = SmartLifecycle.DEFAULT_PHASE - 2048;

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EventLoopsAutoConfiguration.class, RedisLinkAutoConfiguration.class,
				DataRedisAutoConfiguration.class, DataRedisReactiveAutoConfiguration.class))
		.withPropertyValues("spring.data.redis.url=" + Parts.redis().url(), "hilum.redis.retry=100ms",
				"spring.data.redis.connect-timeout=90s", "spring.data.redis.timeout=90s")
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@AfterEach
	void forget() {
		Parts.redis().flush();
	}

	@Test
	void answersOnTheLoopThatAsked() {
		this.service.run((context) -> {
			for (int i = 0; i < 20; i++) {
				assertThat(onLoop(context, "key")).isEqualTo("true on its loop");
			}
			assertThat(context.getBean(MeterRegistry.class)
				.get("lettuce.command.completion")
				.tag("command", "SET")
				.timer()
				.count()).isEqualTo(20);
		});
	}

	@Test
	void runsScriptsThatRedisDoesNotKnowYet() {
		this.service.run((context) -> {
			assertThat(script(context, "return KEYS[1] .. ' ' .. ARGV[1]", String.class)).isEqualTo("key é");
			assertThat(script(context, "return #ARGV", Long.class)).isEqualTo(1);
			Object numbers = script(context, "return {1, 2}", List.class);
			assertThat(numbers).isEqualTo(List.of(1L, 2L));
			context.getBean(ReactiveStringRedisTemplate.class)
				.execute((connection) -> connection.scriptingCommands().scriptFlush())
				.blockLast(Duration.ofSeconds(90));
			assertThat(script(context, "return #ARGV", Long.class)).isEqualTo(1);
		});
	}

	@Test
	void saysWhyAScriptFailed() {
		this.service.run((context) -> assertThatExceptionOfType(RedisException.class)
			.isThrownBy(() -> script(context, "return redis.error_reply('no such thing')", String.class))
			.withMessageContaining("no such thing"));
	}

	private static <T> T script(ApplicationContext context, String text, Class<T> answer) {
		return Objects.requireNonNull(context.getBean(RedisLink.class)
			.run(RedisScript.of(text, answer), List.of("key"), List.of("é"))
			.block(Duration.ofSeconds(90)));
	}

	@Test
	void opensBeforeTheServerAndClosesAfterIt() {
		this.service
			.run((context) -> assertThat(context.getBean(RedisLink.class).getPhase()).isLessThan(PHASE_OF_THE_SERVER));
	}

	@Test
	void refusesAtOnceAndConnectsByItselfOnceRedisIsThere() {
		Parts.redis().stop();
		try {
			this.service.run((context) -> {
				long began = System.nanoTime();
				assertThat(onLoop(context, "key")).isEqualTo("RedisConnectionFailureException");
				assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
				Parts.redis().start();
				long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
				while (!onLoop(context, "key").equals("true on its loop") && System.nanoTime() < deadline) {
					TimeUnit.MILLISECONDS.sleep(50);
				}
				assertThat(onLoop(context, "key")).isEqualTo("true on its loop");
			});
		}
		finally {
			Parts.redis().start();
		}
	}

	private static String onLoop(ApplicationContext context, String key) throws Exception {
		RedisLink link = context.getBean(RedisLink.class);
		ReactiveStringRedisTemplate redis = context.getBean(ReactiveStringRedisTemplate.class);
		EventLoop own = context.getBean(EventLoops.class).group().next();
		CompletableFuture<String> answer = new CompletableFuture<>();
		own.execute(() -> link.call(redis.opsForValue().set(key, "value"))
			.map((set) -> set + (own.inEventLoop() ? " on its loop" : " elsewhere"))
			.onErrorResume((ex) -> Mono.just(ex.getClass().getSimpleName()))
			.subscribe(answer::complete));
		return Objects.requireNonNull(answer.get(120, TimeUnit.SECONDS));
	}

}
