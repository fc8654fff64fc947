package io.hilum.usage.export.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.hilum.trust.door.netty.StalledAnswers;
import io.hilum.usage.export.ExportProperties;

/**
 * Ends a download of which nobody takes anything, so that it keeps neither its memory nor
 * its place among the files that are being made.
 */
@Configuration(proxyBeanMethods = false)
class SlowDownloads {

	@Bean
	NettyServerCustomizer slowClients(ExportProperties properties) {
		return (server) -> server.doOnChannelInit(
				(observer, connection, address) -> StalledAnswers.guard(connection, properties.stallTimeout()));
	}

}
