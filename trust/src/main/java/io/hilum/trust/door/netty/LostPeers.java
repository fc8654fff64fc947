package io.hilum.trust.door.netty;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import jdk.net.ExtendedSocketOptions;
import reactor.netty.http.client.HttpClient;

/**
 * Lets a client notice that a server is gone of which no farewell comes: its machine
 * died, or packets are dropped on the way. Else a request would be waited for until the
 * longest answer is due, and a request that cannot even be sent for ever, since a timeout
 * of reading begins when all is written. A server that is there and thinks is left alone:
 * its machine acknowledges.
 */
public final class LostPeers {

	private static final int PROBES = 3;

	private LostPeers() {
	}

	/**
	 * Watch the connections of a client.
	 * @param client the client
	 * @param most how long a server may acknowledge nothing, and how long it may take
	 * nothing of a request; at least six seconds count
	 * @return the same, watching
	 */
	public static HttpClient in(HttpClient client, Duration most) {
		int probe = (int) Math.max(1, most.toSeconds() / (2 * PROBES));
		int idle = PROBES * probe;
		HttpClient watched = client.option(ChannelOption.SO_KEEPALIVE, true)
			.doOnChannelInit((observer, connection, address) -> StalledAnswers.guard(connection, most));
		if (Epoll.isAvailable()) {
			return watched.option(EpollChannelOption.TCP_KEEPIDLE, idle)
				.option(EpollChannelOption.TCP_KEEPINTVL, probe)
				.option(EpollChannelOption.TCP_KEEPCNT, PROBES)
				.option(EpollChannelOption.TCP_USER_TIMEOUT, Math.toIntExact(most.toMillis()));
		}
		return watched.option(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), idle)
			.option(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), probe)
			.option(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), PROBES);
	}

}
