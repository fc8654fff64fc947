package io.hilum.routing.identity;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services whose word is taken.
 *
 * @param accept the key shared with each service that may call this one, in Base64
 */
@ConfigurationProperties("hilum.context")
record ContextProperties(@DefaultValue Map<String, String> accept) {

}
