package io.hilum.quickstart.service;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.hilum.agents.AgentApplication;
import io.hilum.gateway.GatewayApplication;
import io.hilum.phi.PhiScrubberApplication;
import io.hilum.portal.PortalApplication;
import io.hilum.quickstart.machine.Port;
import io.hilum.rag.RagApplication;
import io.hilum.routing.RoutingApplication;
import io.hilum.usage.UsageApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * One of the services.
 *
 * @param port where it listens
 * @param application starts it
 * @param needs what must be there before
 */
public record Service(Port port, Supplier<SpringApplicationBuilder> application, Set<Port> needs) {

	/**
	 * All services, those that need least first.
	 */
	public static final List<Service> ALL = List.of(
			new Service(Port.PHI_SCRUBBER, PhiScrubberApplication::application, Set.of()),
			new Service(Port.ROUTING, RoutingApplication::application, Set.of(Port.REDIS, Port.KAFKA)),
			new Service(Port.GATEWAY, GatewayApplication::application, Set.of(Port.REDIS, Port.KAFKA)),
			new Service(Port.USAGE, UsageApplication::application, Set.of(Port.POSTGRES, Port.KAFKA)),
			new Service(Port.RAG, RagApplication::application, Set.of(Port.POSTGRES, Port.KAFKA)),
			new Service(Port.PORTAL, PortalApplication::application, Set.of(Port.POSTGRES, Port.KAFKA)),
			new Service(Port.AGENT, AgentApplication::application, Set.of()));

	public String name() {
		return this.port.owner();
	}

}
