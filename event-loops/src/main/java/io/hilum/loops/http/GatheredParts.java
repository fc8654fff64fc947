package io.hilum.loops.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/**
 * Makes one part of those parts of a body that one look at the connection has brought: a
 * fast server sends each event of a stream as a part, and what follows costs the same for
 * one event as for many. Nothing waits: what was there is passed on when the look is
 * over.
 */
public final class GatheredParts extends ChannelInboundHandlerAdapter {

	private static final String NAME = "hilum.gatheredParts";

	/**
	 * As long as Netty's own parts at most: what waits for a client that reads slowly is
	 * bounded by a number of parts.
	 */
	private static final int MAX_BYTES = 8 * 1024;

	private @Nullable ByteBuf gathered;

	private boolean own;

	private GatheredParts() {
	}

	/**
	 * Gather what a client receives.
	 * @param client the client, by HTTP/1.1
	 * @return the same, gathering
	 */
	public static HttpClient in(HttpClient client) {
		return client.doOnChannelInit((observer, channel, address) -> channel.pipeline()
			.addBefore(NettyPipeline.ReactiveBridge, NAME, new GatheredParts()));
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpContent part && !(message instanceof LastHttpContent)
				&& part.decoderResult().isSuccess()) {
			gather(context, part.content());
			return;
		}
		passOn(context);
		context.fireChannelRead(message);
	}

	private void gather(ChannelHandlerContext context, ByteBuf part) {
		if (this.gathered != null && this.gathered.readableBytes() + part.readableBytes() > MAX_BYTES) {
			passOn(context);
		}
		ByteBuf before = this.gathered;
		this.own = before != null && this.own;
		ByteBuf all = (before != null) ? joined(context, before, part) : part;
		this.gathered = all;
		if (all.readableBytes() >= MAX_BYTES) {
			passOn(context);
		}
	}

	private ByteBuf joined(ChannelHandlerContext context, ByteBuf before, ByteBuf part) {
		ByteBuf all = before;
		if (!this.own) {
			all = context.alloc().buffer(before.readableBytes() + Math.max(part.readableBytes(), 1024));
			all.writeBytes(before);
			before.release();
			this.own = true;
		}
		all.writeBytes(part);
		part.release();
		return all;
	}

	private void passOn(ChannelHandlerContext context) {
		ByteBuf all = this.gathered;
		this.gathered = null;
		if (all != null) {
			context.fireChannelRead(new DefaultHttpContent(all));
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		passOn(context);
		context.fireChannelReadComplete();
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		passOn(context);
		context.fireChannelInactive();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		ByteBuf left = this.gathered;
		this.gathered = null;
		if (left != null) {
			left.release();
		}
	}

}
