package io.hilum.gateway.knowledge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passages are looked for.
 *
 * @param passages how many passages are given to the model
 * @param maxQuery how many characters of the last question are searched for
 */
@ConfigurationProperties("hilum.knowledge")
public record KnowledgeProperties(@DefaultValue("4") int passages, @DefaultValue("4000") int maxQuery) {
}
