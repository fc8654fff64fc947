package io.hilum.agents.offer.mcp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Where MCP is spoken.
 */
@Configuration(proxyBeanMethods = false)
class McpRoutes {

	@Bean
	RouterFunction<ServerResponse> mcp(McpHandler handler) {
		return RouterFunctions.route().POST("/mcp", handler::serve).build();
	}

}
