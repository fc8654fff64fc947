package io.hilum.trust.door.netty;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection on which the head of a request has begun and does not come to its
 * end in time. Timeouts of reading begin anew with each byte, so that a client that sends
 * one a second (Slowloris) holds a connection for as long as heads may be long. Created
 * per connection and used on its event loop.
 */
public final class HeadDeadline {

	private final long mostMillis;

	private @Nullable Future<?> deadline;

	private boolean headIsThere;

	private HeadDeadline(Duration most) {
		this.mostMillis = most.toMillis();
	}

	/**
	 * Guard a connection of a server that speaks HTTP/1.1.
	 * @param connection the connection, before anything is read from it
	 * @param most how long a head may take from its first byte
	 */
	public static void guard(Channel connection, Duration most) {
		ChannelPipeline pipeline = connection.pipeline();
		if (pipeline.get(NettyPipeline.HttpCodec) == null) {
			return;
		}
		HeadDeadline guard = new HeadDeadline(most);
		pipeline.addBefore(NettyPipeline.HttpCodec, "hilum.head.bytes", guard.new Bytes());
		pipeline.addAfter(NettyPipeline.HttpCodec, "hilum.head.message", guard.new Messages());
	}

	private void begin(ChannelHandlerContext context) {
		if (this.deadline == null && !this.headIsThere) {
			this.deadline = context.executor().schedule(() -> {
				var unused = context.close();
			}, this.mostMillis, TimeUnit.MILLISECONDS);
		}
	}

	private void cancel() {
		Future<?> pending = this.deadline;
		if (pending != null) {
			pending.cancel(false);
		}
		this.deadline = null;
	}

	/**
	 * Sees what comes before it is read as HTTP.
	 */
	private final class Bytes extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object bytes) {
			begin(context);
			context.fireChannelRead(bytes);
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			cancel();
			context.fireChannelInactive();
		}

	}

	/**
	 * Sees what was read.
	 */
	private final class Messages extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (message instanceof HttpRequest) {
				cancel();
				HeadDeadline.this.headIsThere = true;
			}
			if (message instanceof LastHttpContent) {
				HeadDeadline.this.headIsThere = false;
			}
			context.fireChannelRead(message);
		}

	}

}
