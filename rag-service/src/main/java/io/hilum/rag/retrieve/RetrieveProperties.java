package io.hilum.rag.retrieve;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passages are chosen.
 *
 * @param maxQuery how long a question may be (UTF-16 units); what is longer is refused
 * @param maxCollections how many collections one search may name
 * @param depth how many passages each way of searching contributes
 */
@ConfigurationProperties("hilum.search")
public record RetrieveProperties(@DefaultValue("4000") int maxQuery, @DefaultValue("16") int maxCollections,
		@DefaultValue("60") int depth) {
}
