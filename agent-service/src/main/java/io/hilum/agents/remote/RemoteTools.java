package io.hilum.agents.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hilum.agents.pseudonym.Pseudonyms;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;

/**
 * All tools of other servers, whose definitions are looked at again and again while the
 * service runs. A server that does not answer takes nothing back: its tools fail.
 */
final class RemoteTools implements ToolSource, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RemoteTools.class);

	private final List<Link> links;

	private final Duration refresh;

	private Disposable.Composite looking = Disposables.composite();

	private volatile boolean running;

	private RemoteTools(List<Link> links, Duration refresh) {
		this.links = List.copyOf(links);
		this.refresh = refresh;
	}

	static RemoteTools of(RemoteProperties properties, ToolServers servers, Pseudonyms pseudonyms) {
		List<Link> links = new ArrayList<>();
		for (RemoteServer server : properties.servers()) {
			ToolServer connection = servers.connect(server);
			RemoteCalls calls = new RemoteCalls(properties.calls(), properties.parallel());
			links.add(new Link(server.id(), connection, server.tools()
				.stream()
				.map((tool) -> new RemoteTool(server, tool, connection, calls, pseudonyms, properties.maxDefinition()))
				.toList(), new AtomicBoolean()));
		}
		return new RemoteTools(links, properties.refresh());
	}

	@Override
	public List<Tool> tools() {
		return this.links.stream().flatMap((link) -> link.tools().stream()).map(Tool.class::cast).toList();
	}

	@Override
	public void start() {
		this.looking = Disposables.composite();
		for (Link link : this.links) {
			this.looking.add(Flux.interval(Duration.ZERO, this.refresh)
				.onBackpressureDrop()
				.concatMap((time) -> link.look(), 1)
				.subscribe());
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.looking.dispose();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * A server and those of its tools that may be called.
	 */
	private record Link(String server, ToolServer connection, List<RemoteTool> tools, AtomicBoolean away) {

		Mono<Void> look() {
			return this.connection.definitions().doOnNext((definitions) -> {
				this.away.set(false);
				this.tools.forEach((tool) -> tool.seen(definitions));
			}).doOnError(this::tell).onErrorComplete().then();
		}

		private void tell(Throwable thrown) {
			if (this.away.compareAndSet(false, true)) {
				logger.warn("The MCP server {} does not say what it has: {}", this.server,
						(thrown instanceof ToolRefusal refusal) ? refusal.code() : thrown.getClass().getSimpleName());
			}
		}

	}

}
