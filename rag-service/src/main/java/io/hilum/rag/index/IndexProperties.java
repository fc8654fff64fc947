package io.hilum.rag.index;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The index in memory.
 *
 * @param maxPassages how many passages it takes (about 4 kB each) before uploads are
 * refused
 * @param follow how often it looks for documents of other replicas
 * @param remember how long a deleted document is known as deleted
 * @param threads how many searches run at once
 * @param queue how many searches may wait
 */
@ConfigurationProperties("hilum.index")
public record IndexProperties(@DefaultValue("200000") long maxPassages, @DefaultValue("1s") Duration follow,
		@DefaultValue("24h") Duration remember, @DefaultValue("2") int threads, @DefaultValue("256") int queue) {
}
