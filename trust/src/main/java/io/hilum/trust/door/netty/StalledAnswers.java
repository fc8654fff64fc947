package io.hilum.trust.door.netty;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;

/**
 * Closes a connection whose peer takes nothing of what waits for it, so that its request
 * ends as if it had left. A connection on which nothing waits, because a model thinks, is
 * left alone. Looks at the connection now and then rather than at each write.
 */
public final class StalledAnswers extends IdleStateHandler {

	private StalledAnswers(Duration most) {
		super(true, 0, most.toMillis(), 0, TimeUnit.MILLISECONDS);
	}

	/**
	 * Guard a connection.
	 * @param connection the connection, before anything is written to it
	 * @param most how long the peer may take nothing
	 */
	public static void guard(Channel connection, Duration most) {
		connection.pipeline().addFirst("hilum.stalled", new StalledAnswers(most));
	}

	@Override
	protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
		ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
		if (waiting != null && waiting.totalPendingWriteBytes() > 0) {
			var unused = context.close();
		}
	}

}
