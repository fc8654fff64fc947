package io.hilum.agents.record.fhir;

import java.net.URI;
import java.time.Duration;

import io.hilum.agents.peer.PeerAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The record system, over FHIR R4. Its host is the only one that is asked, wherever its
 * answers lead.
 *
 * @param url the base of its interface; without it no record is read
 * @param plainHttp whether it may be asked without TLS; tokens of people travel with each
 * request
 * @param connectTimeout how long a connection may take
 * @param silence how long it may say nothing
 * @param time how long one call of a tool may take with all its pages
 * @param pages how many pages of a search are read
 * @param maxBody the largest answer that is read, in bytes after it was unpacked
 * @param parallel how many calls are under way at a time in this process
 * @param waiting how many wait for their turn; the others are refused
 */
@ConfigurationProperties("hilum.fhir")
record FhirProperties(@Nullable URI url, boolean plainHttp, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("5s") Duration silence, @DefaultValue("15s") Duration time, @DefaultValue("4") int pages,
		@DefaultValue("2MB") DataSize maxBody, @DefaultValue("16") int parallel, @DefaultValue("64") int waiting) {

	FhirProperties {
		if (isAddress(url)) {
			PeerAddress.require(url, plainHttp, "hilum.fhir.url (HILUM_FHIR_URL)", "hilum.fhir.plain-http");
		}
	}

	private static boolean isAddress(@Nullable URI url) {
		return url != null && !url.toString().isBlank();
	}

	/**
	 * Whether there is a record system.
	 */
	boolean isConnected() {
		return isAddress(this.url);
	}

	/**
	 * The base of its interface.
	 * @throws IllegalStateException if there is none
	 */
	URI base() {
		if (this.url == null) {
			throw new IllegalStateException("no record system is connected");
		}
		return this.url;
	}

}
