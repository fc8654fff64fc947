package io.hilum.agents.model.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How models are asked.
 *
 * @param maxOutput how many tokens one answer may have, which is also what its worst case
 * is held for
 */
@ConfigurationProperties("hilum.model")
record ModelProperties(@DefaultValue("4096") int maxOutput) {
}
