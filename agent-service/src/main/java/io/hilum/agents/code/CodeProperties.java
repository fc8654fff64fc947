package io.hilum.agents.code;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where code sets are.
 *
 * @param directory a folder with the official files as {@code make code-sets} fetches
 * them; without it a small excerpt is used, and every result says so
 * @param limit how many codes a search shows at most
 */
@ConfigurationProperties("hilum.codes")
record CodeProperties(@DefaultValue("") String directory, @DefaultValue("15") int limit) {
}
