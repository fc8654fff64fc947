package io.hilum.trust.door.netty;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.NettyPipeline;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeadDeadline}: time is the channel's own and only passes here.
 */
class HeadDeadlineTests {

	private static final String HEAD = "POST /v1/x HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n";

	private final EmbeddedChannel connection = new EmbeddedChannel();

	@BeforeEach
	void guard() {
		this.connection.freezeTime();
		this.connection.pipeline().addLast(NettyPipeline.HttpCodec, new HttpServerCodec());
		HeadDeadline.guard(this.connection, Duration.ofSeconds(10));
	}

	@Test
	void closesOnAHeadThatDrips() {
		for (int second = 0; second < 10; second++) {
			assertThat(this.connection.isOpen()).as("second %s", second).isTrue();
			write(HEAD.substring(second, second + 1));
			pass(1);
		}
		assertThat(this.connection.isOpen()).isFalse();
	}

	@Test
	void waitsForTheBodyAndForTheNextRequest() {
		write(HEAD);
		pass(60);
		write("ab");
		pass(60);
		write("cd");
		pass(60);
		assertThat(this.connection.isOpen()).isTrue();
		write(HEAD.substring(0, 5));
		pass(9);
		assertThat(this.connection.isOpen()).isTrue();
		pass(1);
		assertThat(this.connection.isOpen()).isFalse();
	}

	@Test
	void countsEachHeadForItself() {
		for (int request = 0; request < 5; request++) {
			write(HEAD.substring(0, 20));
			pass(9);
			write(HEAD.substring(20) + "abcd");
			pass(9);
		}
		assertThat(this.connection.isOpen()).isTrue();
	}

	@Test
	void leavesAConnectionWithoutHttpAlone() {
		EmbeddedChannel other = new EmbeddedChannel();
		HeadDeadline.guard(other, Duration.ofSeconds(10));
		assertThat(other.pipeline().names()).noneMatch((name) -> name.startsWith("hilum."));
	}

	private void write(String text) {
		this.connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
	}

	private void pass(int seconds) {
		this.connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
		this.connection.runScheduledPendingTasks();
	}

}
